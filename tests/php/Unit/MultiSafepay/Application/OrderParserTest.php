<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\MultiSafepay\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Application\OrderParser;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( OrderParser::class )]
final class OrderParserTest extends TestCase {

	private const PAID = [
		'order_id'         => 'PL-1001-1',
		'transaction_id'   => 1_234_567_890_123_456,
		'status'           => 'completed',
		'financial_status' => 'completed',
		'amount'           => 8000,
		'currency'         => 'EUR',
		'payment_details'  => [ 'type' => 'IDEAL' ],
	];

	public function test_a_paid_order_is_parsed(): void {
		$order = self::parse( [] );

		self::assertSame( ProviderStatus::Completed, $order?->status );
		self::assertSame( 8000, $order->amount?->amount );
		self::assertSame( 'EUR', $order->amount->currency->code );
		self::assertSame( '1234567890123456', $order->transaction_id );
		self::assertSame( 'IDEAL', $order->payment_method );
	}

	/**
	 * @param array<mixed> $data
	 */
	#[DataProvider( 'responses_without_the_order' )]
	public function test_a_response_without_the_order_or_with_another_order_is_ignored( array $data ): void {
		self::assertNull( ( new OrderParser() )->parse( $data, new OrderId( 'PL-1001-1' ) ) );
	}

	/**
	 * @return array<string, array{array<mixed>}>
	 */
	public static function responses_without_the_order(): array {
		return [
			'empty data'                    => [ [] ],
			'an unopened link, no order ID' => [ array_diff_key( self::PAID, [ 'order_id' => 1 ] ) ],
			'an order ID of null'           => [ [ ...self::PAID, 'order_id' => null ] ],
			'another order, paid'           => [ [ ...self::PAID, 'order_id' => 'PL-1001-2' ] ],
			'another case'                  => [ [ ...self::PAID, 'order_id' => 'pl-1001-1' ] ],
			'a trailing space'              => [ [ ...self::PAID, 'order_id' => 'PL-1001-1 ' ] ],
			'an order ID that is a list'    => [ [ ...self::PAID, 'order_id' => [ 'PL-1001-1' ] ] ],
			'an order ID of true'           => [ [ ...self::PAID, 'order_id' => true ] ],
			'a list of orders'              => [ [ self::PAID ] ],
		];
	}

	public function test_a_numeric_order_id_may_be_returned_as_a_number(): void {
		$order = ( new OrderParser() )->parse( [ ...self::PAID, 'order_id' => 1001 ], new OrderId( '1001' ) );

		self::assertSame( ProviderStatus::Completed, $order?->status );
	}

	#[DataProvider( 'statuses' )]
	public function test_the_status_of_the_provider_is_translated(
		mixed $status,
		mixed $financial_status,
		?ProviderStatus $expected,
	): void {
		$order = self::parse( [ 'status' => $status, 'financial_status' => $financial_status ] );

		self::assertNotNull( $order );
		self::assertSame( $expected, $order->status );
	}

	/**
	 * @return array<string, array{mixed, mixed, ProviderStatus|null}>
	 */
	public static function statuses(): array {
		return [
			'completed'                         => [ 'completed', 'completed', ProviderStatus::Completed ],
			'uncleared'                         => [ 'uncleared', 'uncleared', ProviderStatus::Uncleared ],
			'declined'                          => [ 'declined', 'declined', ProviderStatus::Declined ],
			'cancelled'                         => [ 'cancelled', 'cancelled', ProviderStatus::Cancelled ],
			'expired'                           => [ 'expired', 'expired', ProviderStatus::Expired ],
			'refunded'                          => [ 'refunded', 'completed', ProviderStatus::Refunded ],
			'partial_refunded'                  => [
				'partial_refunded',
				'completed',
				ProviderStatus::PartiallyRefunded,
			],
			'chargeback'                        => [ 'chargeback', 'void', ProviderStatus::Chargeback ],
			'chargedback, as the SDK spells it' => [ 'chargedback', null, ProviderStatus::Chargeback ],
			'shipped, payment pending'          => [ 'shipped', 'uncleared', ProviderStatus::Uncleared ],
			'shipped, payment completed'        => [ 'shipped', 'completed', ProviderStatus::Completed ],
			'shipped, no financial status'      => [ 'shipped', null, ProviderStatus::Uncleared ],
			'initialized'                       => [ 'initialized', 'initialized', ProviderStatus::Open ],
			'void'                              => [ 'void', 'cancelled', ProviderStatus::Open ],
			'reserved'                          => [ 'reserved', 'reserved', null ],
			'an unknown status'                 => [ 'paid_somehow', 'completed', null ],
			'upper case'                        => [ 'COMPLETED', 'completed', null ],
			'no status'                         => [ null, 'completed', null ],
			'a status that is a list'           => [ [ 'completed' ], 'completed', null ],
			'a status of true'                  => [ true, 'completed', null ],
			'a status of one'                   => [ 1, 'completed', null ],
		];
	}

