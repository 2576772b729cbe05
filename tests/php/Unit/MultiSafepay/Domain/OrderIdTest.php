<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\MultiSafepay\Domain;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( OrderId::class )]
final class OrderIdTest extends TestCase {

	#[DataProvider( 'ids' )]
	public function test_letters_digits_hyphen_underscore_and_dot_are_accepted( string $id ): void {
		self::assertSame( $id, ( new OrderId( $id ) )->value );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function ids(): array {
		return [
			'generated'                 => [ 'PL-1001-1' ],
			'one character'             => [ 'a' ],
			'zero'                      => [ '0' ],
			'digits'                    => [ '1001' ],
			'digits with leading zeros' => [ '0001001' ],
			'every symbol'              => [ 'a-b_c.d' ],
			'fifty characters'          => [ str_repeat( 'x', 50 ) ],
			'a dot with a letter'       => [ '.a' ],
			'a symbol only'             => [ '-' ],
		];
	}

	#[DataProvider( 'invalid_ids' )]
	public function test_any_other_id_is_refused( string $id, string $reason ): void {
		try {
			new OrderId( $id );
		} catch ( InvalidValue $error ) {
			self::assertSame( [ 'order_id', $reason ], [ $error->field, $error->reason ] );

			return;
		}

		self::fail( 'The input was accepted.' );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function invalid_ids(): array {
		return [
			'empty'                                    => [ '', 'order_id_empty' ],
			'fifty-one characters'                     => [ str_repeat( 'x', 51 ), 'order_id_too_long' ],
			'a space'                                  => [ 'PL 1001', 'order_id_characters' ],
			'a trailing space'                         => [ 'PL-1001 ', 'order_id_characters' ],
			'a trailing line break'                    => [ "PL-1001\n", 'order_id_characters' ],
			'a zero byte'                              => [ "PL-1001\0", 'order_id_characters' ],
			'a slash that would change the path'       => [ 'PL/1001', 'order_id_characters' ],
			'a query string that would change the URL' => [ 'PL?status=1', 'order_id_characters' ],
			'a fragment'                               => [ 'PL#1', 'order_id_characters' ],
			'a percent sign'                           => [ 'PL%2F1', 'order_id_characters' ],
			'a tag'                                    => [ '<b>1</b>', 'order_id_characters' ],
			'letters with accents'                     => [ 'Bestellung-ä', 'order_id_characters' ],
			'the current folder'                       => [ '.', 'order_id_characters' ],
			'the parent folder'                        => [ '..', 'order_id_characters' ],
			'dots only'                                => [ '....', 'order_id_characters' ],
		];
	}

	public function test_the_case_is_preserved(): void {
		self::assertSame( 'pl-1001-A', ( new OrderId( 'pl-1001-A' ) )->value );
	}
}
