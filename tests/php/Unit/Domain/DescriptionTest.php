<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Domain;

use MultiSafepay\PaymentLinks\Domain\Description;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class DescriptionTest extends TestCase {

	#[DataProvider( 'templates' )]
	public function test_it_fills_a_template( string $template, string $number, string $shop, string $expected ): void {
		self::assertSame( $expected, Description::from_template( $template, $number, $shop ) );
	}

	/**
	 * @return array<string, array{string, string, string, string}>
	 */
	public static function templates(): array {
		return [
			'number'                         => [ 'Order {order_number}', '1001', 'Shop', 'Order 1001' ],
			'both'                           => [ '{shop_name}: order {order_number}', '1001', "Eva's", "Eva's: order 1001" ],
			'a shop called like a gap'       => [ '{shop_name} {order_number}', '7', '{order_number}', '{order_number} 7' ],
			'tags and lines'                 => [ "<b>Order</b>\n{order_number}", '1001', '', 'Order 1001' ],
			'nothing left falls back'        => [ '<b></b>', '1001', '', '1001' ],
			'nothing at all is still a text' => [ '', ' ', '', '-' ],
			'cut at 200 bytes'               => [ '{shop_name}', '1', str_repeat( 'a', 300 ), str_repeat( 'a', 200 ) ],
			'cut before a broken letter'     => [ '{shop_name}', '1', 'a' . str_repeat( '€', 100 ), 'a' . str_repeat( '€', 66 ) ],
		];
	}

	public function test_it_takes_what_a_person_typed(): void {
		self::assertSame( 'Order 1001', Description::from_input( " Order\n1001 " ) );
		self::assertSame( str_repeat( 'é', 100 ), Description::from_input( str_repeat( 'é', 100 ) ) );
	}

	/**
	 * @param array<string, int> $arguments
	 */
	#[DataProvider( 'refusals' )]
	public function test_it_refuses_at_the_field( string $typed, string $reason, array $arguments ): void {
		try {
			Description::from_input( $typed );
			self::fail( 'It was taken.' );
		} catch ( InvalidValue $error ) {
			self::assertSame( [ 'description', $reason, $arguments ], [ $error->field, $error->reason, $error->arguments ] );
		}
	}

	/**
	 * @return array<string, array{string, string, array<string, int>}>
	 */
	public static function refusals(): array {
		return [
			'empty'                => [ " \n", 'description_empty', [] ],
			'tags only'            => [ '<br>', 'description_empty', [] ],
			'too many bytes'       => [ str_repeat( 'é', 101 ), 'description_too_long', [ 'max' => 200, 'bytes' => 202 ] ],
			'too many plain bytes' => [ str_repeat( 'a', 201 ), 'description_too_long', [ 'max' => 200, 'bytes' => 201 ] ],
		];
	}
}
