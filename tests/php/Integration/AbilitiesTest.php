<?php
/**
 * Abilities.
 *
 * @package MultiSafepay\PaymentLinks
 */

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
			self::fail( 'The oldest WordPress has no abilities; the tests run on one that has.' );
		}
		$this->login_as( 'sam' );
	}

	public function test_the_links_of_an_order_are_told(): void {
		$order = $this->orders->make();
		$link  = $this->made_link( $order );

		$told = $this->ability( 'link-status' )->execute( [ 'wc_order_id' => $order->get_id() ] );

		self::assertIsArray( $told );
		self::assertSame( [ $link['order_id'] ], array_column( $told, 'order_id' ) );
	}

	public function test_unpaid_orders_without_an_open_link_are_listed(): void {
		$plain   = $this->orders->make();
		$open    = $this->orders->make();
		$retired = $this->orders->make();
		$paid    = $this->orders->make( status: 'processing' );
		$this->made_link( $open );
		$this->rest( 'POST', '/links/' . Json::number( $this->made_link( $retired ), 'id' ) . '/retire' );

		$listed = $this->ability( 'unpaid-orders-without-live-link' )->execute( [ 'limit' => 100 ] );

		self::assertIsArray( $listed );
		$ids = array_column( $listed, 'last_link_status', 'wc_order_id' );
		self::assertArrayHasKey( $plain->get_id(), $ids );
		self::assertNull( $ids[ $plain->get_id() ] );
		self::assertSame( 'cancelled', $ids[ $retired->get_id() ] ?? null );
		self::assertArrayNotHasKey( $open->get_id(), $ids );
		self::assertArrayNotHasKey( $paid->get_id(), $ids );
	}

	public function test_a_link_is_made_once_and_retired(): void {
		$order = $this->orders->make();
		$input = [ 'wc_order_id' => $order->get_id(), 'amount' => 1000, 'idempotency_key' => $this->fresh_key() ];

		$made  = $this->ability( 'create' )->execute( $input );
		$again = $this->ability( 'create' )->execute( $input );

		self::assertIsArray( $made );
		self::assertSame( $made, $again );
		self::assertSame( 1000, $made['amount'] );
		$ended = $this->ability( 'retire' )->execute( [ 'link_id' => $made['id'] ] );
		self::assertIsArray( $ended );
		self::assertSame( 'cancelled', $ended['status'] );
		self::assertSame( [], $this->payable() );
	}

	public function test_a_refusal_has_the_words_of_the_panel(): void {
		$order = $this->orders->make( status: 'processing' );

		$refused = $this->ability( 'create' )->execute( [ 'wc_order_id' => $order->get_id(), 'idempotency_key' => $this->fresh_key() ] );

		self::assertInstanceOf( WP_Error::class, $refused );
		self::assertSame( 'order_already_paid', $refused->get_error_code() );
	}

	#[DataProvider( 'abilities' )]
	public function test_it_says_whether_it_changes_anything_and_asks_for_rights( string $name, bool $is_readonly ): void {
		$order = $this->orders->make();
		$link  = Json::number( $this->made_link( $order ), 'id' );
		$input = match ( $name ) {
			'retire' => [ 'link_id' => $link ],
			'unpaid-orders-without-live-link' => [],
			'create' => [ 'wc_order_id' => $order->get_id(), 'idempotency_key' => $this->fresh_key() ],
			default  => [ 'wc_order_id' => $order->get_id() ],
		};
		$meta  = $this->ability( $name )->get_meta();

		self::assertIsArray( $meta['annotations'] );
		self::assertSame( $is_readonly, $meta['annotations']['readonly'] );
		self::assertNotSame( [], $this->ability( $name )->get_input_schema() );
		self::assertNotSame( [], $this->ability( $name )->get_output_schema() );
		foreach ( [ null, $this->user( 'customer' ), $this->user( 'author' ) ] as $login ) {
			$this->login_as( $login );
			self::assertNotTrue( $this->ability( $name )->check_permissions( $input ) );
			self::assertInstanceOf( WP_Error::class, $this->ability( $name )->execute( $input ) );
		}
		self::assertSame( [ '1 active created' ], $this->states( $order ) );
	}

	/**
	 * @return array<string, array{string, bool}>
	 */
	public static function abilities(): array {
		return [
			'link status'   => [ 'link-status', true ],
			'unpaid orders' => [ 'unpaid-orders-without-live-link', true ],
			'create'        => [ 'create', false ],
			'retire'        => [ 'retire', false ],
		];
	}

	private function ability( string $name ): WP_Ability {
		$ability = wp_get_ability( "multisafepay-payment-links/$name" );
		self::assertInstanceOf( WP_Ability::class, $ability );
		return $ability;
	}
}
