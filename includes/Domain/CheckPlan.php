<?php
/**
 * When to ask the provider by ourselves.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

use DateInterval;
use DateTimeImmutable;

/**
 * Plans the next look at a link, in case no notification comes: soon after something happened, then ever more slowly,
 * and right after the link's end. Some forty looks in a link's month, seven in the month after it.
 */
final class CheckPlan {

	private const FIRST_SECONDS = 600;
	private const MOST_SECONDS  = 86_400;

	/**
	 * A creation ends within 20 seconds; whoever makes it has a look scheduled after a minute. This one comes when that got lost.
	 */
	private const CREATION_SECONDS = 120;

	/**
	 * After its end we go a little by the provider's clock.
	 */
	private const AFTER_END_SECONDS = 60;

	/**
	 * Refunds and chargebacks are looked for this long after a link came to its end, and late payments too.
	 */
	private const FOLLOW_SECONDS = 30 * 86_400;

	/**
	 * Returns the next look at a link as it is now; null when none is needed any more.
	 *
	 * @param LinkStatus             $status     As stored.
	 * @param DateTimeImmutable      $since      UTC, when the link came to that state.
	 * @param DateTimeImmutable|null $expires_at UTC.
	 * @param DateTimeImmutable      $now        UTC.
	 */
	public static function next( LinkStatus $status, DateTimeImmutable $since, ?DateTimeImmutable $expires_at, DateTimeImmutable $now ): ?DateTimeImmutable {
		$age = max( 0, $now->getTimestamp() - $since->getTimestamp() );

		return match ( true ) {
			$status->is_pending_creation() => self::after( $now, max( self::CREATION_SECONDS, $age ) ),
			$status->is_open(), LinkStatus::Uncleared === $status => self::while_open( $status, $age, $expires_at, $now ),
			LinkStatus::Failed === $status, LinkStatus::Duplicate === $status => null,
			// Refunds, chargebacks, late payments; and a payment whose order could not be followed up at once.
			default => $age >= self::FOLLOW_SECONDS ? null : self::after( $now, max( self::FIRST_SECONDS, 3 * $age ), self::FOLLOW_SECONDS ),
		};
	}

	/**
	 * Returns the next look at a link that somebody can pay, or whose payment is held for review.
	 */
	private static function while_open( LinkStatus $status, int $age, ?DateTimeImmutable $expires_at, DateTimeImmutable $now ): DateTimeImmutable {
		$next = self::after( $now, max( self::FIRST_SECONDS, intdiv( $age, 2 ) ) );
		if ( null === $expires_at || LinkStatus::Uncleared === $status ) {
			return $next;
		}

		$end = self::after( $expires_at, self::AFTER_END_SECONDS );

		return $end > $now ? min( $next, $end ) : $next;
	}

	/**
	 * Returns a moment some seconds later, at most a day unless told otherwise.
	 */
	private static function after( DateTimeImmutable $moment, int $seconds, int $most = self::MOST_SECONDS ): DateTimeImmutable {
		return $moment->add( new DateInterval( 'PT' . min( $most, $seconds ) . 'S' ) );
	}
}
