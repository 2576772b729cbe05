<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * @phpstan-type Draft array{
 *     values: array<string, mixed>,
 *     options: array{
 *         sites: list<array<string, mixed>>,
 *         locales: list<array{code: string, name: string}>,
 *         countries: list<array{code: string, name: string}>,
 *         gateways: list<mixed>,
 *     },
 *     warnings: list<array{code: string, message: string}>,
 * }
 */
#[CoversNothing]
#[Group( 'storage' )]
final class PrefillDraftTest extends IntegrationTestCase {

	public function test_the_draft_matches_the_example(): void {
		$example = Json::fixture( 'draft' );
		self::assertIsArray( $example['values'] );
		$draft = $this->draft( $this->orders->create() );

		self::assertSame( self::keys( $example ), self::keys( $draft ) );
		self::assertEqualsCanonicalizing( self::keys( $example['values'] ), self::keys( $draft['values'] ) );
		self::assertSame( self::keys( $example['values']['customer'] ), self::keys( $draft['values']['customer'] ) );
		self::assertSame( self::keys( $example['options'] ), self::keys( $draft['options'] ) );
		self::assertIsArray( $example['options'] );
		foreach ( [ 'sites', 'locales', 'countries' ] as $list ) {
			self::assertIsArray( $example['options'][ $list ] );
			self::assertSame(
				self::keys( $example['options'][ $list ][0] ),
				self::keys( $draft['options'][ $list ][0] ?? [] ),
				$list
			);
		}
	}

	public function test_the_draft_is_filled_from_the_order(): void {
		$order  = $this->orders->create( [ [ 'Vase', 2, 50.0 ] ], 'EUR', 'on-hold', [], [ 'Wrapping' => 2.5 ], 4.95 );
		$values = $this->draft( $order )['values'];

		self::assertSame( 5745, $values['amount'] );
		self::assertSame( 'EUR', $values['currency'] );
		self::assertFalse( $values['second_chance'] );
		self::assertIsString( $values['description'] );
		self::assertStringContainsString( $order->get_order_number(), $values['description'] );
		self::assertIsArray( $values['customer'] );
		self::assertSame(
			[ 'Prinsengracht', '263-A', '1016 GV', 'NL' ],
			[
				$values['customer']['address1'],
				$values['customer']['house_number'],
				$values['customer']['zip_code'],
				$values['customer']['country'],
			]
		);
		self::assertMatchesRegularExpression(
			'/\A[0-9a-f-]{36}\z/',
			is_string( $values['idempotency_key'] ) ? $values['idempotency_key'] : ''
		);
	}

	public function test_every_draft_has_its_own_idempotency_key(): void {
		$order = $this->orders->create();

		self::assertNotSame(
			$this->draft( $order )['values']['idempotency_key'],
			$this->draft( $order )['values']['idempotency_key']
		);
	}

	/**
	 * @param list<string> $warnings
	 */
	#[DataProvider( 'amounts' )]
	public function test_the_amount_is_the_amount_due_in_the_smallest_unit(
		string $currency,
		float $total,
		string $status,
		int $amount,
		array $warnings,
	): void {
		$draft = $this->draft( $this->orders->create( [ [ 'Vase', 1, $total ] ], $currency, $status ) );

		self::assertSame( $amount, $draft['values']['amount'] );
		self::assertSame(
			$warnings,
			array_values( array_diff( array_column( $draft['warnings'], 'code' ), [ 'hold_stock' ] ) )
		);
	}

	/**
	 * @return array<string, array{string, float, string, int, list<string>}>
	 */
	public static function amounts(): array {
		return [
			'euro'                => [ 'EUR', 80.0, 'pending', 8000, [] ],
			'an inexact float'    => [ 'EUR', 1005.55, 'pending', 100555, [] ],
			'yen'                 => [ 'JPY', 7800.0, 'pending', 7800, [] ],
			'yen with a fraction' => [ 'JPY', 7800.5, 'pending', 7801, [ 'amount_rounded' ] ],
			'dinar'               => [ 'KWD', 24.5, 'pending', 24500, [ 'currency_not_supported' ] ],
			'paid'                => [ 'EUR', 80.0, 'processing', 0, [ 'order_paid' ] ],
			'completed'           => [ 'EUR', 80.0, 'completed', 0, [ 'order_paid' ] ],
			'cancelled'           => [ 'EUR', 80.0, 'cancelled', 8000, [ 'order_cancelled' ] ],
			'failed'              => [ 'EUR', 80.0, 'failed', 8000, [ 'order_failed' ] ],
			'free'                => [ 'EUR', 0.0, 'pending', 0, [ 'nothing_due' ] ],
		];
	}

