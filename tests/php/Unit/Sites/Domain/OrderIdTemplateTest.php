<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Sites\Domain;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\OrderIdTemplate;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( OrderIdTemplate::class )]
final class OrderIdTemplateTest extends TestCase {

	#[DataProvider( 'order_ids' )]
	public function test_an_order_id_is_generated_from_the_template(
		string $template,
		string $order_number,
		int $n,
		string $order_id,
	): void {
		self::assertSame( $order_id, ( new OrderIdTemplate( $template ) )->order_id( $order_number, $n )->value );
	}

	/**
	 * @return array<string, array{string, string, int, string}>
	 */
	public static function order_ids(): array {
		$default = OrderIdTemplate::DEFAULT_TEMPLATE;

		return [
			'the default'                                 => [ $default, '1001', 1, 'PL-1001-1' ],
			'a later link'                                => [ $default, '1001', 12, 'PL-1001-12' ],
			'the link number first'                       => [ 'S2.{n}.{order_number}', '1001', 3, 'S2.3.1001' ],
			'a suffix'                                    => [ '{order_number}_{n}_shop', '1001', 1, '1001_1_shop' ],
			'an order number with a prefix'               => [ $default, '#1001', 1, 'PL-1001-1' ],
			'an order number with slashes'                => [ $default, '2026/11/1001', 1, 'PL-2026-11-1001-1' ],
			'an order number with spaces'                 => [ $default, ' WC 1001 ', 1, 'PL-WC-1001-1' ],
			'an order number with consecutive separators' => [ $default, '10 / & 01', 1, 'PL-10-01-1' ],
			'an order number in another script'           => [ $default, '№1001', 1, 'PL-1001-1' ],
			'an order number with invalid UTF-8'          => [ $default, "\xff\xfe1001", 1, 'PL-1001-1' ],
			'an order number that is a placeholder'       => [ $default, '{n}', 7, 'PL-n-7' ],
			'an order number with both placeholders'      => [
				$default,
				'{order_number}{n}',
				2,
				'PL-order_number-n-2',
			],
			'an empty order number'                       => [ $default, '', 1, 'PL-0-1' ],
			'an order number without valid characters'    => [ $default, '###', 1, 'PL-0-1' ],
		];
	}

