<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\WooCommerce;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderBalance;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSummary;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use WC_Order;
use WC_Order_Refund;

/**
 * Reads summaries of orders: all orders with one call of wc_get_orders() and their refunds with another.
 */
final class OrderSummaries {

	/**
	 * @param list<int> $wc_order_ids
	 * @return array<int, OrderSummary> By order ID, without orders that do not exist.
	 */
	public function summaries( array $wc_order_ids ): array {
		$wc_order_ids = array_values( array_unique( $wc_order_ids ) );
		if ( [] === $wc_order_ids ) {
			return [];
		}

		$refunded  = $this->refunds( $wc_order_ids );
		$summaries = [];
		foreach ( self::query(
			[
				'type'     => 'shop_order',
				'post__in' => $wc_order_ids,
			]
		) as $order ) {
			$balance = $order instanceof WC_Order
				? $this->balance( $order, $refunded[ $order->get_id() ] ?? [] )
				: null;
			if ( $order instanceof WC_Order && null !== $balance ) {
				$email               = $order->get_billing_email();
				$summaries[ $balance->id ] = new OrderSummary(
					$balance,
					trim( (string) $order->get_order_number() ),
					$order->get_status(),
					self::is_paid( $order ),
					is_string( $email ) ? $email : ''
				);
			}
		}

		return $summaries;
	}

	/**
	 * @param non-empty-list<int> $wc_order_ids
	 * @return array<int, list<string>> Refunded amounts as decimal text, by order ID.
	 */
	private function refunds( array $wc_order_ids ): array {
		$refunded = [];
		foreach ( self::query(
			[
				'type'            => 'shop_order_refund',
				'post_parent__in' => $wc_order_ids,
			]
		) as $refund ) {
			if ( $refund instanceof WC_Order_Refund ) {
				$refunded[ $refund->get_parent_id() ][] = DecimalText::of( $refund->get_amount() );
			}
		}

		return $refunded;
	}

	/**
	 * @param list<string> $refunded Amounts as decimal text.
	 */
	private function balance( WC_Order $order, array $refunded ): ?OrderBalance {
		try {
			$currency = new Currency( strtoupper( $order->get_currency() ) );
		} catch ( InvalidValue ) {
			return null;
		}

		return new OrderBalance(
			$order->get_id(),
			$currency,
			$this->due( $order, $currency, $refunded ),
			$order->get_edit_order_url()
		);
	}

	/**
	 * Returns the total less refunds, or zero if the order is paid. Null if it has a fraction of the smallest unit.
	 *
	 * @param list<string> $refunded Amounts as decimal text.
	 */
	private function due( WC_Order $order, Currency $currency, array $refunded ): ?Money {
		if ( self::is_paid( $order ) ) {
			return new Money( 0, $currency );
		}

		try {
			$due = Money::from_decimal( DecimalText::of( $order->get_total() ), $currency );
			foreach ( $refunded as $amount ) {
				$due = $due->minus( Money::from_decimal( $amount, $currency ) );
			}
		} catch ( InvalidValue ) {
			return null;
		}

		return new Money( max( 0, $due->amount ), $currency );
	}

	private static function is_paid( WC_Order $order ): bool {
		return $order->is_paid() || null !== $order->get_date_paid();
	}

	/**
	 * @param array<string, mixed> $query Arguments of wc_get_orders().
	 * @return array<mixed>
	 */
	private static function query( array $query ): array {
		$orders = wc_get_orders( $query + [ 'limit' => -1 ] );

		return is_array( $orders ) ? $orders : [];
	}
}
