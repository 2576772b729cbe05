<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\CheckSchedule;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;

/**
 * Converts links to database columns and back.
 */
final class LinkHydrator {

	public function __construct( private readonly DetailsJson $details ) {}

	/**
	 * Returns the columns of a link that is about to be reserved.
	 *
	 * @param int $number Number of the link within the order, from 1.
	 * @param DateTimeImmutable $now UTC.
	 * @return array<string, int|string|null>
	 */
	public function of_new_link(
		NewLink $new_link,
		ApiKey $key,
		OrderId $order_id,
		int $number,
		DateTimeImmutable $now,
	): array {
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
			'kind'            => $new_link->kind->value,
			'due'             => $new_link->due->amount,
			...$this->personal_columns( $new_link->details ),
			'payment_url'     => null,
			'idempotency_key' => $new_link->idempotency_key,
			'created_at'      => SqlTime::format( $now ),
			'changed_at'      => SqlTime::format( $now ),
			'expires_at'      => null,
			'paid_at'         => null,
			'transaction_id'  => null,
			'payment_method'  => null,
			'created_by'      => $new_link->actor->user_id,
			'duplicate_of'    => $new_link->duplicate_of,
			'sent_at'         => null,
			'alert'           => null,
			'checked_at'      => null,
			'check_at'        => SqlTime::format_or_null( CheckSchedule::next(
				LinkStatus::Creating,
				$now,
				null,
				$now
			) ),
			'refunded'        => 0,
			'synced'          => '',
			'request_key'     => $new_link->idempotency_key,
			'order_end'       => $new_link->order_end?->value,
		];
	}

	/**
	 * @return array<string, string>
	 */
	public function personal_columns( LinkDetails $details ): array {
		return [
			'first_name' => $details->customer->first_name,
			'last_name'  => $details->customer->last_name,
			'email'      => $details->customer->email,
			'details'    => $this->details->encode( $details ),
		];
	}

	/**
	 * Returns the columns that a status change writes. A failure releases the idempotency key.
	 *
	 * @return array<string, int|string|null>
	 */
	public function of_change( LinkChange $change, DateTimeImmutable $now ): array {
		$columns = [
			'status'     => $change->to->value,
			'reason'     => $change->reason->value,
			'error_code' => $change->error_code,
			'changed_at' => SqlTime::format( $now ),
			// Every status change restarts the check schedule.
			'check_at'   => SqlTime::format_or_null( CheckSchedule::next(
				$change->to,
				$now,
				$change->expires_at,
				$now
			) ),
		];
		if ( LinkStatus::Failed === $change->to ) {
			$columns['idempotency_key'] = null;
		}
		if ( $change->clears_alert ) {
			$columns['alert'] = null;
		}

		$optional = [
			'payment_url'    => $change->payment_url,
			'expires_at'     => null === $change->expires_at ? null : SqlTime::format( $change->expires_at ),
			'paid_at'        => null === $change->paid_at ? null : SqlTime::format( $change->paid_at ),
			'transaction_id' => $change->transaction_id,
			'payment_method' => $change->payment_method,
			'alert'          => $change->alert?->value,
			'refunded'       => $change->refunded,
		];

		return $columns + array_filter( $optional, static fn ( int|string|null $value ): bool => null !== $value );
	}

	/**
	 * @param array<mixed> $row By column.
	 */
	public function to_link( array $row ): PaymentLink {
		$columns = new RowReader( $row );
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
			// A newer version of the plugin may have stored unknown values, which must not break the order screen.
			status: LinkStatus::tryFrom( $columns->text( 'status' ) ) ?? LinkStatus::Failed,
			reason: LinkReason::tryFrom( $columns->text( 'reason' ) ) ?? LinkReason::Unknown,
			error_code: $columns->number( 'error_code' ),
			details: $this->details->decode(
				$columns->text( 'details' ),
				$columns->number( 'amount' ) ?? 0,
				$columns->text( 'currency' )
			),
			kind: LinkKind::tryFrom( $columns->text( 'kind' ) ) ?? LinkKind::Full,
			due: $columns->number( 'due' ) ?? 0,
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
			alert: self::alert( $columns->text( 'alert' ) ),
			checked_at: $columns->time( 'checked_at' ),
			check_at: $columns->time( 'check_at' ),
			refunded: $columns->number( 'refunded' ) ?? 0,
			synced: $columns->text( 'synced' ),
			request_key: $columns->text( 'request_key' ),
			order_end: '' === $columns->text( 'order_end' ) ? null : OrderEnd::tryFrom( $columns->text( 'order_end' ) )
		);
	}

	/**
	 * Most links have no alert: they do not load the enum.
	 */
	private static function alert( string $code ): ?PaymentAlert {
		return '' === $code ? null : PaymentAlert::tryFrom( $code );
	}
}
