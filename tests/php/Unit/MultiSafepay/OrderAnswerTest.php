<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\MultiSafepay;

use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\OrderAnswer;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( OrderAnswer::class )]
final class OrderAnswerTest extends TestCase {

	private const PAID = [
		'order_id'         => 'PL-1001-1',
		'transaction_id'   => 1_234_567_890_123_456,
		'status'           => 'completed',
		'financial_status' => 'completed',
		'amount'           => 8000,
		'currency'         => 'EUR',
		'payment_details'  => [ 'type' => 'IDEAL' ],
	];

	public function test_it_reads_a_paid_order(): void {
		$found = self::read( [] );

		self::assertSame( LinkStatus::Completed, $found?->status );
		self::assertSame( 8000, $found->amount?->amount );
		self::assertSame( 'EUR', $found->amount->currency->code );
		self::assertSame( '1234567890123456', $found->transaction_id );
		self::assertSame( 'IDEAL', $found->payment_method );
	}

	/**
	 * @param array<mixed> $data
	 */
	#[DataProvider( 'answers_about_no_order' )]
	public function test_an_answer_that_names_no_order_or_another_one_is_none( array $data ): void {
		self::assertNull( ( new OrderAnswer() )->read( $data, new OrderId( 'PL-1001-1' ) ) );
	}

	/**
	 * @return array<string, array{array<mixed>}>
	 */
	public static function answers_about_no_order(): array {
		return [
			'empty data'                       => [ [] ],
			'an unopened link, no order ID'    => [ array_diff_key( self::PAID, [ 'order_id' => 1 ] ) ],
			'an order ID of null'              => [ [ ...self::PAID, 'order_id' => null ] ],
			'another order, paid'              => [ [ ...self::PAID, 'order_id' => 'PL-1001-2' ] ],
			'other letters'                    => [ [ ...self::PAID, 'order_id' => 'pl-1001-1' ] ],
			'a beginning of it'                => [ [ ...self::PAID, 'order_id' => 'PL-1001-1 ' ] ],
			'an order ID that is a list'       => [ [ ...self::PAID, 'order_id' => [ 'PL-1001-1' ] ] ],
			'an order ID of true'              => [ [ ...self::PAID, 'order_id' => true ] ],
			'a list of orders'                 => [ [ self::PAID ] ],
		];
	}

	public function test_an_order_id_of_digits_may_come_back_as_a_number(): void {
		$found = ( new OrderAnswer() )->read( [ ...self::PAID, 'order_id' => 1001 ], new OrderId( '1001' ) );

		self::assertSame( LinkStatus::Completed, $found?->status );
	}

	#[DataProvider( 'words' )]
	public function test_it_translates_the_providers_words( mixed $status, mixed $financial_status, ?LinkStatus $means ): void {
		$found = self::read( [ 'status' => $status, 'financial_status' => $financial_status ] );

		self::assertNotNull( $found );
		self::assertSame( $means, $found->status );
	}

	/**
	 * @return array<string, array{mixed, mixed, LinkStatus|null}>
	 */
	public static function words(): array {
		return [
			'completed'                              => [ 'completed', 'completed', LinkStatus::Completed ],
			'uncleared'                              => [ 'uncleared', 'uncleared', LinkStatus::Uncleared ],
			'declined'                               => [ 'declined', 'declined', LinkStatus::Declined ],
			'cancelled'                              => [ 'cancelled', 'cancelled', LinkStatus::Cancelled ],
			'expired'                                => [ 'expired', 'expired', LinkStatus::Expired ],
			'refunded'                               => [ 'refunded', 'completed', LinkStatus::Refunded ],
			'partial_refunded'                       => [ 'partial_refunded', 'completed', LinkStatus::PartiallyRefunded ],
			'chargeback'                             => [ 'chargeback', 'void', LinkStatus::Chargeback ],
			'chargedback, as the SDK spells it'      => [ 'chargedback', null, LinkStatus::Chargeback ],
			'shipped on credit, money pending'       => [ 'shipped', 'uncleared', LinkStatus::Uncleared ],
			'shipped, the money is there'            => [ 'shipped', 'completed', LinkStatus::Completed ],
			'shipped, nothing said about the money'  => [ 'shipped', null, LinkStatus::Uncleared ],
			'an attempt has begun: open'             => [ 'initialized', 'initialized', LinkStatus::Active ],
			'an attempt was given up: open'          => [ 'void', 'cancelled', LinkStatus::Active ],
			'funds reserved: no news for a link'     => [ 'reserved', 'reserved', null ],
			'a word that does not exist yet'         => [ 'paid_somehow', 'completed', null ],
			'capitals'                               => [ 'COMPLETED', 'completed', null ],
			'no status'                              => [ null, 'completed', null ],
			'a status that is a list'                => [ [ 'completed' ], 'completed', null ],
			'a status of true'                       => [ true, 'completed', null ],
			'a status of one'                        => [ 1, 'completed', null ],
		];
	}

