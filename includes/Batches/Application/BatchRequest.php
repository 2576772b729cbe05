<?php
/**
 * What somebody wants done to many.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Batch;

use MultiSafepay\PaymentLinks\Application\FormValues;
use MultiSafepay\PaymentLinks\Domain\Batch\Batch;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchAction;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchOptions;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\PersonalMessage;

/**
 * Reads a request for a batch and collects everything that is wrong with it.
 */
final class BatchRequest {

	private const MAX_DAYS = 365;

	/**
	 * Takes checked values.
	 *
	 * @param BatchAction  $action          What to do.
	 * @param BatchOptions $options         How.
	 * @param list<int>    $wc_order_ids    To these orders.
	 * @param list<int>    $link_ids        Or to these links.
	 * @param string       $idempotency_key A key starts one batch; empty for a preview.
	 */
	public function __construct(
		public readonly BatchAction $action,
		public readonly BatchOptions $options,
		public readonly array $wc_order_ids,
		public readonly array $link_ids,
		public readonly string $idempotency_key,
	) {}

	/**
	 * Reads what was sent.
	 *
	 * @param array<mixed> $body   By field.
	 * @param bool         $starts Whether a key is needed.
	 * @throws InvalidFields With every field that is wrong.
	 */
	public static function read( array $body, bool $starts ): self {
		$values = new FormValues( $body );
		$errors = [];
		$action = BatchAction::tryFrom( $values->text( 'action' ) );
		$orders = self::ids( $body, 'wc_order_ids', $errors );
		$links  = self::ids( $body, 'link_ids', $errors );
		$days   = $values->number( 'days_active' );
		$key    = $values->text( 'idempotency_key' );
		if ( null === $action ) {
			$errors[] = new InvalidValue( 'action', 'invalid_choice', [ 'choices' => implode( ', ', array_column( BatchAction::cases(), 'value' ) ) ] );
		}
		if ( [] === $errors && ( ( [] === $orders ) === ( [] === $links ) || ( [] !== $links && BatchAction::Create === $action ) ) ) {
			$errors[] = new InvalidValue( [] === $links ? 'wc_order_ids' : 'link_ids', 'orders_or_links' );
		}
		if ( $values->has( 'days_active' ) && ( null === $days || $days < 1 || $days > self::MAX_DAYS ) ) {
			$errors[] = new InvalidValue( 'days_active', 'days_out_of_range', [ 'max' => self::MAX_DAYS ] );
		}
		if ( $starts && 1 !== preg_match( '/\A[A-Za-z0-9_-]{8,64}\z/', $key ) ) {
			$errors[] = new InvalidValue( 'idempotency_key', '' === $key ? 'required' : 'invalid_idempotency_key' );
		}

		$message = self::message( $body['message'] ?? '', $errors );
		if ( null === $action || [] !== $errors ) {
			throw new InvalidFields( [] === $errors ? [ new InvalidValue( 'action', 'required' ) ] : $errors );
		}

		return new self( $action, new BatchOptions( $values->flag( 'send' ), $message, '' === $values->text( 'site' ) ? null : $values->text( 'site' ), $days ), $orders, $links, $key );
	}

	/**
	 * Reads the personal message.
	 *
	 * @param mixed              $sent   As sent.
	 * @param list<InvalidValue> $errors Grows.
	 */
	private static function message( mixed $sent, array &$errors ): string {
		try {
			return ( new PersonalMessage( is_string( $sent ) ? $sent : '' ) )->value;
		} catch ( InvalidValue $error ) {
			$errors[] = $error;

			return '';
		}
	}

	/**
	 * Reads ids, each once.
	 *
	 * @param array<mixed>       $body   By field.
	 * @param string             $field  Its name.
	 * @param list<InvalidValue> $errors Grows.
	 * @return list<int>
	 */
	private static function ids( array $body, string $field, array &$errors ): array {
		$sent = $body[ $field ] ?? [];
		if ( ! is_array( $sent ) || ! array_is_list( $sent ) ) {
			$errors[] = new InvalidValue( $field, 'not_a_list' );

			return [];
		}
		if ( count( $sent ) > Batch::MAX_ITEMS ) {
			$errors[] = new InvalidValue( $field, 'too_many_items', [ 'max' => Batch::MAX_ITEMS ] );

			return [];
		}

		$ids = [];
		foreach ( $sent as $id ) {
			if ( ! is_int( $id ) || $id < 1 ) {
				$errors[] = new InvalidValue( $field, 'not_ids' );

				return [];
			}
			$ids[ $id ] = $id;
		}

		return array_values( $ids );
	}
}