	public function test_refunds_are_subtracted(): void {
		$order = $this->orders->create( [ [ 'Vase', 1, 80.0 ] ], 'EUR', 'on-hold' );
		wc_create_refund( [ 'order_id' => $order->get_id(), 'amount' => '30.05' ] );

		self::assertSame( 4995, $this->draft( $order )['values']['amount'] );
	}

	public function test_a_missing_email_address_and_a_missing_key_give_a_warning(): void {
		$this->delete_settings();
		$draft = $this->draft( $this->orders->create( billing: [ 'email' => '' ] ) );

		self::assertContains( 'no_email', array_column( $draft['warnings'], 'code' ) );
		self::assertContains( 'not_configured', array_column( $draft['warnings'], 'code' ) );
		foreach ( $draft['warnings'] as $warning ) {
			self::assertMatchesRegularExpression( '/\A[A-Z][^{}]+\.\z/u', $warning['message'] );
		}
	}

	public function test_the_language_is_that_of_the_customer_and_not_of_staff(): void {
		$sam = get_user_by( 'login', 'sam' );
		self::assertNotFalse( $sam );
		update_user_meta( $sam->ID, 'locale', 'pl_PL' );
		$login    = $this->create_user( 'customer' );
		$customer = get_user_by( 'login', $login );
		self::assertNotFalse( $customer );
		$order = $this->orders->create( billing: [ 'country' => 'BE' ] );
		$order->set_customer_id( $customer->ID );
		$order->save();

		self::assertSame( 'en_US', $this->locale_of( $order ), 'the shop\'s language' );

		update_user_meta( $customer->ID, 'locale', 'nl_NL_formal' );
		self::assertSame( 'nl_BE', $this->locale_of( $order ), 'the account\'s language' );

		$order->update_meta_data( 'wpml_language', 'fr' );
		$order->save();
		self::assertSame( 'fr_BE', $this->locale_of( $order ), 'the order\'s language' );

		add_filter( 'multisafepay_payment_links_customer_locale', static fn (): string => 'de_DE' );
		self::assertSame( 'de_DE', $this->locale_of( $order ), 'the filter\'s language' );
	}

	public function test_the_language_of_a_guest_is_that_of_the_shop(): void {
		$sam = get_user_by( 'login', 'sam' );
		self::assertNotFalse( $sam );
		update_user_meta( $sam->ID, 'locale', 'pl_PL' );

		self::assertSame( 'en_US', $this->locale_of( $this->orders->create() ) );
	}

	public function test_an_unsupported_language_gives_a_warning(): void {
		$order = $this->orders->create( billing: [ 'country' => 'PT' ] );
		$order->update_meta_data( 'wpml_language', 'pt-pt' );
		$order->save();
		$draft = $this->draft( $order );

		self::assertContains( 'locale_not_supported', array_column( $draft['warnings'], 'code' ) );
	}

	public function test_auto_drafts_trashed_orders_and_refunds_have_no_draft(): void {
		$draft      = $this->orders->create();
		$draft->set_status( 'auto-draft' );
		$draft->save();
		$trashed    = $this->orders->create();
		$trashed_id = $trashed->get_id();
		$trashed->delete();
		$refund     = wc_create_refund( [ 'order_id' => $this->orders->create()->get_id(), 'amount' => '1' ] );
		self::assertInstanceOf( \WC_Order_Refund::class, $refund );

		foreach ( [ $draft->get_id(), $trashed_id, $refund->get_id(), 99_999_999 ] as $id ) {
			$response = $this->rest( 'GET', "/orders/$id/draft" );
			self::assertSame( 404, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		}
	}

	private function locale_of( WC_Order $order ): string {
		$customer = $this->draft( $order )['values']['customer'];

		return is_array( $customer ) && is_string( $customer['locale'] ) ? $customer['locale'] : '';
	}

	/**
	 * @return Draft
	 */
	private function draft( WC_Order $order ): array {
		$response = $this->rest( 'GET', '/orders/' . $order->get_id() . '/draft' );
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		/** @var Draft $draft */
		$draft = $this->json( $response );

		return $draft;
	}

	/**
	 * @return list<array-key>
	 */
	private static function keys( mixed $object ): array {
		self::assertIsArray( $object );

		return array_keys( $object );
	}
}
