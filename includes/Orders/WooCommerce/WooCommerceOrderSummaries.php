<?php
/**
 * What many orders owe.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Application\Port\OrderBriefs;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\OrderBrief;
use MultiSafepay\PaymentLinks\Domain\OrderDebt;
use WC_Order;
use WC_Order_Refund;

/**
 * Reads a page of orders at once, and their refunds at once; WooCommerceOrders reads one with all that is in it.
 */
final class OrderDebts implements OrderBriefs {

	/**
	 * Returns what each order that is still there owes.
	 *
	 * @param list<int> $wc_order_ids WooCommerce's ids.
	 * @return array<int, OrderDebt> By WooCommerce's id.
	 */
	public function of( array $wc_order_ids ): array {
		return array_map( static fn ( OrderBrief $brief ): OrderDebt => $brief->debt, $this->briefs( $wc_order_ids ) );
	}

	/**
	 * {@inheritDoc}
	 */
	public function briefs( array $wc_order_ids ): array {
		$wc_order_ids = array_values( array_unique( $wc_order_ids ) );
		if ( [] === $wc_order_ids ) {
			return [];
		}

		$refunded = $this->refunded( $wc_order_ids );
		$briefs   = [];
		foreach ( self::orders(
			[
				'type'     => 'shop_order',
				'post__in' => $wc_order_ids,
			]
		) as $order ) {
			$debt = $order instanceof WC_Order ? $this->debt( $order, $refunded[ $order->get_id() ] ?? [] ) : null;
			if ( $order instanceof WC_Order && null !== $debt ) {
				$email               = $order->get_billing_email();
				$briefs[ $debt->id ] = new OrderBrief( $debt, (string) $order->get_order_number(), $order->get_status(), self::is_paid( $order ), is_string( $email ) ? $email : '' );
			}
		}

		return $briefs;
	}

	/**
	 * Returns what was given back, by order.
	 *
	 * @param non-empty-list<int> $wc_order_ids WooCommerce's ids.
	 * @return array<int, list<string>> Decimals.
	 */
	private function refunded( array $wc_order_ids ): array {
		$refunded = [];
		foreach ( self::orders(
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
	 * Returns the debt of an order.
	 *
	 * @param WC_Order     $order    The order.
	 * @param list<string> $refunded Decimals.
	 */
	private function debt( WC_Order $order, array $refunded ): ?OrderDebt {
		try {
			$currency = new Currency( strtoupper( $order->get_currency() ) );
		} catch ( InvalidValue ) {
			return null;
		}

		return new OrderDebt( $order->get_id(), $currency, $this->due( $order, $currency, $refunded ), $order->get_edit_order_url() );
	}

	/**
	 * Returns the total less refunds, zero when it is paid. Null when it has a fraction of the smallest unit.
	 *
	 * @param WC_Order     $order    The order.
	 * @param Currency     $currency Its currency.
	 * @param list<string> $refunded Decimals.
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

	/**
	 * Tells whether it is paid by whatever means.
	 */
	private static function is_paid( WC_Order $order ): bool {
		return $order->is_paid() || null !== $order->get_date_paid();
	}

	/**
	 * Runs one query of WooCommerce's.
	 *
	 * @param array<string, mixed> $query Which orders.
	 * @return array<mixed>
	 */
	private static function orders( array $query ): array {
		$orders = wc_get_orders( $query + [ 'limit' => -1 ] );

		return is_array( $orders ) ? $orders : [];
	}
}
