<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Domain;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\OrderIdTemplate;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( OrderIdTemplate::class )]
final class OrderIdTemplateTest extends TestCase {

	#[DataProvider( 'order_ids' )]
	public function test_it_makes_the_id_of_an_orders_nth_link( string $template, string $order_number, int $n, string $order_id ): void {
		self::assertSame( $order_id, ( new OrderIdTemplate( $template ) )->order_id( $order_number, $n )->value );
	}

	/**
	 * @return array<string, array{string, string, int, string}>
	 */
	public static function order_ids(): array {
		$default = OrderIdTemplate::DEFAULT_TEMPLATE;

		return [
			'the default'                       => [ $default, '1001', 1, 'PL-1001-1' ],
			'a later link'                      => [ $default, '1001', 12, 'PL-1001-12' ],
			'the count in front'                => [ 'S2.{n}.{order_number}', '1001', 3, 'S2.3.1001' ],
			'text behind'                       => [ '{order_number}_{n}_shop', '1001', 1, '1001_1_shop' ],
			'a number with a prefix'            => [ $default, '#1001', 1, 'PL-1001-1' ],
			'a number with slashes'             => [ $default, '2026/11/1001', 1, 'PL-2026-11-1001-1' ],
			'a number with spaces'              => [ $default, ' WC 1001 ', 1, 'PL-WC-1001-1' ],
			'a number with signs in a row'      => [ $default, '10 / & 01', 1, 'PL-10-01-1' ],
			'a number in another script'        => [ $default, '№1001', 1, 'PL-1001-1' ],
			'bytes that are no UTF-8'           => [ $default, "\xff\xfe1001", 1, 'PL-1001-1' ],
			'a number that is a placeholder'    => [ $default, '{n}', 7, 'PL-n-7' ],
			'a number with both placeholders'   => [ $default, '{order_number}{n}', 2, 'PL-order_number-n-2' ],
			'an empty number'                   => [ $default, '', 1, 'PL-0-1' ],
			'a number with nothing usable'      => [ $default, '###', 1, 'PL-0-1' ],
		];
	}

	#[DataProvider( 'bad_templates' )]
	public function test_it_refuses_templates_that_cannot_make_valid_distinct_ids( string $template, string $reason ): void {
		try {
			new OrderIdTemplate( $template );
		} catch ( InvalidValue $error ) {
			self::assertSame( [ 'order_id_template', $reason ], [ $error->field, $error->reason ] );

			return;
		}

		self::fail( 'It was taken.' );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function bad_templates(): array {
		return [
			'nothing'                             => [ '', 'template_placeholders' ],
			'no order number'                     => [ 'PL-{n}', 'template_placeholders' ],
			'no count'                            => [ 'PL-{order_number}', 'template_placeholders' ],
			'the order number twice'              => [ '{order_number}-{order_number}', 'template_placeholders' ],
			'the count twice'                     => [ '{order_number}-{n}-{n}', 'template_placeholders' ],
			'one inside the other'                => [ 'PL-{order_{n}number}', 'template_placeholders' ],
			'capitals'                            => [ 'PL-{ORDER_NUMBER}-{N}', 'template_placeholders' ],
			'a placeholder that we do not know'   => [ '{order_number}-{n}-{year}', 'template_characters' ],
			'a space'                             => [ 'PL {order_number}-{n}', 'template_characters' ],
			'a slash'                             => [ '{order_number}/{n}', 'template_characters' ],
			'a line end'                          => [ "{order_number}-{n}\n", 'template_characters' ],
			'a letter with an accent'             => [ 'é-{order_number}-{n}', 'template_characters' ],
			'no room for numbers'                 => [ str_repeat( 'x', 24 ) . '{order_number}-{n}', 'template_too_long' ],
			'number and count without a sign'     => [ 'PL-{order_number}{n}', 'template_adjacent' ],
			'count and number without a sign'     => [ 'PL-{n}{order_number}', 'template_adjacent' ],
			'a digit between number and count'    => [ 'PL-{order_number}1{n}', 'template_adjacent' ],
			'digits between count and number'     => [ 'PL-{n}00{order_number}', 'template_adjacent' ],
		];
	}

	/**
	 * @param list<string> $order_numbers
	 */
	#[DataProvider( 'order_number_styles' )]
	public function test_no_two_links_of_any_orders_share_an_id( string $template, array $order_numbers ): void {
		$made = [];
		foreach ( $order_numbers as $order_number ) {
			for ( $n = 1; $n <= 120; $n++ ) {
				$order_id = ( new OrderIdTemplate( $template ) )->order_id( $order_number, $n )->value;

				self::assertArrayNotHasKey( $order_id, $made, sprintf( '%s: link %d of %s and %s', $order_id, $n, $order_number, $made[ $order_id ] ?? '' ) );
				$made[ $order_id ] = "link $n of $order_number";
			}
		}
	}

	/**
	 * @return array<string, array{string, list<string>}>
	 */
	public static function order_number_styles(): array {
		$plain  = array_map( strval( ... ), range( 1, 130 ) );
		$nested = [ '1', '11', '111', '1-1', '1-1-1', '11-1', '1-11', 'PL-1', 'PL-1-1', '1.1', '1_1', 'a1', '1a' ];

		return [
			'default, counted orders'             => [ OrderIdTemplate::DEFAULT_TEMPLATE, $plain ],
			'default, numbers that look like ids' => [ OrderIdTemplate::DEFAULT_TEMPLATE, $nested ],
			'count in front, counted orders'      => [ '{n}-{order_number}', $plain ],
			'count in front, odd numbers'         => [ '{n}-{order_number}', $nested ],
			'a letter between'                    => [ 'A{order_number}B{n}', $plain ],
			'digits around'                       => [ '1{order_number}.{n}1', $plain ],
		];
	}

	#[DataProvider( 'long_numbers' )]
	public function test_a_long_order_number_keeps_the_end_that_tells_orders_apart( string $template, int $n ): void {
		$template = new OrderIdTemplate( $template );
		$one      = $template->order_id( str_repeat( '2026-', 11 ) . '00001', $n )->value;
		$other    = $template->order_id( str_repeat( '2026-', 11 ) . '00002', $n )->value;

		self::assertNotSame( $one, $other );
		self::assertStringContainsString( '00001', $one );
		self::assertLessThanOrEqual( OrderId::MAX_LENGTH, strlen( $one ) );
	}

	/**
	 * @return array<string, array{string, int}>
	 */
	public static function long_numbers(): array {
		return [
			'the first link'                         => [ OrderIdTemplate::DEFAULT_TEMPLATE, 1 ],
			'a late link'                            => [ OrderIdTemplate::DEFAULT_TEMPLATE, 12_345 ],
			'the longest template'                   => [ str_repeat( 'x', 23 ) . '{order_number}-{n}', 99 ],
			'the longest template and largest count' => [ str_repeat( 'x', 23 ) . '{order_number}-{n}', PHP_INT_MAX ],
		];
	}

	public function test_sixty_signs_that_no_id_may_hold_still_make_an_id(): void {
		self::assertSame( 'PL-0-1', ( new OrderIdTemplate() )->order_id( str_repeat( '订', 60 ), 1 )->value );
	}

	public function test_the_default_begins_with_a_letter_so_that_the_official_plugin_does_not_read_an_order_number(): void {
		self::assertSame( 0, (int) ( new OrderIdTemplate() )->order_id( '1001', 1 )->value );
	}
}
