<?php
/**
 * Amounts and currencies.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

#[CoversNothing]
#[Group( 'storage' )]
final class RestAmountTest extends IntegrationTestCase {

	use LinkSteps;

	#[DataProvider( 'bad_amounts' )]
	public function test_an_amount_that_is_none_is_an_error_at_the_field( mixed $amount ): void {
		$order = $this->orders->make();

		$this->assert_invalid( $this->post_link( $order, [ 'amount' => $amount ] ), 'amount' );

		self::assertSame( [], $this->rows( $order ) );
		self::assertSame( [], $this->emulator->requests() );
	}

	/**
	 * @return array<string, array{mixed}>
	 */
	public static function bad_amounts(): array {
		return [
			'zero'                 => [ 0 ],
			'negative'             => [ -1 ],
			'a fraction of a cent' => [ 80.5 ],
			'letters'              => [ 'abc' ],
			'a number as text'     => [ '8000' ],
			'a decimal as text'    => [ '80.00' ],
			'a list'               => [ [ 8000 ] ],
			'yes'                  => [ true ],
			'nothing'              => [ null ],
			'beyond everything'    => [ 1_000_000_000_000 ],
			'an exponent as text'  => [ '8e3' ],
		];
	}

	public function test_more_than_the_order_owes_needs_a_confirmation(): void {
		$order = $this->orders->make();

		$words = $this->assert_invalid( $this->post_link( $order, [ 'amount' => 8001 ] ), 'amount' );
		self::assertSame( 'The order owes 80.00 EUR. Confirm that the customer pays more, or lower the amount.', $words['amount'] );

		self::assertSame( 8001, $this->made_link( $order, [ 'amount' => 8001, 'confirm_paid' => true ] )['amount'] );
	}

	public function test_refunds_and_payments_lower_what_is_owed(): void {
		$order = $this->orders->make();
		$id    = Json::number( $this->made_link( $order, [ 'amount' => 3000 ] ), 'id' );
		$this->emulator->act( "PL-{$order->get_id()}-1", 'pay' );
		$this->rest( 'POST', "/links/$id/refresh" );

		$this->assert_invalid( $this->post_link( $order, [ 'amount' => 5001 ] ), 'amount' );
		self::assertSame( 5000, $this->made_link( $order )['amount'] );
	}

	public function test_another_currency_than_the_orders_is_an_error_at_the_field(): void {
		$order = $this->orders->make();

		$words = $this->assert_invalid( $this->post_link( $order, [ 'currency' => 'USD' ] ), 'currency' );

		self::assertSame( 'The order is in EUR; a link in another currency is not possible.', $words['currency'] );
		$this->assert_invalid( $this->post_link( $order, [ 'currency' => 'EURO' ] ), 'currency' );
		$this->assert_invalid( $this->post_link( $order, [ 'currency' => 'USD', 'confirm_paid' => true ] ), 'currency' );
		self::assertSame( [], $this->rows( $order ) );
	}

	public function test_a_currency_that_the_provider_cannot_take_is_refused_with_words(): void {
		$order = $this->orders->make( [ [ 'Carpet', 1, 12.345 ] ], 'KWD' );

		$words = $this->assert_invalid( $this->post_link( $order, [ 'amount' => 12_345 ] ), 'currency' );

		self::assertSame( 'MultiSafepay cannot take payments in KWD.', $words['currency'] );
		$draft = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/draft" ) );
		self::assertContains( 'currency_not_supported', array_column( Json::object( $draft, 'warnings' ), 'code' ) );
	}

	public function test_yen_have_no_smaller_unit(): void {
		$order = $this->orders->make( [ [ 'Print', 1, 8000.0 ] ], 'JPY' );

		$link = $this->made_link( $order );

		self::assertSame( [ 8000, 'JPY' ], [ $link['amount'], $link['currency'] ] );
		self::assertSame( 8000, Json::at( $this->emulator->orders(), 0, 'amount' ) );
		$words = $this->assert_invalid( $this->post_link( $order, [ 'amount' => 8001 ] ), 'amount' );
		self::assertSame( 'The order owes 8000 JPY. Confirm that the customer pays more, or lower the amount.', $words['amount'] );
	}

	public function test_an_order_that_owes_a_fraction_of_a_yen_needs_a_person(): void {
		$order = $this->orders->make( [ [ 'Print', 1, 8000.5 ] ], 'JPY' );
		$draft = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/draft" ) );

		self::assertSame( 0, Json::at( $draft, 'values', 'amount' ) );
		self::assertContains( 'amount_fraction', array_column( Json::object( $draft, 'warnings' ), 'code' ) );
		$this->assert_invalid( $this->post_link( $order ), 'amount' );
		$this->assert_invalid( $this->post_link( $order, [ 'amount' => 8000 ] ), 'amount' );
		self::assertSame( 8001, $this->made_link( $order, [ 'amount' => 8001, 'confirm_paid' => true ] )['amount'] );
	}

	public function test_an_order_over_nothing_owes_nothing(): void {
		$order = $this->orders->make( [ [ 'Sample', 1, 0.0 ] ] );

		$this->assert_invalid( $this->post_link( $order ), 'amount' );
		$this->assert_invalid( $this->post_link( $order, [ 'amount' => 1 ] ), 'amount' );
	}

	/**
	 * @param array<string, mixed> $body What is sent.
	 */
	#[DataProvider( 'bodies_for_paid_orders' )]
	public function test_a_paid_order_needs_a_confirmation( array $body ): void {
		$order = $this->orders->make( status: 'processing' );

		$this->assert_error( 409, 'order_already_paid', $this->post_link( $order, $body ) );

		self::assertSame( [], $this->rows( $order ) );
		self::assertSame( [], $this->emulator->requests() );
	}

	/**
	 * @return array<string, array{array<string, mixed>}>
	 */
	public static function bodies_for_paid_orders(): array {
		return [
			'an amount'          => [ [ 'amount' => 8000 ] ],
			'nothing but a key'  => [ [] ],
			'confirmed with no'  => [ [ 'amount' => 100, 'confirm_paid' => false ] ],
		];
	}

	public function test_a_paid_order_gets_another_link_once_confirmed(): void {
		$order = $this->orders->make( status: 'completed' );

		$link = $this->made_link( $order, [ 'amount' => 8000, 'confirm_paid' => true ] );

		self::assertSame( [ 'active', 8000 ], [ $link['status'], $link['amount'] ] );
	}
}
