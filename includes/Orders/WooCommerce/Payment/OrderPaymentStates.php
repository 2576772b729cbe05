<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce\Payment;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderPaymentState;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\DecimalText;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use WC_Order;

/**
 * Reads the amounts and the payment of an order.
 */
final class OrderPaymentStates {

	/**
	 * ISO 4217 code for "no currency", used for currencies without a valid code, such as a shop's points.
	 */
	private const NO_CURRENCY = 'XXX';

	public function __construct( private readonly CollectLaterMethods $methods ) {}

	/**
	 * @param list<string> $refunds Amounts of the order's refunds as decimal text.
	 */
	public function of( WC_Order $order, array $refunds ): OrderPaymentState {
		$currency = self::currency( $order );
		$total    = DecimalText::of( $order->get_total() );
		$negative = array_map(
			static fn ( string $amount ): string => str_starts_with( $amount, '-' )
				? substr( $amount, 1 )
				: '-' . $amount,
			$refunds
		);
		$payable  = Money::rounded_sum( [ $total, ...$negative ], $currency );

		return new OrderPaymentState(
			$order->get_id(),
			$order->get_status(),
			$currency,
			Money::rounded_sum( [ $total ], $currency ),
			Money::rounded_sum( $refunds, $currency ),
			new Money( max( 0, $payable->amount ), $currency ),
			self::has_fraction( [ $total, ...$refunds ], $currency ),
			$order->needs_payment(),
			$order->is_paid(),
			null !== $order->get_date_paid(),
			$this->methods->contain( $order ),
			self::text( $order->get_transaction_id() ),
			$order->get_edit_order_url()
		);
	}

	private static function currency( WC_Order $order ): Currency {
		try {
			return new Currency( strtoupper( $order->get_currency() ) );
		} catch ( InvalidValue ) {
			return new Currency( self::NO_CURRENCY );
		}
	}

	/**
	 * @param list<string> $amounts Decimal text.
	 */
	private static function has_fraction( array $amounts, Currency $currency ): bool {
		foreach ( $amounts as $amount ) {
			try {
				Money::from_decimal( $amount, $currency );
			} catch ( InvalidValue ) {
				return true;
			}
		}

		return false;
	}

	/**
	 * Filters of other plugins may return any type.
	 */
	private static function text( mixed $value ): string {
		return is_scalar( $value ) ? (string) $value : '';
	}
}
