<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Domain;

use MultiSafepay\PaymentLinks\Domain\PlainText;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class PlainTextTest extends TestCase {

	#[DataProvider( 'texts' )]
	public function test_it_keeps_what_a_reader_sees( string $raw, string $plain ): void {
		self::assertSame( $plain, ( new PlainText( $raw ) )->value );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function texts(): array {
		return [
			'plain'                        => [ 'Order 1001', 'Order 1001' ],
			'trailing spaces'              => [ "  Eva \u{a0}", 'Eva' ],
			'lines and tabs'               => [ "one\r\n\ttwo\u{2028}three", 'one two three' ],
			'control characters'           => [ "a\x00b\x1bc", 'a b c' ],
			'tags'                         => [ '<b>Shirt</b> <i class="x">L</i>', 'Shirt L' ],
			'tags that end a line'         => [ '<p>one</p><p>two</p>three<br/>four', 'one two three four' ],
			'a script with what is in it'  => [ 'a<script>alert(1)</script>b', 'a b' ],
			'a tag inside a tag'           => [ '<<b>script>alert(1)</script>', 'alert(1)' ],
			'less than is text'            => [ 'a < b, 1 <3 2', 'a < b, 1 <3 2' ],
			'comments'                     => [ 'a<!-- b -->c', 'ac' ],
			'broken bytes'                 => [ "M\xfcller \xe2\x82", 'Mller' ],
			'overlong and surrogate bytes' => [ "a\xc0\xafb\xed\xa0\x80c", 'abc' ],
			'marks that turn a line round' => [ "abc\u{202e}def\u{feff}", 'abcdef' ],
			'joiners of emoji stay'        => [ "\u{1f469}\u{200d}\u{1f4bb}", "\u{1f469}\u{200d}\u{1f4bb}" ],
			'other scripts'                => [ 'مرحبا 世界', 'مرحبا 世界' ],
			'nothing'                      => [ '', '' ],
		];
	}

	public function test_it_counts_characters_and_bytes(): void {
		$text = new PlainText( 'é€😀' );

		self::assertSame( 3, $text->length() );
		self::assertSame( 9, $text->bytes() );
	}

	#[DataProvider( 'cuts' )]
	public function test_it_cuts_between_letters( string $raw, int $characters, string $cut ): void {
		self::assertSame( $cut, ( new PlainText( $raw ) )->cut_to( $characters ) );
	}

	/**
	 * @return array<string, array{string, int, string}>
	 */
	public static function cuts(): array {
		return [
			'short enough'           => [ 'Eva', 5, 'Eva' ],
			'exactly'                => [ 'Müller', 6, 'Müller' ],
			'too long'               => [ 'Müller', 2, 'Mü' ],
			'a space at the cut'     => [ 'Ana María', 4, 'Ana' ],
			'an accent of its own'   => [ "ane\u{301}x", 3, 'an' ],
			'an emoji of three'      => [ "a\u{1f469}\u{200d}\u{1f4bb}", 3, 'a' ],
			'no room'                => [ 'Eva', 0, '' ],
		];
	}

	public function test_it_cuts_bytes_without_breaking_a_letter(): void {
		self::assertSame( 'a€', ( new PlainText( 'a€€' ) )->cut_to_bytes( 6 ) );
		self::assertSame( 'a', ( new PlainText( "a\u{1f469}\u{200d}\u{1f4bb}" ) )->cut_to_bytes( 11 ) );
	}
}
