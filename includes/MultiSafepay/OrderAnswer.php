<?php
/**
 * Reading an order of the provider.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;

/**
 * Turns the body of `GET /orders/{order_id}` into our words. Every field may be missing or of another type.
 */
final class OrderAnswer {

	private const MAX_TEXT = 40;

	/**
	 * Returns what the answer says; null when it names no order or another one.
	 *
	 * @param array<mixed> $data     The answer's `data`.
	 * @param OrderId      $order_id The order that was asked for.
	 */
	public function read( array $data, OrderId $order_id ): ?ProviderOrder {
		if ( ! self::names( $data['order_id'] ?? null, $order_id ) ) {
			return null;
		}

		$details  = $data['payment_details'] ?? null;
		$amount   = $this->money( $data, 'amount' );
		$refunded = $this->money( $data, 'amount_refunded' );

		return new ProviderOrder(
			$this->with_refunds( $this->status( $this->text( $data, 'status' ), $this->text( $data, 'financial_status' ) ), $amount, $refunded ),
			$amount,
			$this->short_text( $data, 'transaction_id' ),
			is_array( $details ) ? $this->short_text( $details, 'type' ) : null,
			$refunded
		);
	}

	/**
	 * Tells whether an answer is about an order: an id of digits alone may come back as a number, without leading zeros.
	 */
	public static function names( mixed $answered, OrderId $order_id ): bool {
		if ( is_int( $answered ) && ctype_digit( $order_id->value ) ) {
			return ltrim( $order_id->value, '0' ) === ltrim( (string) $answered, '0' );
		}

		return $answered === $order_id->value;
	}

	/**
	 * Maps the provider's status. What only concerns one attempt of the customer leaves the link as it is.
	 */
	private function status( ?string $status, ?string $financial_status ): ?LinkStatus {
		return match ( $status ) {
			'completed'                 => LinkStatus::Completed,
			// Shipped on credit: paid only when the money is there.
			'shipped'                   => 'completed' === $financial_status ? LinkStatus::Completed : LinkStatus::Uncleared,
			'uncleared'                 => LinkStatus::Uncleared,
			'declined'                  => LinkStatus::Declined,
			'cancelled'                 => LinkStatus::Cancelled,
			'expired'                   => LinkStatus::Expired,
			'refunded'                  => LinkStatus::Refunded,
			'partial_refunded'          => LinkStatus::PartiallyRefunded,
			'chargeback', 'chargedback' => LinkStatus::Chargeback,
			// An attempt begun or given up: the link is open.
			'initialized', 'void'       => LinkStatus::Active,
			default                     => null,
		};
	}

	/**
	 * Takes refunds into account: the provider may tell them by the amount alone.
	 */
	private function with_refunds( ?LinkStatus $status, ?Money $amount, ?Money $refunded ): ?LinkStatus {
		if ( LinkStatus::Completed !== $status || null === $amount || null === $refunded || 0 === $refunded->amount ) {
			return $status;
		}

		return $refunded->amount >= $amount->amount ? LinkStatus::Refunded : LinkStatus::PartiallyRefunded;
	}

	/**
	 * Reads an amount in the order's currency.
	 *
	 * @param array<mixed> $data The answer's `data`.
	 */
	private function money( array $data, string $field ): ?Money {
		$amount   = $this->text( $data, $field );
		$currency = $this->text( $data, 'currency' );
		if ( null === $amount || null === $currency || 1 !== preg_match( '/\A\d{1,15}\z/', $amount ) ) {
			return null;
		}

		try {
			return new Money( (int) $amount, new Currency( $currency ) );
		} catch ( InvalidValue ) {
			return null;
		}
	}

	/**
	 * Returns a field as text that fits its column: a longer one is no id or name of the provider.
	 *
	 * @param array<mixed> $data Any object of the answer.
	 */
	private function short_text( array $data, string $field ): ?string {
		$text = $this->text( $data, $field );

		return null === $text || '' === $text || strlen( $text ) > self::MAX_TEXT ? null : $text;
	}

	/**
	 * Returns a field as text: the provider sends ids as numbers, texts or null.
	 *
	 * @param array<mixed> $data Any object of the answer.
	 */
	private function text( array $data, string $field ): ?string {
		$value = $data[ $field ] ?? null;

		return is_string( $value ) || is_int( $value ) ? (string) $value : null;
	}
}