	#[DataProvider( 'words_for_no_money' )]
	public function test_these_words_never_mean_money( string $status, string $financial_status ): void {
		$status = self::read( [ 'status' => $status, 'financial_status' => $financial_status ] )?->status;

		self::assertFalse( LinkStatus::Uncleared === $status || true === $status?->was_paid() );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function words_for_no_money(): array {
		return [
			'an attempt that has begun'              => [ 'initialized', 'initialized' ],
			'an attempt begun, odd financial status' => [ 'initialized', 'completed' ],
			'funds reserved'                         => [ 'reserved', 'reserved' ],
			'an attempt given up'                    => [ 'void', 'cancelled' ],
			'a void that was financially void'       => [ 'void', 'void' ],
			'declined'                               => [ 'declined', 'completed' ],
		];
	}

	#[DataProvider( 'amounts' )]
	public function test_it_reads_the_amount_in_smallest_units_or_not_at_all( mixed $amount, mixed $currency, ?int $units ): void {
		$found = self::read( [ 'amount' => $amount, 'currency' => $currency ] );

		self::assertNotNull( $found );
		self::assertSame( $units, $found->amount?->amount );
	}

	/**
	 * @return array<string, array{mixed, mixed, int|null}>
	 */
	public static function amounts(): array {
		return [
			'a number'                        => [ 8000, 'EUR', 8000 ],
			'text'                            => [ '8000', 'EUR', 8000 ],
			'text with zeros in front'        => [ '008000', 'EUR', 8000 ],
			'nothing'                         => [ 0, 'EUR', 0 ],
			'yen'                             => [ 1000, 'JPY', 1000 ],
			'missing'                         => [ null, 'EUR', null ],
			'negative'                        => [ -8000, 'EUR', null ],
			'negative text'                   => [ '-8000', 'EUR', null ],
			'a decimal text'                  => [ '80.00', 'EUR', null ],
			'a fraction'                      => [ 80.5, 'EUR', null ],
			'an exponent'                     => [ '8e3', 'EUR', null ],
			'empty text'                      => [ '', 'EUR', null ],
			'spaces'                          => [ ' 8000', 'EUR', null ],
			'a list'                          => [ [ 8000 ], 'EUR', null ],
			'no currency'                     => [ 8000, null, null ],
			'a currency in small letters'     => [ 8000, 'eur', null ],
			'a currency that is no code'      => [ 8000, 'EURO', null ],
			'a currency as a number'          => [ 8000, 978, null ],
		];
	}

	public function test_an_amount_beyond_whole_numbers_is_not_taken_for_another_one(): void {
		self::assertNotSame( 8000, self::read( [ 'amount' => '18446744073709559616' ] )?->amount?->amount );
	}

	#[DataProvider( 'transaction_ids' )]
	public function test_a_transaction_id_is_text( mixed $id, ?string $text ): void {
		$found = self::read( [ 'transaction_id' => $id ] );

		self::assertNotNull( $found );
		self::assertSame( $text, $found->transaction_id );
	}

	/**
	 * @return array<string, array{mixed, string|null}>
	 */
	public static function transaction_ids(): array {
		return [
			'seventeen digits as a number' => [ 12_345_678_901_234_567, '12345678901234567' ],
			'text'                         => [ '0123', '0123' ],
			'null'                         => [ null, null ],
			'a list'                       => [ [], null ],
		];
	}

	#[DataProvider( 'payment_details' )]
	public function test_details_of_any_shape_are_read( mixed $details, ?string $method ): void {
		$found = self::read( [ 'payment_details' => $details ] );

		self::assertNotNull( $found );
		self::assertSame( $method, $found->payment_method );
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
	private static function read( array $change ): ?ProviderOrder {
		return ( new OrderAnswer() )->read( [ ...self::PAID, ...$change ], new OrderId( 'PL-1001-1' ) );
	}
}
