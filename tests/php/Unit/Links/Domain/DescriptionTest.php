<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain;

use MultiSafepay\PaymentLinks\Links\Domain\Field\Description;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class DescriptionTest extends TestCase {

	#[DataProvider( 'templates' )]
	public function test_placeholders_of_the_template_are_replaced(
		string $template,
		string $number,
		string $shop,
		string $expected,
	): void {
		self::assertSame( $expected, Description::from_template( $template, $number, $shop ) );
	}

	/**
	 * @return array<string, array{string, string, string, string}>
	 */
	public static function templates(): array {
		return [
			'order number'                                   => [
				'Order {order_number}',
				'1001',
				'Shop',
				'Order 1001',
			],
			'shop name and order number'                     => [
				'{shop_name}: order {order_number}',
				'1001',
				"Eva's",
				"Eva's: order 1001",
			],
			'a shop name that looks like a placeholder'      => [
				'{shop_name} {order_number}',
				'7',
				'{order_number}',
				'{order_number} 7',
			],
			'tags and line breaks'                           => [
				"<b>Order</b>\n{order_number}",
				'1001',
				'',
				'Order 1001',
			],
			'an empty result falls back to the order number' => [ '<b></b>', '1001', '', '1001' ],
			'without an order number the result is a dash'   => [ '', ' ', '', '-' ],
			'truncated at 200 bytes'                         => [
				'{shop_name}',
				'1',
				str_repeat( 'a', 300 ),
				str_repeat( 'a', 200 ),
			],
			'truncated before a multibyte character'         => [
				'{shop_name}',
				'1',
				'a' . str_repeat( '€', 100 ),
				'a' . str_repeat( '€', 66 ),
			],
		];
	}

	public function test_valid_input_is_accepted_with_normalised_white_space(): void {
		self::assertSame( 'Order 1001', Description::from_input( " Order\n1001 " ) );
		self::assertSame( str_repeat( 'é', 100 ), Description::from_input( str_repeat( 'é', 100 ) ) );
	}

	/**
	 * @param array<string, int> $arguments
	 */
	#[DataProvider( 'refusals' )]
	public function test_invalid_input_is_an_error_at_the_field(
		string $input,
		string $reason,
		array $arguments,
	): void {
		try {
			Description::from_input( $input );
			self::fail( 'The input was accepted.' );
		} catch ( InvalidValue $error ) {
			self::assertSame(
				[ 'description', $reason, $arguments ],
				[ $error->field, $error->reason, $error->arguments ]
			);
		}
	}

	/**
	 * @return array<string, array{string, string, array<string, int>}>
	 */
	public static function refusals(): array {
		return [
			'empty'                                  => [ " \n", 'description_empty', [] ],
			'tags only'                              => [ '<br>', 'description_empty', [] ],
			'too many bytes of multibyte characters' => [
				str_repeat( 'é', 101 ),
				'description_too_long',
				[ 'max' => 200, 'bytes' => 202 ],
			],
			'too many ASCII bytes'                   => [
				str_repeat( 'a', 201 ),
				'description_too_long',
				[ 'max' => 200, 'bytes' => 201 ],
			],
		];
	}
}
