<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Privacy\PersonalDataTools;
use MultiSafepay\PaymentLinks\Privacy\PrivacyModule;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

#[CoversClass( PersonalDataTools::class )]
#[CoversClass( PrivacyModule::class )]
final class PrivacyTest extends IntegrationTestCase {

	use LinkSteps;

	private const EMAIL = 'robin@example.test';

	private WC_Order $order;

	private int $link_id = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->order   = $this->orders->create();
		$this->link_id = Json::number( $this->create_link( $this->order ), 'id' );
	}

	public function test_the_export_contains_the_data_of_the_customer(): void {
		$other  = $this->create_link( $this->orders->create( billing: [ 'email' => 'other@example.test' ] ) );
		$result = $this->tool( 'exporter', self::EMAIL, 1 );
		$text   = (string) wp_json_encode( $result, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );

		self::assertTrue( $result['done'] );
		foreach ( [
			"PL-{$this->order->get_id()}-1",
			'Robin',
			'Smit',
			self::EMAIL,
			'+31612345678',
			'Prinsengracht',
			'80.00 EUR',
			'Link created.',
		] as $value ) {
			self::assertStringContainsString( $value, $text );
		}
		self::assertStringNotContainsString( Json::text( $other, 'order_id' ), $text );
	}

	public function test_the_export_is_paginated(): void {
		$table = Db::wpdb()->prefix . 'multisafepay_payment_links';
		$row   = Db::wpdb()->get_row( "SELECT * FROM $table WHERE id = {$this->link_id}", 'ARRAY_A' );
		self::assertIsArray( $row );
		for ( $n = 2; $n <= 60; $n++ ) {
			Db::wpdb()->insert( $table, [ 'id' => null, 'order_id' => "many-$n", 'idempotency_key' => null ] + $row );
		}

		$first  = $this->tool( 'exporter', self::EMAIL, 1 );
		$second = $this->tool( 'exporter', self::EMAIL, 2 );
		$third  = $this->tool( 'exporter', self::EMAIL, 3 );

		self::assertSame(
			[ false, 50, true, 10, 0 ],
			[
				$first['done'],
				count( Json::object( $first, 'data' ) ),
				$second['done'],
				count( Json::object( $second, 'data' ) ),
				count( Json::object( $third, 'data' ) ),
			]
		);
	}

	public function test_the_data_of_an_open_link_is_retained(): void {
		$result = $this->tool( 'eraser', self::EMAIL, 1 );

		self::assertSame(
			[ false, true, true ],
			[ $result['items_removed'], $result['items_retained'], $result['done'] ]
		);
		self::assertStringContainsString( "PL-{$this->order->get_id()}-1", Json::text( $result, 'messages', 0 ) );
		self::assertSame( self::EMAIL, $this->rows( $this->order )[0]['email'] );
	}

	public function test_erasing_removes_personal_data_and_keeps_amounts(): void {
		$this->rest( 'POST', "/links/{$this->link_id}/cancel" );
		Db::query(
			'UPDATE '
				. Db::wpdb()->prefix
				. "multisafepay_payment_link_events SET detail = '"
				. self::EMAIL
				. "' WHERE link_id = {$this->link_id}"
		);

		$result = $this->tool( 'eraser', self::EMAIL, 1 );

		self::assertSame(
			[ true, false, [] ],
			[ $result['items_removed'], $result['items_retained'], $result['messages'] ]
		);
		$this->assert_no_personal_data();
		self::assertSame(
			[ '8000', 'EUR', 'cancelled' ],
			[
				$this->rows( $this->order )[0]['amount'],
				$this->rows( $this->order )[0]['currency'],
				$this->rows( $this->order )[0]['status'],
			]
		);
		self::assertSame(
			8000,
			$this->json( $this->rest( 'GET', "/links/{$this->link_id}" ) )['amount'],
			'The link can still be read.'
		);
		self::assertFalse( $this->tool( 'eraser', self::EMAIL, 1 )['items_removed'] );
	}

	#[Group( 'needs-real-woocommerce' )]
	public function test_erasing_an_order_in_woocommerce_erases_its_links(): void {
		\WC_Privacy_Erasers::remove_order_personal_data( $this->order );

		$this->assert_no_personal_data();
	}

	public function test_a_privacy_policy_text_is_suggested_to_those_who_may_manage_the_policy(): void {
		$this->login_as( 'sam' );
		self::assertCount( 0, $this->suggested_texts() );

		$this->login_as( $this->create_user( 'administrator' ) );
		$texts = $this->suggested_texts();
		self::assertCount( 1, $texts );
		self::assertStringContainsString( 'MultiSafepay', (string) wp_json_encode( $texts ) );
	}

	/**
	 * Returns the texts that the plugin suggests on a page of the admin.
	 *
	 * @return array<mixed>
	 */
	private function suggested_texts(): array {
		// WooCommerce's own callbacks of this hook need a screen.
		remove_all_actions( 'admin_init' );
		set_current_screen( 'dashboard' );
		( new PrivacyModule( Plugin::container() ) )->add_hooks();
		do_action( 'admin_init' );

		return array_filter(
			\WP_Privacy_Policy_Content::get_suggested_policy_text(),
			static fn ( mixed $text ): bool => is_array( $text )
				&& ( $text['plugin_name'] ?? '' ) === 'Payment Links for MultiSafepay'
		);
	}

	private function assert_no_personal_data(): void {
		$data = (string) wp_json_encode( [
			$this->rows( $this->order ),
			Db::wpdb()->get_results(
				'SELECT * FROM '
					. Db::wpdb()->prefix
					. "multisafepay_payment_link_events WHERE link_id = {$this->link_id}",
				'ARRAY_A'
			),
		] );
		foreach ( [ 'Robin', 'Smit', 'robin', '31612345678', 'Prinsengracht', 'Amsterdam', '1016' ] as $trace ) {
			self::assertStringNotContainsString( $trace, $data );
		}
	}

	/**
	 * Runs a privacy tool as WordPress does.
	 *
	 * @return array<mixed>
	 */
	private function tool( string $tool, string $email, int $page ): array {
		$tools = apply_filters( "wp_privacy_personal_data_{$tool}s", [] );
		self::assertIsArray( $tools );
		$callback = Json::at( $tools, 'multisafepay-payment-links', 'callback' );
		self::assertIsCallable( $callback );
		$result = $callback( $email, $page );
		self::assertIsArray( $result );
		return $result;
	}
}
