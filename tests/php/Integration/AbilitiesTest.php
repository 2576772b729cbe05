<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Abilities\Abilities;
use MultiSafepay\PaymentLinks\Abilities\UnpaidOrders;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WP_Ability;
use WP_Error;

#[CoversClass( Abilities::class )]
#[CoversClass( UnpaidOrders::class )]
#[Group( 'needs-real-woocommerce' )]
final class AbilitiesTest extends IntegrationTestCase {

	use LinkSteps;

	protected function setUp(): void {
		parent::setUp();
		if ( ! function_exists( 'wp_get_ability' ) ) {
			self::fail( 'These tests need a WordPress version with the Abilities API.' );
		}
		$this->login_as( 'sam' );
	}

	public function test_the_links_of_an_order_are_returned(): void {
		$order = $this->orders->create();
		$link  = $this->create_link( $order );

		$statuses = $this->ability( 'link-status' )->execute( [ 'wc_order_id' => $order->get_id() ] );

		self::assertIsArray( $statuses );
		self::assertSame( [ $link['order_id'] ], array_column( $statuses, 'order_id' ) );
	}

	public function test_unpaid_orders_without_an_open_link_are_listed(): void {
		$plain   = $this->orders->create();
		$open    = $this->orders->create();
		$cancelled = $this->orders->create();
		$paid    = $this->orders->create( status: 'processing' );
		$this->create_link( $open );
		$this->rest( 'POST', '/links/' . Json::number( $this->create_link( $cancelled ), 'id' ) . '/cancel' );

		$orders = $this->ability( 'unpaid-orders-without-open-link' )->execute( [ 'limit' => 100 ] );

		self::assertIsArray( $orders );
		$ids = array_column( $orders, 'last_link_status', 'wc_order_id' );
		self::assertArrayHasKey( $plain->get_id(), $ids );
		self::assertNull( $ids[ $plain->get_id() ] );
		self::assertSame( 'cancelled', $ids[ $cancelled->get_id() ] ?? null );
		self::assertArrayNotHasKey( $open->get_id(), $ids );
		self::assertArrayNotHasKey( $paid->get_id(), $ids );
	}

	public function test_an_order_with_an_older_open_link_is_not_listed(): void {
		$order = $this->orders->create();
		$this->create_link( $order );
		$this->rest( 'POST', '/links/' . Json::number( $this->create_link( $order ), 'id' ) . '/cancel' );
		self::assertSame( [ '1 active created', '2 cancelled cancelled' ], $this->link_statuses( $order ) );

		$orders = $this->ability( 'unpaid-orders-without-open-link' )->execute( [ 'limit' => 100 ] );

		self::assertIsArray( $orders );
		self::assertNotContains( $order->get_id(), array_column( $orders, 'wc_order_id' ) );
	}

	public function test_a_link_is_created_once_and_cancelled(): void {
		$order = $this->orders->create();
		$input = [ 'wc_order_id' => $order->get_id(), 'amount' => 1000, 'idempotency_key' => $this->new_key() ];

		$created = $this->ability( 'create' )->execute( $input );
		$again   = $this->ability( 'create' )->execute( $input );

		self::assertIsArray( $created );
		self::assertSame( $created, $again );
		self::assertSame( 1000, $created['amount'] );
		$cancelled_link = $this->ability( 'cancel' )->execute( [ 'link_id' => $created['id'] ] );
		self::assertIsArray( $cancelled_link );
		self::assertSame( 'cancelled', $cancelled_link['status'] );
		self::assertSame( [], $this->payable() );
	}

	public function test_a_refusal_has_the_error_code_of_the_rest_api(): void {
		$order = $this->orders->create( status: 'processing' );

		$error = $this->ability( 'create' )->execute( [
			'wc_order_id' => $order->get_id(),
			'idempotency_key' => $this->new_key(),
		] );

		self::assertInstanceOf( WP_Error::class, $error );
		self::assertSame( 'order_already_paid', $error->get_error_code() );
	}

	#[DataProvider( 'abilities' )]
	public function test_an_ability_declares_whether_it_is_read_only_and_checks_permissions(
		string $name,
		bool $is_readonly,
	): void {
		$order = $this->orders->create();
		$link  = Json::number( $this->create_link( $order ), 'id' );
		$input = match ( $name ) {
			'cancel'                          => [ 'link_id' => $link ],
			'unpaid-orders-without-open-link' => [],
			'create'                          => [
				'wc_order_id' => $order->get_id(),
				'idempotency_key' => $this->new_key(),
			],
			default  => [ 'wc_order_id' => $order->get_id() ],
		};
		$meta  = $this->ability( $name )->get_meta();

		self::assertIsArray( $meta['annotations'] );
		self::assertSame( $is_readonly, $meta['annotations']['readonly'] );
		self::assertNotSame( [], $this->ability( $name )->get_input_schema() );
		self::assertNotSame( [], $this->ability( $name )->get_output_schema() );
		foreach ( [ null, $this->create_user( 'customer' ), $this->create_user( 'author' ) ] as $login ) {
			$this->login_as( $login );
			self::assertNotTrue( $this->ability( $name )->check_permissions( $input ) );
			self::assertInstanceOf( WP_Error::class, $this->ability( $name )->execute( $input ) );
		}
		self::assertSame( [ '1 active created' ], $this->link_statuses( $order ) );
	}

	/**
	 * @return array<string, array{string, bool}>
	 */
	public static function abilities(): array {
		return [
			'link status'   => [ 'link-status', true ],
			'unpaid orders' => [ 'unpaid-orders-without-open-link', true ],
			'create'        => [ 'create', false ],
			'cancel'        => [ 'cancel', false ],
		];
	}

	private function ability( string $name ): WP_Ability {
		$ability = wp_get_ability( "multisafepay-payment-links/$name" );
		self::assertInstanceOf( WP_Ability::class, $ability );
		return $ability;
	}
}
