<?php
/**
 * Links as rows.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use DateTimeImmutable;
use DateTimeZone;
use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\CheckPlan;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\LinkAlarm;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\NewLink;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Turns links into columns and columns into links.
 */
final class LinkRow {

	/**
	 * Takes the codec of the details.
	 */
	public function __construct( private readonly DetailsJson $details ) {}

	/**
	 * Returns the columns of a link that is about to be reserved.
	 *
	 * @param NewLink           $new_link What is known.
	 * @param ApiKey            $key      The site's key.
	 * @param OrderId           $order_id MultiSafepay's id.
	 * @param int               $number   Counts the order's links from 1.
	 * @param DateTimeImmutable $now      UTC.
	 * @return array<string, int|string|null>
	 */
	public function of_new_link( NewLink $new_link, ApiKey $key, OrderId $order_id, int $number, DateTimeImmutable $now ): array {
		return [
			'wc_order_id'     => $new_link->order->id,
			'wc_order_number' => mb_substr( $new_link->order->number, 0, 100 ),
			'site'            => $new_link->site->id,
			'environment'     => $new_link->site->environment->value,
			'key_fingerprint' => $key->fingerprint(),
			'order_id'        => $order_id->value,
			'order_id_typed'  => null === $new_link->typed_order_id ? 0 : 1,
			'number'          => $number,
			'status'          => LinkStatus::Creating->value,
			'reason'          => LinkReason::Reserved->value,
			'error_code'      => null,
			'amount'          => $new_link->details->amount->amount,
			'currency'        => $new_link->details->amount->currency->code,
			'first_name'      => $new_link->details->customer->first_name,
			'last_name'       => $new_link->details->customer->last_name,
			'email'           => $new_link->details->customer->email,
			'details'         => $this->details->encode( $new_link->details ),
			'payment_url'     => null,
			'idempotency_key' => $new_link->idempotency_key,
			'created_at'      => self::time( $now ),
			'changed_at'      => self::time( $now ),
			'expires_at'      => null,
			'paid_at'         => null,
			'transaction_id'  => null,
			'payment_method'  => null,
			'created_by'      => $new_link->actor->user_id,
			'duplicate_of'    => $new_link->duplicate_of,
			'sent_at'         => null,
			'alarm'           => null,
			'checked_at'      => null,
			'check_at'        => self::time_or_null( CheckPlan::next( LinkStatus::Creating, $now, null, $now ) ),
			'refunded'        => 0,
			'followed'        => '',
		];
	}

	/**
	 * Returns the columns that a change of state writes. A failure frees the idempotency key.
	 *
	 * @return array<string, int|string|null>
	 */
	public function of_change( LinkChange $change, DateTimeImmutable $now ): array {
		$columns = [
			'status'     => $change->to->value,
			'reason'     => $change->reason->value,
			'error_code' => $change->error_code,
			'changed_at' => self::time( $now ),
			// Whatever just happened, the next look begins anew.
			'check_at'   => self::time_or_null( CheckPlan::next( $change->to, $now, $change->expires_at, $now ) ),
		];
		if ( LinkStatus::Failed === $change->to ) {
			$columns['idempotency_key'] = null;
		}
		if ( $change->ends_alarm ) {
			$columns['alarm'] = null;
		}

		$facts = [
			'payment_url'    => $change->payment_url,
			'expires_at'     => null === $change->expires_at ? null : self::time( $change->expires_at ),
			'paid_at'        => null === $change->paid_at ? null : self::time( $change->paid_at ),
			'transaction_id' => $change->transaction_id,
			'payment_method' => $change->payment_method,
			'alarm'          => $change->alarm?->value,
			'refunded'       => $change->refunded,
		];

		return $columns + array_filter( $facts, static fn ( int|string|null $fact ): bool => null !== $fact );
	}

	/**
	 * Returns the link of a row.
	 *
	 * @param array<mixed> $row By column.
	 */
	public function to_link( array $row ): PaymentLink {
		$columns = new Columns( $row );
		$created = $columns->time( 'created_at' ) ?? new DateTimeImmutable( '@0' );

		return new PaymentLink(
			id: $columns->number( 'id' ) ?? 0,
			wc_order_id: $columns->number( 'wc_order_id' ) ?? 0,
			wc_order_number: $columns->text( 'wc_order_number' ),
			site_id: $columns->text( 'site' ),
			environment: Environment::tryFrom( $columns->text( 'environment' ) ) ?? Environment::Test,
			key_fingerprint: $columns->text( 'key_fingerprint' ),
			order_id: new OrderId( $columns->text( 'order_id' ) ),
			order_id_typed: 1 === $columns->number( 'order_id_typed' ),
			number: $columns->number( 'number' ) ?? 0,
			// A newer version may have written words that this one does not know; the order screen must not break on them.
			status: LinkStatus::tryFrom( $columns->text( 'status' ) ) ?? LinkStatus::Failed,
			reason: LinkReason::tryFrom( $columns->text( 'reason' ) ) ?? LinkReason::Unknown,
			error_code: $columns->number( 'error_code' ),
			details: $this->details->decode( $columns->text( 'details' ), $columns->number( 'amount' ) ?? 0, $columns->text( 'currency' ) ),
			payment_url: $columns->text_or_null( 'payment_url' ),
			idempotency_key: $columns->text_or_null( 'idempotency_key' ),
			created_at: $created,
			changed_at: $columns->time( 'changed_at' ) ?? $created,
			expires_at: $columns->time( 'expires_at' ),
			paid_at: $columns->time( 'paid_at' ),
			transaction_id: $columns->text_or_null( 'transaction_id' ),
			payment_method: $columns->text_or_null( 'payment_method' ),
			created_by: $columns->number( 'created_by' ) ?? 0,
			duplicate_of: $columns->number( 'duplicate_of' ),
			sent_at: $columns->time( 'sent_at' ),
			alarm: LinkAlarm::tryFrom( $columns->text( 'alarm' ) ),
			checked_at: $columns->time( 'checked_at' ),
			check_at: $columns->time( 'check_at' ),
			refunded: $columns->number( 'refunded' ) ?? 0,
			followed: $columns->text( 'followed' )
		);
	}

	/**
	 * Returns a time as the database keeps it, or null.
	 */
	private static function time_or_null( ?DateTimeImmutable $time ): ?string {
		return null === $time ? null : self::time( $time );
	}

	/**
	 * Returns a time as the database keeps it: UTC, whole seconds.
	 */
	public static function time( DateTimeImmutable $time ): string {
		return $time->setTimezone( new DateTimeZone( 'UTC' ) )->format( 'Y-m-d H:i:s' );
	}
}
