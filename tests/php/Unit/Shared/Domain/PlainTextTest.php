<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Shared\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\PlainText;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class PlainTextTest extends TestCase {

	#[DataProvider( 'texts' )]
	public function test_only_visible_text_is_kept( string $raw, string $plain ): void {
		self::assertSame( $plain, ( new PlainText( $raw ) )->value );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function texts(): array {
		return [
			'plain'                              => [ 'Order 1001', 'Order 1001' ],
			'trailing spaces'                    => [ "  Eva \u{a0}", 'Eva' ],
			'line breaks and tabs'               => [ "one\r\n\ttwo\u{2028}three", 'one two three' ],
			'control characters'                 => [ "a\x00b\x1bc", 'a b c' ],
			'tags'                               => [ '<b>Shirt</b> <i class="x">L</i>', 'Shirt L' ],
			'block tags'                         => [ '<p>one</p><p>two</p>three<br/>four', 'one two three four' ],
			'a script element'                   => [ 'a<script>alert(1)</script>b', 'a b' ],
			'a tag inside a tag'                 => [ '<<b>script>alert(1)</script>', 'alert(1)' ],
			'less-than signs'                    => [ 'a < b, 1 <3 2', 'a < b, 1 <3 2' ],
			'comments'                           => [ 'a<!-- b -->c', 'ac' ],
			'invalid UTF-8'                      => [ "M\xfcller \xe2\x82", 'Mller' ],
			'overlong and surrogate bytes'       => [ "a\xc0\xafb\xed\xa0\x80c", 'abc' ],
			'bidirectional and byte order marks' => [ "abc\u{202e}def\u{feff}", 'abcdef' ],
			'zero-width joiners of emoji'        => [ "\u{1f469}\u{200d}\u{1f4bb}", "\u{1f469}\u{200d}\u{1f4bb}" ],
			'other scripts'                      => [ 'مرحبا 世界', 'مرحبا 世界' ],
			'empty'                              => [ '', '' ],
		];
	}

	public function test_characters_and_bytes_are_counted(): void {
		$text = new PlainText( 'é€😀' );

		self::assertSame( 3, $text->length() );
		self::assertSame( 9, $text->bytes() );
	}

	#[DataProvider( 'truncations' )]
	public function test_text_is_truncated_between_grapheme_clusters(
		string $raw,
		int $characters,
		string $expected,
	): void {
		self::assertSame( $expected, ( new PlainText( $raw ) )->cut_to( $characters ) );
	}

	/**
	 * @return array<string, array{string, int, string}>
	 */
	public static function truncations(): array {
		return [
			'short enough'                  => [ 'Eva', 5, 'Eva' ],
			'exact length'                  => [ 'Müller', 6, 'Müller' ],
			'too long'                      => [ 'Müller', 2, 'Mü' ],
			'a space at the end'            => [ 'Ana María', 4, 'Ana' ],
			'a combining accent'            => [ "ane\u{301}x", 3, 'an' ],
			'an emoji of three code points' => [ "a\u{1f469}\u{200d}\u{1f4bb}", 3, 'a' ],
			'a run of emoji, one cluster'   => [ str_repeat( "\u{1f600}", 300 ), 5, str_repeat( "\u{1f600}", 5 ) ],
			'a run of emoji after a letter' => [
				'a' . str_repeat( "\u{1f600}", 300 ),
				5,
				'a' . str_repeat( "\u{1f600}", 4 ),
			],
			'no room'                       => [ 'Eva', 0, '' ],
		];
	}

	public function test_text_is_truncated_by_bytes_between_grapheme_clusters(): void {
		self::assertSame(
			str_repeat( "\u{1f600}", 10 ),
			( new PlainText( str_repeat( "\u{1f600}", 300 ) ) )->cut_to_bytes( 41 )
		);
		self::assertSame( 'a€', ( new PlainText( 'a€€' ) )->cut_to_bytes( 6 ) );
		self::assertSame( 'a', ( new PlainText( "a\u{1f469}\u{200d}\u{1f4bb}" ) )->cut_to_bytes( 11 ) );
	}
}
