<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * Parses the response of `GET /orders/{order_id}`. Every field may be missing or have another type.
 */
final class OrderParser {

	/**
	 * IDs of transactions and names of payment methods. Anything else could be HTML in notes and emails.
	 */
	private const NAME = '/\A[A-Za-z0-9][A-Za-z0-9 _.\/+-]{0,39}\z/';

	/**
	 * Display names of payment methods, such as `iDEAL | Wero`.
	 */
	private const DISPLAY_NAME = '/\A[\p{L}\p{N}][\p{L}\p{N} _.,:\/|()+-]{0,39}\z/u';

	/**
	 * Returns null if the response is not about this order.
	 *
	 * @param array<mixed> $data The `data` of the response.
	 */
	public function parse( array $data, OrderId $order_id ): ?ProviderOrder {
		if ( ! self::matches( $data['order_id'] ?? null, $order_id ) ) {
			return null;
		}

		$details  = $data['payment_details'] ?? null;
		$amount   = $this->money( $data, 'amount' );
		$refunded = $this->money( $data, 'amount_refunded' );

		return new ProviderOrder(
			$this->with_refunds(
				$this->status( $this->text( $data, 'status' ), $this->text( $data, 'financial_status' ) ),
				$amount,
				$refunded
			),
			$amount,
			$this->short_text( $data, 'transaction_id' ),
			is_array( $details ) ? $this->method_name( $data, $details ) : null,
			$refunded
		);
	}

	/**
	 * Whether an order ID in a response is the requested one. MultiSafepay may return an ID of digits as a number
	 * without leading zeros.
	 */
	public static function matches( mixed $received, OrderId $order_id ): bool {
		if ( is_int( $received ) && ctype_digit( $order_id->value ) ) {
			return ltrim( $order_id->value, '0' ) === ltrim( (string) $received, '0' );
		}

		return $received === $order_id->value;
	}

	private function status( ?string $status, ?string $financial_status ): ?ProviderStatus {
		return match ( $status ) {
			'completed'                 => ProviderStatus::Completed,
			// Pay-later orders are paid only if the financial status is also `completed`.
			'shipped'                   => 'completed' === $financial_status
				? ProviderStatus::Completed
				: ProviderStatus::Uncleared,
			'uncleared'                 => ProviderStatus::Uncleared,
			'declined'                  => ProviderStatus::Declined,
			'cancelled'                 => ProviderStatus::Cancelled,
			'expired'                   => ProviderStatus::Expired,
			'refunded'                  => ProviderStatus::Refunded,
			'partial_refunded'          => ProviderStatus::PartiallyRefunded,
			'chargeback', 'chargedback' => ProviderStatus::Chargeback,
			// Statuses of a single attempt.
			'initialized', 'void'       => ProviderStatus::Open,
			default                     => null,
		};
	}

	/**
	 * MultiSafepay may report a refund by the amount alone.
	 */
	private function with_refunds( ?ProviderStatus $status, ?Money $amount, ?Money $refunded ): ?ProviderStatus {
		if (
			ProviderStatus::Completed !== $status
			|| null === $amount
			|| null === $refunded
			|| 0 === $refunded->amount
		) {
			return $status;
		}

		return $refunded->amount >= $amount->amount ? ProviderStatus::Refunded : ProviderStatus::PartiallyRefunded;
	}

	/**
	 * @param array<mixed> $data
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
	 * Returns MultiSafepay's display name of the payment method, such as `iDEAL`, or else its code, such as `IDEAL`.
	 *
	 * @param array<mixed> $data
	 * @param array<mixed> $details
	 */
	private function method_name( array $data, array $details ): ?string {
		$type    = $this->short_text( $details, 'type' );
		$methods = is_array( $data['payment_methods'] ?? null ) ? $data['payment_methods'] : [];
		foreach ( $methods as $method ) {
			if ( is_array( $method ) && null !== $type && $this->text( $method, 'type' ) === $type ) {
				return $this->short_text( $method, 'payment_description', self::DISPLAY_NAME ) ?? $type;
			}
		}

		return $type;
	}

	/**
	 * Returns null for a text that is not an ID or name of MultiSafepay.
	 *
	 * @param array<mixed> $data
	 * @param non-empty-string $pattern
	 */
	private function short_text( array $data, string $field, string $pattern = self::NAME ): ?string {
		$text = $this->text( $data, $field );

		return null !== $text && 1 === preg_match( $pattern, $text ) ? $text : null;
	}

	/**
	 * MultiSafepay sends IDs as numbers, texts or null.
	 *
	 * @param array<mixed> $data
	 */
	private function text( array $data, string $field ): ?string {
		$value = $data[ $field ] ?? null;

		return is_string( $value ) || is_int( $value ) ? (string) $value : null;
	}
}
