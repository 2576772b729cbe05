<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Domain;

/**
 * One line of valid UTF-8 without tags, control characters or repeated white space.
 */
final class PlainText {

	private const VALID_UTF8 = '(?:[\x00-\x7F]|[\xC2-\xDF][\x80-\xBF]'
		. '|\xE0[\xA0-\xBF][\x80-\xBF]|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{2}|\xED[\x80-\x9F][\x80-\xBF]'
		. '|\xF0[\x90-\xBF][\x80-\xBF]{2}|[\xF1-\xF3][\x80-\xBF]{3}|\xF4[\x80-\x8F][\x80-\xBF]{2})';

	/**
	 * Invisible characters that change the text direction or hide in a line. The zero-width joiners (U+200C, U+200D)
	 * are kept: emoji and Persian need them.
	 */
	private const INVISIBLE = '/[\x{00AD}\x{200B}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2060}\x{2066}-\x{2069}\x{FEFF}]/u';

	public readonly string $value;

	/**
	 * Accepts any bytes.
	 */
	public function __construct( string $raw ) {
		$text = self::without_tags( self::utf8( $raw ) );
		$text = (string) preg_replace( self::INVISIBLE, '', $text );
		$text = (string) preg_replace( '/[\p{Cc}\p{Z}\s]+/u', ' ', $text );

		$this->value = trim( $text );
	}

	/**
	 * Returns the number of characters (code points).
	 */
	public function length(): int {
		return (int) preg_match_all( '/[^\x80-\xBF]/', $this->value );
	}

	public function bytes(): int {
		return strlen( $this->value );
	}

	/**
	 * Returns the text cut to a number of characters. Splits a grapheme cluster only if the cluster alone is too long,
	 * such as a run of hundreds of emoji.
	 */
	public function cut_to( int $characters ): string {
		return $this->cut(
			$characters,
			static fn ( string $cluster ): int => (int) preg_match_all( '/[^\x80-\xBF]/', $cluster )
		);
	}

	/**
	 * Returns the text cut to a number of bytes. Splits a grapheme cluster only if the cluster alone is too long.
	 */
	public function cut_to_bytes( int $bytes ): string {
		return $this->cut( $bytes, static fn ( string $cluster ): int => strlen( $cluster ) );
	}

	/**
	 * @param callable(string): int $measure Size of a cluster.
	 */
	private function cut( int $max, callable $measure ): string {
		preg_match_all( '/\X/u', $this->value, $clusters );

		$parts = [];
		foreach ( $clusters[0] as $cluster ) {
			$parts[] = $measure( $cluster ) > $max ? self::code_points( $cluster ) : [ $cluster ];
		}

		$cut = '';
		foreach ( array_merge( [], ...$parts ) as $part ) {
			$max -= $measure( $part );
			if ( $max < 0 ) {
				break;
			}
			$cut .= $part;
		}

		return rtrim( $cut );
	}

	/**
	 * @return list<string>
	 */
	private static function code_points( string $text ): array {
		preg_match_all( '/./us', $text, $points );

		return $points[0];
	}

	/**
	 * Removes bytes that are not valid UTF-8.
	 */
	private static function utf8( string $raw ): string {
		if ( 1 === preg_match( '//u', $raw ) ) {
			return $raw;
		}

		return (string) preg_replace( '/(' . self::VALID_UTF8 . '++)|./s', '$1', $raw );
	}

	/**
	 * Removes scripts and styles with their content, then tags until none is left. A single `<` is kept as text.
	 */
	private static function without_tags( string $text ): string {
		$text = (string) preg_replace( '/<(script|style)\b[^>]*>.*?<\/\1\s*>/is', ' ', $text );
		do {
			$text = (string) preg_replace( '/<br\b[^>]*>|<\/(?:p|div|li|h[1-6])\s*>/i', ' ', $text );
			$text = (string) preg_replace( '/<(?:\/?[a-z]|!|\?)[^<>]*>/i', '', $text, -1, $removed );
		} while ( $removed > 0 );

		return $text;
	}
}
