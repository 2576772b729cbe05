<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\StreetAddress;
use MultiSafepay\PaymentLinks\NewOrders\Application\PhoneOrderCreator;
use MultiSafepay\PaymentLinks\NewOrders\Domain\PhoneOrder;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\DecimalText;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderCopier;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderTransaction;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;
use WC_Data_Exception;
use WC_Order;
use WC_Order_Item_Fee;

/**
 * Creates pending orders with one fee line. WooCommerce calculates the taxes, which are included in the amount.
 */
final class WooCommercePhoneOrderCreator implements PhoneOrderCreator {

	/**
	 * Maximum iterations of the net price calculation. One is enough for a single tax rate; several rates, each rounded
	 * separately, need more.
	 */
	private const MAX_ITERATIONS = 10;

	public function create( PhoneOrder $new, callable $register ): int {
		return OrderTransaction::run(
			function () use ( $new, $register ): int {
				$order = $this->create_order( $new );
				$this->verify( $new, $order->get_id() );
				$register( $order->get_id() );

				return $order->get_id();
			}
		);
	}

	/**
	 * Verifies the saved order, because WooCommerce catches exceptions of other plugins and continues.
	 *
	 * @throws StorageFailed When the saved order differs from the request.
	 */
	private function verify( PhoneOrder $new, int $order_id ): void {
		$saved = $order_id > 0 ? wc_get_order( $order_id ) : null;
		if (
			! $saved instanceof WC_Order
			|| 1 !== count( $saved->get_items( 'fee' ) )
			|| ! self::has_total( $saved, $new->amount )
		) {
			throw new StorageFailed( 'The phone order was not saved as a whole.' );
		}
	}

	private function create_order( PhoneOrder $new ): WC_Order {
		$order = new WC_Order();
		$order->set_created_via( OrderCopier::CREATED_VIA );
		$order->set_status( 'pending' );
		$order->set_customer_id( $new->customer_id );
		$order->set_currency( $new->amount->currency->code );
		$order->set_prices_include_tax( wc_prices_include_tax() );
		$this->set_billing( $order, $new->customer );

		$fee = new WC_Order_Item_Fee();
		$fee->set_name( $new->description );
		$fee->set_tax_status( PhoneOrder::NO_TAX === $new->tax_class ? 'none' : 'taxable' );
		$fee->set_tax_class( PhoneOrder::NO_TAX === $new->tax_class ? '' : $new->tax_class );
		$order->add_item( $fee );
		$this->set_total( $order, $fee, $new->amount );

		return $order;
	}

	/**
	 * Finds the net price for which WooCommerce calculates the amount as the order's total. A later recalculation by
	 * staff then gives the same total.
	 */
	private function set_total( WC_Order $order, WC_Order_Item_Fee $fee, Money $amount ): void {
		$gross = (float) $amount->to_decimal();
		$fee->set_total( $amount->to_decimal() );
		$fee->calculate_taxes( $order->get_taxable_location() );
		$taxes = $fee->get_taxes()['total'] ?? [];
		// Taxes, including compound taxes, are proportional to the net price.
		$net = $gross * $gross / ( $gross + array_sum(
			is_array( $taxes ) ? array_filter( $taxes, 'is_numeric' ) : []
		) );

		$low  = 0.0;
		$high = 2 * $gross + 1;

		for ( $remaining = self::MAX_ITERATIONS; $remaining > 0; $remaining-- ) {
			$fee->set_total( number_format( $net, wc_get_rounding_precision(), '.', '' ) );
			// calculate_totals() saves the order. Hooks on new orders must see the correct total.
			$order->set_total( $amount->to_decimal() );
			$order->calculate_totals();
			if ( self::has_total( $order, $amount ) ) {
				return;
			}

			$difference = $gross - (float) $order->get_total();
			$low        = $difference > 0 ? $net : $low;
			$high       = $difference > 0 ? $high : $net;
			$net        = $net + $difference > $low && $net + $difference < $high
				? $net + $difference
				: ( $low + $high ) / 2;
		}

		// No net price gives this amount, because several rates are rounded separately. Use the amount minus the taxes
		// as the net price.
		$fee->set_total( number_format( $gross - (float) $order->get_cart_tax(), wc_get_price_decimals(), '.', '' ) );
		$order->set_total( $amount->to_decimal() );
		$order->save();
	}

	/**
	 * Whether the order's total is the amount.
	 */
	private static function has_total( WC_Order $order, Money $amount ): bool {
		try {
			return Money::from_decimal( DecimalText::of( $order->get_total() ), $amount->currency )->equals( $amount );
		} catch ( InvalidValue ) {
			return false;
		}
	}

	/**
	 * @throws InvalidValue When WooCommerce rejects the email address.
	 */
	private function set_billing( WC_Order $order, Customer $customer ): void {
		$order->set_billing_first_name( $customer->first_name );
		$order->set_billing_last_name( $customer->last_name );
		$order->set_billing_company( $customer->company_name );
		$order->set_billing_address_1( StreetAddress::line(
			$customer->address1,
			$customer->house_number,
			$customer->country
		) );
		$order->set_billing_address_2( $customer->address2 );
		$order->set_billing_postcode( $customer->zip_code );
		$order->set_billing_city( $customer->city );
		$order->set_billing_state( $customer->state );
		$order->set_billing_country( $customer->country );
		$order->set_billing_phone( $customer->phone );
		try {
			$order->set_billing_email( $customer->email );
		} catch ( WC_Data_Exception ) {
			throw new InvalidValue( 'customer.email', 'invalid_email' );
		}
	}
}
