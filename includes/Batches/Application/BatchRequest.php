<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Application;

use MultiSafepay\PaymentLinks\Batches\Domain\Batch;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchAction;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchOptions;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkForm;
use MultiSafepay\PaymentLinks\Shared\Application\InputBag;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sharing\Domain\PersonalMessage;

/**
 * The validated body of a request to start or preview a batch.
 */
final class BatchRequest {

	/**
	 * @param list<int> $wc_order_ids Empty when the batch is for links.
	 * @param list<int> $link_ids Empty when the batch is for orders.
	 * @param string $idempotency_key A key starts only one batch; empty for a preview.
	 */
	public function __construct(
		public readonly BatchAction $action,
		public readonly BatchOptions $options,
		public readonly array $wc_order_ids,
		public readonly array $link_ids,
		public readonly string $idempotency_key,
	) {}

	/**
	 * @param array<mixed> $body By field.
	 * @param bool $is_start Whether the request starts a batch and so needs an idempotency key.
	 * @throws InvalidFields With all invalid fields.
	 */
	public static function read( array $body, bool $is_start ): self {
		$values = new InputBag( $body );
		$errors = [];
		$action = BatchAction::tryFrom( $values->text( 'action' ) );
		$orders = self::ids( $body, 'wc_order_ids', $errors );
		$links  = self::ids( $body, 'link_ids', $errors );
		$days   = $values->number( 'days_active' );
		$key    = $values->text( 'idempotency_key' );
		if ( null === $action ) {
			$errors[] = new InvalidValue(
				'action',
				'invalid_choice',
				[ 'choices' => implode( ', ', array_column( BatchAction::cases(), 'value' ) ) ]
			);
		}
		if (
			[] === $errors
			&& ( ( [] === $orders ) === ( [] === $links ) || ( [] !== $links && BatchAction::Create === $action ) )
		) {
			$errors[] = new InvalidValue( [] === $links ? 'wc_order_ids' : 'link_ids', 'orders_or_links' );
		}
		if ( $values->has( 'days_active' ) && ( null === $days || $days < 1 || $days > LinkForm::MAX_DAYS ) ) {
			$errors[] = new InvalidValue( 'days_active', 'days_out_of_range', [ 'max' => LinkForm::MAX_DAYS ] );
		}
		if ( $is_start && 1 !== preg_match( '/\A[A-Za-z0-9_-]{8,64}\z/', $key ) ) {
			$errors[] = new InvalidValue( 'idempotency_key', '' === $key ? 'required' : 'invalid_idempotency_key' );
		}

		$message = self::message( $body['message'] ?? '', $errors );
		if ( null === $action || [] !== $errors ) {
			throw new InvalidFields( [] === $errors ? [ new InvalidValue( 'action', 'required' ) ] : $errors );
		}

		return new self(
			$action,
			new BatchOptions(
				$values->boolean( 'send' ),
				$message,
				'' === $values->text( 'site' ) ? null : $values->text( 'site' ),
				$days
			),
			$orders,
			$links,
			$key
		);
	}

	/**
	 * @param list<InvalidValue> $errors Errors are appended.
	 */
	private static function message( mixed $value, array &$errors ): string {
		try {
			return ( new PersonalMessage( is_string( $value ) ? $value : '' ) )->value;
		} catch ( InvalidValue $error ) {
			$errors[] = $error;

			return '';
		}
	}

	/**
	 * Returns unique IDs.
	 *
	 * @param array<mixed> $body By field.
	 * @param list<InvalidValue> $errors Errors are appended.
	 * @return list<int>
	 */
	private static function ids( array $body, string $field, array &$errors ): array {
		$values = $body[ $field ] ?? [];
		if ( ! is_array( $values ) || ! array_is_list( $values ) ) {
			$errors[] = new InvalidValue( $field, 'not_a_list' );

			return [];
		}
		if ( count( $values ) > Batch::MAX_ITEMS ) {
			$errors[] = new InvalidValue( $field, 'too_many_items', [ 'max' => Batch::MAX_ITEMS ] );

			return [];
		}

		$ids = [];
		foreach ( $values as $id ) {
			if ( ! is_int( $id ) || $id < 1 ) {
				$errors[] = new InvalidValue( $field, 'not_ids' );

				return [];
			}
			$ids[ $id ] = $id;
		}

		return array_values( $ids );
	}
}