	#[DataProvider( 'invalid_templates' )]
	public function test_a_template_that_cannot_give_valid_unique_ids_is_refused(
		string $template,
		string $reason,
	): void {
		try {
			new OrderIdTemplate( $template );
		} catch ( InvalidValue $error ) {
			self::assertSame( [ 'order_id_template', $reason ], [ $error->field, $error->reason ] );

			return;
		}

		self::fail( 'The input was accepted.' );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function invalid_templates(): array {
		return [
			'empty'                                            => [ '', 'template_placeholders' ],
			'no order number'                                  => [ 'PL-{n}', 'template_placeholders' ],
			'no link number'                                   => [ 'PL-{order_number}', 'template_placeholders' ],
			'the order number twice'                           => [
				'{order_number}-{order_number}',
				'template_placeholders',
			],
			'the link number twice'                            => [ '{order_number}-{n}-{n}', 'template_placeholders' ],
			'a nested placeholder'                             => [ 'PL-{order_{n}number}', 'template_placeholders' ],
			'capitals'                                         => [ 'PL-{ORDER_NUMBER}-{N}', 'template_placeholders' ],
			'an unknown placeholder'                           => [
				'{order_number}-{n}-{year}',
				'template_characters',
			],
			'a space'                                          => [ 'PL {order_number}-{n}', 'template_characters' ],
			'a slash'                                          => [ '{order_number}/{n}', 'template_characters' ],
			'a line break'                                     => [ "{order_number}-{n}\n", 'template_characters' ],
			'a letter with an accent'                          => [ 'é-{order_number}-{n}', 'template_characters' ],
			'no room for the numbers'                          => [
				str_repeat( 'x', 24 ) . '{order_number}-{n}',
				'template_too_long',
			],
			'order number and link number without a separator' => [ 'PL-{order_number}{n}', 'template_adjacent' ],
			'link number and order number without a separator' => [ 'PL-{n}{order_number}', 'template_adjacent' ],
			'a digit between order number and link number'     => [ 'PL-{order_number}1{n}', 'template_adjacent' ],
			'digits between link number and order number'      => [ 'PL-{n}00{order_number}', 'template_adjacent' ],
		];
	}

	/**
	 * @param list<string> $order_numbers
	 */
	#[DataProvider( 'order_number_formats' )]
	public function test_all_links_of_all_orders_have_different_ids( string $template, array $order_numbers ): void {
		$generated = [];
		foreach ( $order_numbers as $order_number ) {
			for ( $n = 1; $n <= 120; $n++ ) {
				$order_id = ( new OrderIdTemplate( $template ) )->order_id( $order_number, $n )->value;

				self::assertArrayNotHasKey(
					$order_id,
					$generated,
					sprintf( '%s: link %d of %s and %s', $order_id, $n, $order_number, $generated[ $order_id ] ?? '' )
				);
				$generated[ $order_id ] = "link $n of $order_number";
			}
		}
	}

	/**
	 * @return array<string, array{string, list<string>}>
	 */
	public static function order_number_formats(): array {
		$plain  = array_map( strval( ... ), range( 1, 130 ) );
		$nested = [ '1', '11', '111', '1-1', '1-1-1', '11-1', '1-11', 'PL-1', 'PL-1-1', '1.1', '1_1', 'a1', '1a' ];

		return [
			'default, sequential order numbers'                   => [ OrderIdTemplate::DEFAULT_TEMPLATE, $plain ],
			'default, order numbers that look like IDs'           => [ OrderIdTemplate::DEFAULT_TEMPLATE, $nested ],
			'link number first, sequential order numbers'         => [ '{n}-{order_number}', $plain ],
			'link number first, order numbers that look like IDs' => [ '{n}-{order_number}', $nested ],
			'a letter as separator'                               => [ 'A{order_number}B{n}', $plain ],
			'digits around the placeholders'                      => [ '1{order_number}.{n}1', $plain ],
		];
	}

	#[DataProvider( 'long_numbers' )]
	public function test_a_long_order_number_is_shortened_to_its_end( string $template, int $n ): void {
		$template = new OrderIdTemplate( $template );
		$first    = $template->order_id( str_repeat( '2026-', 11 ) . '00001', $n )->value;
		$second   = $template->order_id( str_repeat( '2026-', 11 ) . '00002', $n )->value;

		self::assertNotSame( $first, $second );
		self::assertStringContainsString( '00001', $first );
		self::assertLessThanOrEqual( OrderId::MAX_LENGTH, strlen( $first ) );
	}

	/**
	 * @return array<string, array{string, int}>
	 */
	public static function long_numbers(): array {
		return [
			'the first link'                                   => [ OrderIdTemplate::DEFAULT_TEMPLATE, 1 ],
			'a link with a high number'                        => [ OrderIdTemplate::DEFAULT_TEMPLATE, 12_345 ],
			'the longest template'                             => [ str_repeat( 'x', 23 ) . '{order_number}-{n}', 99 ],
			'the longest template and the highest link number' => [
				str_repeat( 'x', 23 ) . '{order_number}-{n}',
				PHP_INT_MAX,
			],
		];
	}

	public function test_sixty_invalid_characters_still_give_a_valid_id(): void {
		self::assertSame( 'PL-0-1', ( new OrderIdTemplate() )->order_id( str_repeat( '订', 60 ), 1 )->value );
	}

	public function test_the_default_starts_with_a_letter_and_is_no_order_number_for_the_official_plugin(): void {
		self::assertSame( 0, (int) ( new OrderIdTemplate() )->order_id( '1001', 1 )->value );
	}
}
