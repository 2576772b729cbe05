<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce\Payment;

use Closure;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderPaymentState;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\DecimalText;
use MultiSafepay\PaymentLinks\Shared\Application\Lazy;
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

	/**
	 * @param Closure(): CollectLaterMethods $methods Only orders that look paid without a payment need it.
	 */
	public function __construct(
		#[Lazy( CollectLaterMethods::class )]
		private readonly Closure $methods,
	) {}

	/**
	 * Whether WC_Order::payment_complete() completes the order in its current status.
	 */
	public static function accepts_payment( WC_Order $order ): bool {
		$statuses = apply_filters(
			'woocommerce_valid_order_statuses_for_payment_complete',
			[ 'on-hold', 'pending', 'failed', 'cancelled' ],
			$order
		);

		return is_array( $statuses ) && $order->has_status( $statuses );
	}

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

		$transaction_id     = self::text( $order->get_transaction_id() );
		$is_collected_later = $order->is_paid() && null === $order->get_date_paid() && '' === $transaction_id
			&& ( $this->methods )()->contain( $order );

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
			$is_collected_later,
			$transaction_id,
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
