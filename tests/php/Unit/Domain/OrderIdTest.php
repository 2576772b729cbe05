<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Domain;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( OrderId::class )]
final class OrderIdTest extends TestCase {

	#[DataProvider( 'ids' )]
	public function test_it_takes_letters_digits_and_three_signs( string $id ): void {
		self::assertSame( $id, ( new OrderId( $id ) )->value );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function ids(): array {
		return [
			'generated'              => [ 'PL-1001-1' ],
			'one character'          => [ 'a' ],
			'zero'                   => [ '0' ],
			'digits'                 => [ '1001' ],
			'digits led by zeros'    => [ '0001001' ],
			'every sign'             => [ 'a-b_c.d' ],
			'fifty characters'       => [ str_repeat( 'x', 50 ) ],
			'a dot with a letter'    => [ '.a' ],
			'signs only'             => [ '-' ],
		];
	}

	#[DataProvider( 'no_ids' )]
	public function test_it_refuses_everything_else( string $id, string $reason ): void {
		try {
			new OrderId( $id );
		} catch ( InvalidValue $error ) {
			self::assertSame( [ 'order_id', $reason ], [ $error->field, $error->reason ] );

			return;
		}

		self::fail( 'It was taken.' );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function no_ids(): array {
		return [
			'nothing'                           => [ '', 'order_id_empty' ],
			'fifty-one characters'              => [ str_repeat( 'x', 51 ), 'order_id_too_long' ],
			'a space'                           => [ 'PL 1001', 'order_id_characters' ],
			'a space behind'                    => [ 'PL-1001 ', 'order_id_characters' ],
			'a line end behind'                 => [ "PL-1001\n", 'order_id_characters' ],
			'a zero byte'                       => [ "PL-1001\0", 'order_id_characters' ],
			'a slash that would change a path'  => [ 'PL/1001', 'order_id_characters' ],
			'a query that would change a path'  => [ 'PL?status=1', 'order_id_characters' ],
			'a fragment'                        => [ 'PL#1', 'order_id_characters' ],
			'a percent sign'                    => [ 'PL%2F1', 'order_id_characters' ],
			'a tag'                             => [ '<b>1</b>', 'order_id_characters' ],
			'letters with accents'              => [ 'Bestellung-ä', 'order_id_characters' ],
			'the folder itself'                 => [ '.', 'order_id_characters' ],
			'the folder above'                  => [ '..', 'order_id_characters' ],
			'dots only'                         => [ '....', 'order_id_characters' ],
		];
	}

	public function test_case_is_kept(): void {
		self::assertSame( 'pl-1001-A', ( new OrderId( 'pl-1001-A' ) )->value );
	}
}
