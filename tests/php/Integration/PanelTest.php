<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Browser;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JsonShape;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;
use WP_User;

/**
 * Requests the order screen over HTTP: the screen of WooCommerce with HPOS, the screen of WordPress with orders as
 * posts.
 */
#[CoversNothing]
#[Group( 'storage' )]
final class PanelTest extends HttpTestCase {

	use LinkSteps;

	private const CAPABILITY = 'multisafepay_manage_payment_links';

	protected function tearDown(): void {
		$this->sam()->remove_cap( self::CAPABILITY );
		parent::tearDown();
	}

	public function test_the_screen_contains_all_data_of_the_panel(): void {
		$order         = $this->orders->create();
		$link          = $this->http(
			'POST',
			"/orders/{$order->get_id()}/links",
			[ 'idempotency_key' => $this->new_key() ]
		)->json();
		$request_count = count( $this->emulator->requests() );
		$html          = $this->screen( $order );

		$config = $this->config( $html );

		JsonShape::assert_same( $config, Json::fixture( 'panel-config' ) );
		self::assertSame( [ $link ], $config['links'] );
		self::assertSame(
			[ $order->get_id(), null, false ],
			[ $config['wc_order_id'], $config['draft_error'], $config['not_configured'] ]
		);
		self::assertSame( "PL-{$order->get_id()}-2", Json::at( $config, 'draft', 'values', 'order_id' ) );
		self::assertCount( $request_count, $this->emulator->requests(), 'No request was sent.' );
		self::assertTrue( str_contains( $html, 'Payment links' ) );
		self::assertTrue( str_contains( $html, 'multisafepay-payment-links/build/order-panel.js' ) );
		self::assertFalse( str_contains( $html, Env::get( 'EMULATOR_KEY' ) ) );
	}

	public function test_customer_text_is_escaped_in_the_attribute(): void {
		$order  = $this->orders->create( billing: [
			'first_name' => '"><script>alert(1)</script>',
			'last_name' => "O'Neil & Söhne",
		] );
		$html   = $this->screen( $order );
		$config = $this->config( $html );

		self::assertFalse( str_contains( $html, '"><script>alert(1)' ) );
		self::assertSame( "O'Neil & Söhne", Json::at( $config, 'draft', 'values', 'customer', 'last_name' ) );
	}

	public function test_entities_in_the_data_of_an_order_do_not_break_the_panel(): void {
		$order = $this->orders->create();
		$order->set_billing_first_name( 'R&quot;D &amp; <Söhne>' );
		$order->save();

		$draft = $this->config( $this->screen( $order ) )['draft'];

		self::assertIsArray( $draft );
	}

	public function test_the_panel_is_absent_without_the_capability(): void {
		$order = $this->orders->create();
		$this->sam()->add_cap( self::CAPABILITY, false );

		$html = $this->screen( $order );

		// assertStringContainsString() would print the whole page on failure.
		self::assertTrue( str_contains( $html, 'woocommerce-order-data' ), 'The order screen is shown.' );
		foreach ( [
			'id="multisafepay-payment-links',
			'data-config',
			'multisafepay-payment-links/build',
			"PL-{$order->get_id()}",
		] as $trace ) {
			self::assertFalse( str_contains( $html, $trace ), $trace );
		}
	}

	public function test_without_a_key_the_panel_reports_it(): void {
		$this->delete_settings();

		$config = $this->config( $this->screen( $this->orders->create() ) );

		self::assertTrue( $config['not_configured'] );
		self::assertSame( 'not_configured', Json::at( $config, 'draft', 'warnings', 0, 'code' ) );
		self::assertStringContainsString( 'multisafepay_payment_links', Json::text( $config, 'settings_url' ) );
	}

	public function test_the_panel_of_a_paid_order_has_a_warning(): void {
		$config = $this->config( $this->screen( $this->orders->create( status: 'processing' ) ) );

		self::assertSame( [ 'order_paid' ], array_column( Json::object( $config, 'draft', 'warnings' ), 'code' ) );
	}

	#[Group( 'needs-real-woocommerce' )]
	public function test_customer_pages_contain_no_plugin_data(): void {
		$order    = $this->orders->create();
		$response = Support\Http::send( 'GET', $order->get_checkout_order_received_url() );

		self::assertSame( 200, $response->status );
		self::assertFalse( str_contains( $response->body, 'multisafepay-payment-links' ) );
		self::assertFalse( str_contains( $response->body, Env::get( 'EMULATOR_KEY' ) ) );
	}

	private function sam(): WP_User {
		$sam = get_user_by( 'login', 'sam' );
		self::assertInstanceOf( WP_User::class, $sam );
		return $sam;
	}

	private function screen( WC_Order $order ): string {
		$response = ( new Browser( 'sam' ) )->send( 'GET', $order->get_edit_order_url() );
		self::assertSame( 200, $response->status );
		return $response->body;
	}

	/**
	 * @return array<mixed>
	 */
	private function config( string $html ): array {
		self::assertSame(
			1,
			preg_match_all( '/<div id="multisafepay-payment-links-panel" data-config="([^"]*)"/', $html, $found ),
			'One mount node.'
		);
		$config = json_decode( html_entity_decode( $found[1][0] ?? '', ENT_QUOTES | ENT_HTML5 ), true );
		self::assertIsArray( $config );
		return $config;
	}
}
