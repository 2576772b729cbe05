<?php

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

	#[DataProvider( 'invalid_amounts' )]
	public function test_an_invalid_amount_is_an_error_at_the_field( mixed $amount ): void {
		$order = $this->orders->create();

		$this->assert_invalid( $this->post_link( $order, [ 'amount' => $amount ] ), 'amount' );

		self::assertSame( [], $this->rows( $order ) );
		self::assertSame( [], $this->emulator->requests() );
	}

	/**
	 * @return array<string, array{mixed}>
	 */
	public static function invalid_amounts(): array {
		return [
			'zero'                    => [ 0 ],
			'negative'                => [ -1 ],
			'a fraction of a cent'    => [ 80.5 ],
			'letters'                 => [ 'abc' ],
			'a number as a string'    => [ '8000' ],
			'a decimal as a string'   => [ '80.00' ],
			'a list'                  => [ [ 8000 ] ],
			'a boolean'               => [ true ],
			'null'                    => [ null ],
			'too high'                => [ 1_000_000_000_000 ],
			'an exponent as a string' => [ '8e3' ],
		];
	}

	public function test_an_amount_above_the_amount_due_needs_confirmation(): void {
		$order = $this->orders->create();

		$errors = $this->assert_invalid( $this->post_link( $order, [ 'amount' => 8001 ] ), 'amount' );
		self::assertSame(
			'The order owes 80.00 EUR. Confirm that the customer pays more, or lower the amount.',
			$errors['amount']
		);

		self::assertSame(
			8001,
			$this->create_link( $order, [ 'amount' => 8001, 'confirm_amount' => true ] )['amount']
		);
	}

	public function test_payments_reduce_the_amount_due(): void {
		$order = $this->orders->create();
		$id    = Json::number( $this->create_link( $order, [ 'amount' => 3000 ] ), 'id' );
		$this->emulator->simulate( "PL-{$order->get_id()}-1", 'pay' );
		$this->rest( 'POST', "/links/$id/refresh" );

		$this->assert_invalid( $this->post_link( $order, [ 'amount' => 5001 ] ), 'amount' );
		self::assertSame( 5000, $this->create_link( $order )['amount'] );
	}

	public function test_a_currency_other_than_that_of_the_order_is_an_error_at_the_field(): void {
		$order = $this->orders->create();

		$errors = $this->assert_invalid( $this->post_link( $order, [ 'currency' => 'USD' ] ), 'currency' );

		self::assertSame( 'The order is in EUR; a link in another currency is not possible.', $errors['currency'] );
		$this->assert_invalid( $this->post_link( $order, [ 'currency' => 'EURO' ] ), 'currency' );
		$this->assert_invalid(
			$this->post_link( $order, [ 'currency' => 'USD', 'confirm_amount' => true ] ),
			'currency'
		);
		self::assertSame( [], $this->rows( $order ) );
	}

	public function test_an_unsupported_currency_is_refused_with_an_error_message(): void {
		$order = $this->orders->create( [ [ 'Carpet', 1, 12.345 ] ], 'KWD' );

		$errors = $this->assert_invalid( $this->post_link( $order, [ 'amount' => 12_345 ] ), 'currency' );

		self::assertSame( 'MultiSafepay cannot take payments in KWD.', $errors['currency'] );
		$draft = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/draft" ) );
		self::assertContains( 'currency_not_supported', array_column( Json::object( $draft, 'warnings' ), 'code' ) );
	}

	public function test_amounts_in_yen_have_no_decimals(): void {
		$order = $this->orders->create( [ [ 'Print', 1, 8000.0 ] ], 'JPY' );

		$link = $this->create_link( $order );

		self::assertSame( [ 8000, 'JPY' ], [ $link['amount'], $link['currency'] ] );
		self::assertSame( 8000, Json::at( $this->emulator->orders(), 0, 'amount' ) );
		$errors = $this->assert_invalid( $this->post_link( $order, [ 'amount' => 8001 ] ), 'amount' );
		self::assertSame(
			'The order owes 8000 JPY. Confirm that the customer pays more, or lower the amount.',
			$errors['amount']
		);
	}

	public function test_an_amount_due_with_a_fraction_of_a_yen_is_rounded_half_up(): void {
		$order = $this->orders->create( [ [ 'Print', 1, 8000.5 ] ], 'JPY' );
		$draft = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/draft" ) );

		self::assertSame( 8001, Json::at( $draft, 'values', 'amount' ) );
		self::assertContains( 'amount_rounded', array_column( Json::object( $draft, 'warnings' ), 'code' ) );
		$this->assert_invalid( $this->post_link( $order, [ 'amount' => 8002 ] ), 'amount' );
		$link = $this->create_link( $order );
		self::assertSame( [ 8001, 'full' ], [ $link['amount'], $link['kind'] ] );
	}

	public function test_an_order_of_zero_has_no_amount_due(): void {
		$order = $this->orders->create( [ [ 'Sample', 1, 0.0 ] ] );

		$this->assert_invalid( $this->post_link( $order ), 'amount' );
		$this->assert_invalid( $this->post_link( $order, [ 'amount' => 1 ] ), 'amount' );
	}

	/**
	 * @param array<string, mixed> $body The request body.
	 */
	#[DataProvider( 'bodies_for_paid_orders' )]
	public function test_a_paid_order_needs_confirmation( array $body ): void {
		$order = $this->orders->create( status: 'processing' );

		$this->assert_error( 409, 'order_already_paid', $this->post_link( $order, $body ) );

		self::assertSame( [], $this->rows( $order ) );
		self::assertSame( [], $this->emulator->requests() );
	}

	/**
	 * @return array<string, array{array<string, mixed>}>
	 */
	public static function bodies_for_paid_orders(): array {
		return [
			'an amount'             => [ [ 'amount' => 8000 ] ],
			'only a key'            => [ [] ],
			'confirmation is false' => [ [ 'amount' => 100, 'confirm_amount' => false ] ],
		];
	}

	public function test_a_paid_order_gets_another_link_with_confirmation(): void {
		$order = $this->orders->create( status: 'completed' );

		$link = $this->create_link( $order, [ 'amount' => 8000, 'confirm_amount' => true ] );

		self::assertSame( [ 'active', 8000 ], [ $link['status'], $link['amount'] ] );
	}
}
