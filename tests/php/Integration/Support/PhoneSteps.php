<?php
/**
 * What tests do with phone orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use WC_Order;
use WC_Tax;
use WP_REST_Response;

/**
 * For integration test cases with LinkSteps.
 */
trait PhoneSteps {

	/**
	 * A body that makes a phone order of 80.00 EUR.
	 *
	 * @param array<string, mixed> $changes Wins.
	 *
	 * @return array<string, mixed>
	 */
	protected function phone_body( array $changes = [] ): array {
		return $changes + [
			'amount'          => 8000,
			'description'     => 'Repair of a bicycle',
			'customer'        => [ 'first_name' => 'Eva', 'last_name' => 'Visser', 'email' => 'eva@example.test', 'address1' => 'Kalverstraat', 'house_number' => '12-A', 'zip_code' => '1012 AB', 'city' => 'Amsterdam', 'country' => 'NL', 'locale' => 'nl_NL' ],
			'idempotency_key' => $this->fresh_key(),
		];
	}

	/**
	 * @param array<string, mixed> $changes To the usual body.
	 */
	protected function post_phone( array $changes = [], ?string $user = 'sam' ): WP_REST_Response {
		return $this->rest( 'POST', '/links', $this->phone_body( $changes ), $user );
	}

	/**
	 * Makes a phone order that must succeed.
	 *
	 * @param array<string, mixed> $changes To the usual body.
	 */
	protected function phone_order( array $changes = [] ): WC_Order {
		$response = $this->post_phone( $changes );
		self::assertSame( 201, $response->get_status(), (string) wp_json_encode( $this->json( $response ) ) );

		return $this->fresh_order( Json::number( $this->json( $response ), 'wc_order_id' ) );
	}

	/**
	 * Turns taxes on, with these rates and no others; answers their ids.
	 *
	 * @param list<array{string, string, string, int, bool}> $rates Country, class, per cent, priority, and whether it is compound.
	 *
	 * @return list<int>
	 */
	protected function tax_rates( array $rates ): array {
		update_option( 'woocommerce_calc_taxes', 'yes' );
		update_option( 'woocommerce_tax_based_on', 'billing' );
		Db::query( 'DELETE FROM ' . Db::wpdb()->prefix . 'woocommerce_tax_rates' );
		$ids = [];
		foreach ( $rates as [ $country, $class, $rate, $priority, $compound ] ) {
			$ids[] = (int) WC_Tax::_insert_tax_rate( [ 'tax_rate_country' => $country, 'tax_rate_state' => '', 'tax_rate' => $rate, 'tax_rate_name' => "VAT $rate $priority", 'tax_rate_priority' => $priority, 'tax_rate_compound' => (int) $compound, 'tax_rate_shipping' => 1, 'tax_rate_order' => 0, 'tax_rate_class' => $class ] );
		}

		return $ids;
	}

	/**
	 * What is in the order, in text: fee, tax and total.
	 *
	 * @return array{string, string, string}
	 */
	protected function reckoning( WC_Order $order ): array {
		return [ wc_format_decimal( $order->get_total_fees(), 2 ), wc_format_decimal( $order->get_total_tax(), 2 ), wc_format_decimal( $order->get_total(), 2 ) ];
	}
}
