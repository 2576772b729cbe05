<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

use DateInterval;
use DateTimeImmutable;

/**
 * Plans the next status check of a link, in case a notification is missing: soon after a change, then with growing
 * intervals, and once after the expiry. A link with a lifetime of 30 days has about forty checks, and seven more in the
 * 30 days afterwards.
 */
final class CheckSchedule {

	private const MIN_SECONDS = 600;
	private const MAX_SECONDS  = 86_400;

	/**
	 * A creation takes at most 20 seconds. This check resolves it if its process died.
	 */
	private const CREATION_SECONDS = 60;

	/**
	 * Margin for differences between the clocks of the shop and MultiSafepay.
	 */
	private const AFTER_EXPIRY_SECONDS = 60;

	/**
	 * Closed links are checked this long for refunds, chargebacks and late payments.
	 */
	private const FOLLOW_UP_SECONDS = 30 * 86_400;

	/**
	 * Returns the time of the next check, or null if no further check is needed. All times are in UTC.
	 *
	 * @param DateTimeImmutable $since When the link got this status.
	 */
	public static function next(
		LinkStatus $status,
		DateTimeImmutable $since,
		?DateTimeImmutable $expires_at,
		DateTimeImmutable $now,
	): ?DateTimeImmutable {
		$age = max( 0, $now->getTimestamp() - $since->getTimestamp() );

		return match ( true ) {
			$status->is_pending_creation() => self::after( $now, max( self::CREATION_SECONDS, $age ) ),
			$status->is_awaiting_payment() => self::while_open(
				$status,
				$age,
				$expires_at,
				$now
			),
			$status->is_final() => null,
			// Refunds, chargebacks, late payments, and payments whose order could not be synchronised at once.
			default => $age >= self::FOLLOW_UP_SECONDS
				? null
				: self::after( $now, max( self::MIN_SECONDS, 3 * $age ), self::FOLLOW_UP_SECONDS ),
		};
	}

	/**
	 * Returns the next check of a link that can be paid or has a payment under review.
	 */
	private static function while_open(
		LinkStatus $status,
		int $age,
		?DateTimeImmutable $expires_at,
		DateTimeImmutable $now,
	): DateTimeImmutable {
		$next = self::after( $now, max( self::MIN_SECONDS, intdiv( $age, 2 ) ) );
		if ( null === $expires_at || ! $status->is_open() ) {
			return $next;
		}

		$after_expiry = self::after( $expires_at, self::AFTER_EXPIRY_SECONDS );

		return $after_expiry > $now ? min( $next, $after_expiry ) : $next;
	}

	/**
	 * Adds seconds to a time, up to a maximum.
	 */
	private static function after(
		DateTimeImmutable $time,
		int $seconds,
		int $max = self::MAX_SECONDS,
	): DateTimeImmutable {
		return $time->add( new DateInterval( 'PT' . min( $max, $seconds ) . 'S' ) );
	}
}
