<?php
/**
 * Phone orders in WooCommerce.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Application\Port\PhoneOrderMaker;
use MultiSafepay\PaymentLinks\Domain\Customer;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\PhoneOrder;
use MultiSafepay\PaymentLinks\Domain\StreetAddress;
use WC_Data_Exception;
use WC_Order;
use WC_Order_Item_Fee;

/**
 * Makes pending orders of one fee line. Taxes are WooCommerce's own and contained in the amount.
 */
final class WooCommercePhoneOrders implements PhoneOrderMaker {

	/**
	 * One is enough for one rate; where several are rounded, each on its own, the net price is closed in on.
	 */
	private const RECKONINGS = 10;

	/**
	 * {@inheritDoc}
	 */
	public function make( PhoneOrder $new, callable $register ): int {
		return OrderTransaction::run(
			function () use ( $new, $register ): int {
				$order = $this->order( $new );
				$this->check( $new, $order->get_id() );
				$register( $order->get_id() );

				return $order->get_id();
			}
		);
	}

	/**
	 * Looks at what was really saved: WooCommerce keeps failures of other plugins to itself, and goes on.
	 *
	 * @throws StorageFailed When it is not what was asked for.
	 */
	private function check( PhoneOrder $new, int $order_id ): void {
		$saved = $order_id > 0 ? wc_get_order( $order_id ) : null;
		if ( ! $saved instanceof WC_Order || 1 !== count( $saved->get_items( 'fee' ) ) || ! self::costs( $saved, $new->amount ) ) {
			throw new StorageFailed( 'The phone order was not saved as a whole.' );
		}
	}

	/**
	 * Returns the order, saved.
	 */
	private function order( PhoneOrder $new ): WC_Order {
		$order = new WC_Order();
		$order->set_created_via( WooCommerceOrderCopier::CREATED_VIA );
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
		$this->reckon( $order, $fee, $new->amount );

		return $order;
	}

	/**
	 * Has WooCommerce reckon the order until it costs the amount: then it does so too when staff have it reckoned again.
	 */
	private function reckon( WC_Order $order, WC_Order_Item_Fee $fee, Money $amount ): void {
		$gross = (float) $amount->to_decimal();
		$fee->set_total( $amount->to_decimal() );
		$fee->calculate_taxes( $order->get_taxable_location() );
		$taxes = $fee->get_taxes()['total'] ?? [];
		// Taxes are in proportion to what they are put on, compound ones too.
		$net = $gross * $gross / ( $gross + array_sum( is_array( $taxes ) ? array_filter( $taxes, 'is_numeric' ) : [] ) );

		$low  = 0.0;
		$high = 2 * $gross + 1;

		for ( $left = self::RECKONINGS; $left > 0; $left-- ) {
			$fee->set_total( number_format( $net, wc_get_rounding_precision(), '.', '' ) );
			// WooCommerce saves while it reckons; whoever listens to new orders should see what this one costs.
			$order->set_total( $amount->to_decimal() );
			$order->calculate_totals();
			if ( self::costs( $order, $amount ) ) {
				return;
			}

			$gap  = $gross - (float) $order->get_total();
			$low  = $gap > 0 ? $net : $low;
			$high = $gap > 0 ? $high : $net;
			$net  = $net + $gap > $low && $net + $gap < $high ? $net + $gap : ( $low + $high ) / 2;
		}

		// No net price gives this amount: the rounding of several rates jumps over it. What is left of it is the net price.
		$fee->set_total( number_format( $gross - (float) $order->get_cart_tax(), wc_get_price_decimals(), '.', '' ) );
		$order->set_total( $amount->to_decimal() );
		$order->save();
	}

	/**
	 * Tells whether the order's total is the amount.
	 */
	private static function costs( WC_Order $order, Money $amount ): bool {
		try {
			return Money::from_decimal( DecimalText::of( $order->get_total() ), $amount->currency )->equals( $amount );
		} catch ( InvalidValue ) {
			return false;
		}
	}

	/**
	 * Writes the customer into the billing address.
	 *
	 * @throws InvalidValue When WooCommerce does not take the e-mail address.
	 */
	private function set_billing( WC_Order $order, Customer $customer ): void {
		$order->set_billing_first_name( $customer->first_name );
		$order->set_billing_last_name( $customer->last_name );
		$order->set_billing_company( $customer->company_name );
		$order->set_billing_address_1( StreetAddress::line( $customer->address1, $customer->house_number, $customer->country ) );
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
