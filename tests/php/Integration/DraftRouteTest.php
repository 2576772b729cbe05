<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class DraftRouteTest extends IntegrationTestCase {

	use LinkSteps;

	public function test_payment_methods_are_only_requested_when_asked_for(): void {
		$draft = $this->json( $this->rest( 'GET', "/orders/{$this->orders->create()->get_id()}/draft" ) );

		self::assertSame( [], Json::object( $draft, 'options', 'gateways' ) );
		self::assertSame( [], $this->emulator->requests() );
	}

	public function test_the_methods_support_the_currency_and_the_amount(): void {
		$order = $this->orders->create();
		$euros = $this->methods( "/orders/{$order->get_id()}/draft", [ 'gateways' => 'main' ] );
		$small = $this->methods( "/orders/{$order->get_id()}/draft", [ 'gateways' => 'main', 'amount' => 50 ] );
		$yen   = $this->methods(
			"/orders/{$this->orders->create( currency: 'JPY' )->get_id()}/draft",
			[ 'gateways' => 'main' ]
		);

		self::assertContains( 'IDEAL', $euros );
		self::assertContains( 'KLARNA', $euros );
		self::assertNotContains( 'IN3', $euros, 'IN3 requires at least 100.00.' );
		self::assertNotContains( 'KLARNA', $small );
		self::assertContains( 'VISA', $yen );
		self::assertNotContains( 'IDEAL', $yen );
	}

	public function test_the_methods_are_those_of_the_site_with_names(): void {
		$this->limit_methods( 'IDEAL', 'VISA' );
		$draft = $this->json( $this->rest(
			'GET',
			"/orders/{$this->orders->create()->get_id()}/draft",
			[ 'gateways' => 'main' ]
		) );

		self::assertSame(
			[ [ 'id' => 'IDEAL', 'name' => 'iDEAL' ], [ 'id' => 'VISA', 'name' => 'Visa' ] ],
			Json::object( $draft, 'options', 'gateways' )
		);
	}

	public function test_a_method_that_the_site_does_not_have_is_an_error_at_the_field(): void {
		$this->limit_methods( 'IDEAL' );
		$order    = $this->orders->create();
		$response = $this->assert_error(
			422,
			'multisafepay_rejected',
			$this->post_link( $order, [ 'gateway' => 'VISA' ] )
		);

		self::assertSame( 1023, Json::number( $response, 'data', 'error_code' ) );
		self::assertSame( [ 'gateway' ], array_keys( Json::object( $response, 'data', 'params' ) ) );
		self::assertSame( 201, $this->post_link( $order, [ 'gateway' => 'IDEAL' ] )->get_status() );
	}

	public function test_a_failure_of_the_provider_is_reported(): void {
		$order = $this->orders->create();
		foreach ( [ 'status_503_html', 'reset_after', 'bad_json', 'empty_200' ] as $fault ) {
			$this->emulator->fault( $fault, 'GET', '/payment-methods' );
			$this->assert_error(
				502,
				'multisafepay_unavailable',
				$this->rest( 'GET', "/orders/{$order->get_id()}/draft", [ 'gateways' => 'main' ] )
			);
		}
	}

	public function test_invalid_parameters_are_an_error_at_their_field(): void {
		$path = "/orders/{$this->orders->create()->get_id()}/draft";

		$this->assert_invalid( $this->rest( 'GET', $path, [ 'gateways' => 'elsewhere' ] ), 'gateways' );
		$this->assert_invalid( $this->rest( 'GET', $path, [ 'gateways' => 'main', 'amount' => -1 ] ), 'amount' );
	}

	public function test_the_draft_contains_the_cart_with_prices_including_tax(): void {
		$order = $this->orders->create( [ [ 'Art print', 2, 60.0 ], [ 'Frame', 1, 14.95 ] ], shipping: 5.05 );
		$path  = "/orders/{$order->get_id()}/draft";
		$cart  = Json::object( $this->json( $this->rest( 'GET', $path ) ), 'options', 'cart' );

		self::assertSame( 8000, $cart['total'] );
		self::assertSame(
			[
				[ 'name' => 'Art print', 'quantity' => 2, 'total' => 6000 ],
				[ 'name' => 'Frame', 'quantity' => 1, 'total' => 1495 ],
				[ 'name' => 'PostNL', 'quantity' => 1, 'total' => 505 ],
			],
			$cart['items']
		);
		self::assertNull(
			Json::at( $this->json( $this->rest( 'GET', $path, [ 'amount' => 5000 ] ) ), 'options', 'cart' ),
			'A partial amount has no cart.'
		);
	}

	public function test_the_draft_of_a_link_has_its_details_and_a_new_order_id(): void {
		$order = $this->orders->create();
		$link  = $this->create_link(
			$order,
			[
				'amount' => 2500,
				'description' => 'Deposit',
				'seconds_active' => 5400,
				'note' => 'Ask again',
				'order_id' => 'typed-1',
				'confirm_amount' => true,
			]
		);
		$draft = $this->json( $this->rest(
			'GET',
			'/links/' . Json::number( $link, 'id' ) . '/draft',
			[ 'gateways' => 'main' ]
		) );

		self::assertSame(
			[ 2500, 'Deposit', null, 5400, 'Ask again', false ],
			array_map(
				static fn ( string $field ): mixed => Json::at( $draft, 'values', $field ),
				[ 'amount', 'description', 'days_active', 'seconds_active', 'note', 'confirm_amount' ]
			)
		);
		self::assertSame( "PL-{$order->get_id()}-2", Json::at( $draft, 'values', 'order_id' ) );
		self::assertNotSame( '', Json::text( $draft, 'values', 'idempotency_key' ) );
		self::assertContains( 'open_link', array_column( Json::object( $draft, 'warnings' ), 'code' ) );
		self::assertNotSame( [], Json::object( $draft, 'options', 'gateways' ) );
	}

	public function test_a_lifetime_of_whole_days_is_returned_in_days(): void {
		$link  = $this->create_link( $this->orders->create(), [ 'days_active' => 3 ] );
		$draft = $this->json( $this->rest( 'GET', '/links/' . Json::number( $link, 'id' ) . '/draft' ) );

		self::assertSame( 3, Json::at( $draft, 'values', 'days_active' ) );
		self::assertArrayNotHasKey( 'seconds_active', Json::object( $draft, 'values' ) );
	}

	public function test_an_unreachable_shop_and_an_official_link_give_a_warning(): void {
		$order = $this->orders->create();
		$order->update_meta_data( 'send_payment_link', '1' );
		$order->update_meta_data( 'payment_url', 'https://pay.example/older' );
		$order->save();
		add_filter( 'pre_option_permalink_structure', '__return_empty_string' );
		$emulator = getenv( 'MULTISAFEPAY_PAYMENT_LINKS_API_URL' );
		putenv( 'MULTISAFEPAY_PAYMENT_LINKS_API_URL' );
		try {
			$codes = array_column(
				Json::object( $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/draft" ) ), 'warnings' ),
				'code'
			);
		} finally {
			putenv( "MULTISAFEPAY_PAYMENT_LINKS_API_URL=$emulator" );
		}

		self::assertSame( [ 'official_link', 'plain_permalinks', 'plain_http' ], $codes );
		self::assertSame(
			'https://pay.example/older',
			$this->reload_order( $order->get_id() )->get_meta( 'payment_url' ),
			'The official link is unchanged.'
		);
	}

	/**
	 * @param array<string, mixed> $query
	 *
	 * @return list<string>
	 */
	private function methods( string $path, array $query ): array {
		$response = $this->rest( 'GET', $path, $query );
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $this->json( $response ) ) );

		/** @var list<string> $ids */
		$ids = array_column( Json::object( $this->json( $response ), 'options', 'gateways' ), 'id' );

		return $ids;
	}

	private function limit_methods( string ...$ids ): void {
		$this->emulator->control( 'POST', 'sites', [ 'api_key' => Env::get( 'EMULATOR_KEY' ), 'methods' => $ids ] );
	}
}