	#[DataProvider( 'unpaid_statuses' )]
	public function test_these_statuses_never_count_as_a_payment( string $status, string $financial_status ): void {
		$status = self::parse( [ 'status' => $status, 'financial_status' => $financial_status ] )?->status;

		self::assertFalse( ProviderStatus::Uncleared === $status || true === $status?->was_paid() );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function unpaid_statuses(): array {
		return [
			'initialized'                                 => [ 'initialized', 'initialized' ],
			'initialized, contradictory financial status' => [ 'initialized', 'completed' ],
			'reserved'                                    => [ 'reserved', 'reserved' ],
			'void, cancelled'                             => [ 'void', 'cancelled' ],
			'void, void'                                  => [ 'void', 'void' ],
			'declined'                                    => [ 'declined', 'completed' ],
		];
	}

	#[DataProvider( 'amounts' )]
	public function test_the_amount_is_an_integer_in_the_smallest_unit_or_missing(
		mixed $amount,
		mixed $currency,
		?int $units,
	): void {
		$order = self::parse( [ 'amount' => $amount, 'currency' => $currency ] );

		self::assertNotNull( $order );
		self::assertSame( $units, $order->amount?->amount );
	}

	/**
	 * @return array<string, array{mixed, mixed, int|null}>
	 */
	public static function amounts(): array {
		return [
			'a number'                      => [ 8000, 'EUR', 8000 ],
			'a string'                      => [ '8000', 'EUR', 8000 ],
			'a string with leading zeros'   => [ '008000', 'EUR', 8000 ],
			'zero'                          => [ 0, 'EUR', 0 ],
			'yen'                           => [ 1000, 'JPY', 1000 ],
			'missing'                       => [ null, 'EUR', null ],
			'negative'                      => [ -8000, 'EUR', null ],
			'a negative string'             => [ '-8000', 'EUR', null ],
			'a decimal string'              => [ '80.00', 'EUR', null ],
			'a fraction'                    => [ 80.5, 'EUR', null ],
			'an exponent'                   => [ '8e3', 'EUR', null ],
			'an empty string'               => [ '', 'EUR', null ],
			'leading space'                 => [ ' 8000', 'EUR', null ],
			'a list'                        => [ [ 8000 ], 'EUR', null ],
			'no currency'                   => [ 8000, null, null ],
			'a currency in lower case'      => [ 8000, 'eur', null ],
			'a currency that is not a code' => [ 8000, 'EURO', null ],
			'a currency as a number'        => [ 8000, 978, null ],
		];
	}

	public function test_an_amount_beyond_the_integer_range_does_not_overflow(): void {
		self::assertNotSame( 8000, self::parse( [ 'amount' => '18446744073709559616' ] )?->amount?->amount );
	}

	#[DataProvider( 'transaction_ids' )]
	public function test_a_transaction_id_is_a_string( mixed $id, ?string $expected ): void {
		$order = self::parse( [ 'transaction_id' => $id ] );

		self::assertNotNull( $order );
		self::assertSame( $expected, $order->transaction_id );
	}

	/**
	 * @return array<string, array{mixed, string|null}>
	 */
	public static function transaction_ids(): array {
		return [
			'seventeen digits as a number' => [ 12_345_678_901_234_567, '12345678901234567' ],
			'text'                         => [ '0123', '0123' ],
			'HTML'                         => [ '<b>1</b>', null ],
			'an entity'                    => [ '1&lt;2', null ],
			'two lines'                    => [ "1\n2", null ],
			'a line break at the end'      => [ "1\n", null ],
			'null'                         => [ null, null ],
			'a list'                       => [ [], null ],
		];
	}

	#[DataProvider( 'payment_details' )]
	public function test_payment_details_of_any_type_are_accepted( mixed $details, ?string $method ): void {
		$order = self::parse( [ 'payment_details' => $details ] );

		self::assertNotNull( $order );
		self::assertSame( $method, $order->payment_method );
	}

	/**
	 * @return array<string, array{mixed, string|null}>
	 */
	public static function payment_details(): array {
		return [
			'with a method'      => [ [ 'type' => 'VISA' ], 'VISA' ],
			'an empty list'      => [ [], null ],
			'null'               => [ null, null ],
			'text'               => [ 'VISA', null ],
			'a method of null'   => [ [ 'type' => null ], null ],
			'a method as a list' => [ [ 'type' => [ 'VISA' ] ], null ],
		];
	}

	/**
	 * @param array<string, mixed> $change
	 */
	private static function parse( array $change ): ?ProviderOrder {
		return ( new OrderParser() )->parse( [ ...self::PAID, ...$change ], new OrderId( 'PL-1001-1' ) );
	}
}
