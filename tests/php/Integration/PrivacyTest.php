<?php
/**
 * Personal data, and the plugin's end.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Admin\PrivacyTexts;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Storage\PersonalData;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\WooCommerce\PersonalDataTools;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

#[CoversClass( PersonalDataTools::class )]
#[CoversClass( PersonalData::class )]
#[CoversClass( PrivacyTexts::class )]
final class PrivacyTest extends IntegrationTestCase {

	use LinkSteps;

	private const EMAIL = 'robin@example.test';

	private WC_Order $order;

	private int $id = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->order = $this->orders->make();
		$this->id    = Json::number( $this->made_link( $this->order ), 'id' );
	}

	public function test_the_export_has_what_is_kept_about_the_payer(): void {
		$other  = $this->made_link( $this->orders->make( billing: [ 'email' => 'other@example.test' ] ) );
		$answer = $this->tool( 'exporter', self::EMAIL, 1 );
		$text   = (string) wp_json_encode( $answer, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );

		self::assertTrue( $answer['done'] );
		foreach ( [ "PL-{$this->order->get_id()}-1", 'Robin', 'Smit', self::EMAIL, '+31612345678', 'Prinsengracht', '80.00 EUR', 'Link created.' ] as $fact ) {
			self::assertStringContainsString( $fact, $text );
		}
		self::assertStringNotContainsString( Json::text( $other, 'order_id' ), $text );
	}

	public function test_the_export_comes_in_pages(): void {
		$table = Db::wpdb()->prefix . 'multisafepay_payment_links';
		$row   = Db::wpdb()->get_row( "SELECT * FROM $table WHERE id = {$this->id}", 'ARRAY_A' );
		self::assertIsArray( $row );
		for ( $n = 2; $n <= 60; $n++ ) {
			Db::wpdb()->insert( $table, [ 'id' => null, 'order_id' => "many-$n", 'idempotency_key' => null ] + $row );
		}

		$first  = $this->tool( 'exporter', self::EMAIL, 1 );
		$second = $this->tool( 'exporter', self::EMAIL, 2 );
		$third  = $this->tool( 'exporter', self::EMAIL, 3 );

		self::assertSame( [ false, 50, true, 10, 0 ], [ $first['done'], count( Json::object( $first, 'data' ) ), $second['done'], count( Json::object( $second, 'data' ) ), count( Json::object( $third, 'data' ) ) ] );
	}

	public function test_a_link_that_can_be_paid_keeps_its_payer(): void {
		$answer = $this->tool( 'eraser', self::EMAIL, 1 );

		self::assertSame( [ false, true, true ], [ $answer['items_removed'], $answer['items_retained'], $answer['done'] ] );
		self::assertStringContainsString( "PL-{$this->order->get_id()}-1", Json::text( $answer, 'messages', 0 ) );
		self::assertSame( self::EMAIL, $this->rows( $this->order )[0]['email'] );
	}

	public function test_erasing_takes_the_person_out_and_leaves_what_money_did(): void {
		$this->rest( 'POST', "/links/{$this->id}/retire" );
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_link_events SET detail = '" . self::EMAIL . "' WHERE link_id = {$this->id}" );

		$answer = $this->tool( 'eraser', self::EMAIL, 1 );

		self::assertSame( [ true, false, [] ], [ $answer['items_removed'], $answer['items_retained'], $answer['messages'] ] );
		$this->assert_nobody_left();
		self::assertSame( [ '8000', 'EUR', 'cancelled' ], [ $this->rows( $this->order )[0]['amount'], $this->rows( $this->order )[0]['currency'], $this->rows( $this->order )[0]['status'] ] );
		self::assertSame( 8000, $this->json( $this->rest( 'GET', "/links/{$this->id}" ) )['amount'], 'It can still be read.' );
		self::assertFalse( $this->tool( 'eraser', self::EMAIL, 1 )['items_removed'] );
	}

	#[Group( 'needs-real-woocommerce' )]
	public function test_an_order_that_woocommerce_erases_takes_its_links_along(): void {
		\WC_Privacy_Erasers::remove_order_personal_data( $this->order );

		$this->assert_nobody_left();
	}

	public function test_there_is_a_text_for_the_privacy_policy(): void {
		// WooCommerce's own work there needs a screen.
		remove_all_actions( 'admin_init' );
		set_current_screen( 'dashboard' );
		( new Plugin() )->boot();
		do_action( 'admin_init' );

		$texts = array_filter( \WP_Privacy_Policy_Content::get_suggested_policy_text(), static fn ( mixed $text ): bool => is_array( $text ) && ( $text['plugin_name'] ?? '' ) === 'Payment Links for MultiSafepay' );
		self::assertStringContainsString( 'MultiSafepay', (string) wp_json_encode( $texts ) );
		self::assertCount( 1, $texts );
	}

	private function assert_nobody_left(): void {
		$everything = (string) wp_json_encode( [ $this->rows( $this->order ), Db::wpdb()->get_results( 'SELECT * FROM ' . Db::wpdb()->prefix . "multisafepay_payment_link_events WHERE link_id = {$this->id}", 'ARRAY_A' ) ] );
		foreach ( [ 'Robin', 'Smit', 'robin', '31612345678', 'Prinsengracht', 'Amsterdam', '1016' ] as $trace ) {
			self::assertStringNotContainsString( $trace, $everything );
		}
	}

	/**
	 * Runs a tool as WordPress does.
	 *
	 * @return array<mixed>
	 */
	private function tool( string $tool, string $email, int $page ): array {
		$tools = apply_filters( "wp_privacy_personal_data_{$tool}s", [] );
		self::assertIsArray( $tools );
		$callback = Json::at( $tools, 'multisafepay-payment-links', 'callback' );
		self::assertIsCallable( $callback );
		$answer = $callback( $email, $page );
		self::assertIsArray( $answer );
		return $answer;
	}
}
