<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use WC_Order;
use WC_Tax;
use WP_REST_Response;

/**
 * Steps for integration tests of phone orders. Requires LinkSteps.
 */
trait PhoneSteps {

	/**
	 * Returns the body of a request that creates a phone order of 80.00 EUR.
	 *
	 * @param array<string, mixed> $changes Changes to the default body.
	 *
	 * @return array<string, mixed>
	 */
	protected function phone_body( array $changes = [] ): array {
		return $changes + [
			'amount'          => 8000,
			'description'     => 'Repair of a bicycle',
			'customer'        => [
				'first_name' => 'Eva',
				'last_name' => 'Visser',
				'email' => 'eva@example.test',
				'address1' => 'Kalverstraat',
				'house_number' => '12-A',
				'zip_code' => '1012 AB',
				'city' => 'Amsterdam',
				'country' => 'NL',
				'locale' => 'nl_NL',
			],
			'idempotency_key' => $this->new_key(),
		];
	}

	/**
	 * @param array<string, mixed> $changes Changes to the default body.
	 */
	protected function post_phone_order( array $changes = [], ?string $user = 'sam' ): WP_REST_Response {
		return $this->rest( 'POST', '/links', $this->phone_body( $changes ), $user );
	}

	/**
	 * Creates a phone order and asserts status 201.
	 *
	 * @param array<string, mixed> $changes Changes to the default body.
	 */
	protected function create_phone_order( array $changes = [] ): WC_Order {
		$response = $this->post_phone_order( $changes );
		self::assertSame( 201, $response->get_status(), (string) wp_json_encode( $this->json( $response ) ) );

		return $this->reload_order( Json::number( $this->json( $response ), 'wc_order_id' ) );
	}

	/**
	 * Enables taxes with exactly the given rates and returns the rate IDs.
	 *
	 * @param list<array{string, string, string, int, bool}> $rates Country, class, percentage, priority and whether the
	 * rate is compound.
	 *
	 * @return list<int>
	 */
	protected function set_tax_rates( array $rates ): array {
		update_option( 'woocommerce_calc_taxes', 'yes' );
		update_option( 'woocommerce_tax_based_on', 'billing' );
		Db::query( 'DELETE FROM ' . Db::wpdb()->prefix . 'woocommerce_tax_rates' );
		$ids = [];
		foreach ( $rates as [ $country, $class, $rate, $priority, $compound ] ) {
			$ids[] = (int) WC_Tax::_insert_tax_rate( [
				'tax_rate_country' => $country,
				'tax_rate_state' => '',
				'tax_rate' => $rate,
				'tax_rate_name' => "VAT $rate $priority",
				'tax_rate_priority' => $priority,
				'tax_rate_compound' => (int) $compound,
				'tax_rate_shipping' => 1,
				'tax_rate_order' => 0,
				'tax_rate_class' => $class,
			] );
		}

		return $ids;
	}

	/**
	 * Returns fee, tax and total of the order as decimal strings.
	 *
	 * @return array{string, string, string}
	 */
	protected function order_amounts( WC_Order $order ): array {
		return [
			wc_format_decimal( $order->get_total_fees(), 2 ),
			wc_format_decimal( $order->get_total_tax(), 2 ),
			wc_format_decimal( $order->get_total(), 2 ),
		];
	}
}
