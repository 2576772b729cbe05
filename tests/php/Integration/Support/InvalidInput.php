<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

/**
 * Generates invalid input of various types, lengths and encodings, reproducible by seed.
 */
final class InvalidInput {

	private const TEXTS = [
		'',
		' ',
		'0',
		'-1',
		'true',
		'null',
		'80.00',
		'1e9',
		'x',
		"\0",
		"a\r\nBcc: b@example.test",
		'<script>alert(1)</script>',
		"'; DROP TABLE x; --",
		'%s%d%n',
		'{order_number}',
		'../../etc/passwd',
		"\u{202E}abc",
		"e\u{0301}",
		'💸',
		'日本語',
		'https://example.test/',
		'javascript:alert(1)',
		'NL',
		'EUR',
		'main',
		'robin@example.test',
		'2026-02-30',
	];

	public function __construct( private int $state ) {}

	/**
	 * Returns a request body that is valid JSON or nearly so.
	 *
	 * @param list<string>         $fields Field names of the route.
	 * @param array<string, mixed> $valid  A valid body.
	 */
	public function body( array $fields, array $valid ): string {
		$body = $this->one_in( 3 ) ? [] : $valid;
		for ( $n = $this->number( 0, 3 ); $n >= 0; $n-- ) {
			$body[ $fields === [] || $this->one_in( 8 ) ? $this->text() : $fields[ $this->number(
				0,
				count( $fields ) - 1
			) ] ] = $this->value( 3 );
		}
		$json = (string) json_encode( $body, JSON_INVALID_UTF8_SUBSTITUTE | JSON_PARTIAL_OUTPUT_ON_ERROR );

		return match ( $this->number( 0, 14 ) ) {
			0 => substr( $json, 0, $this->number( 0, strlen( $json ) ) ),
			1 => str_replace( 'a', "\xc3\x28", $json ),
			2 => (string) json_encode( $this->value( 2 ), JSON_PARTIAL_OUTPUT_ON_ERROR ),
			3 => str_repeat( '[', 600 ) . str_repeat( ']', 600 ),
			4 => "\xEF\xBB\xBF" . $json,
			default => $json,
		};
	}

	/**
	 * Returns a value for a query string.
	 */
	public function text(): string {
		return match ( $this->number( 0, 9 ) ) {
			0 => str_repeat( 'é', $this->number( 1, 5000 ) ),
			1 => implode(
				'',
				array_map( fn (): string => chr( $this->number( 0, 255 ) ), range( 0, $this->number( 1, 60 ) ) )
			),
			default => self::TEXTS[ $this->number( 0, count( self::TEXTS ) - 1 ) ],
		};
	}

	private function value( int $depth ): mixed {
		return match ( $this->number( 0, $depth > 0 ? 12 : 9 ) ) {
			0 => null,
			1 => $this->one_in( 2 ),
			2 => $this->number( -10, 10 ),
			3 => PHP_INT_MAX - $this->number( 0, 2 ),
			4 => $this->number( -1000, 1000 ) / 7,
			5 => 1e308,
			10 => array_map( fn (): mixed => $this->value( $depth - 1 ), range( 0, $this->number( 0, 5 ) ) ),
			11 => array_combine(
				array_map( fn ( int $n ): string => $n . $this->text(), range( 0, 3 ) ),
				array_map( fn (): mixed => $this->value( $depth - 1 ), range( 0, 3 ) )
			),
			12 => (object) [],
			default => $this->text(),
		};
	}

	private function one_in( int $n ): bool {
		return $this->number( 1, $n ) === 1;
	}

	/**
	 * Linear congruential generator: gives the same numbers on every PHP version.
	 */
	private function number( int $minimum, int $maximum ): int {
		$this->state = ( $this->state * 1_103_515_245 + 12_345 ) % 2_147_483_648;
		return $minimum + intdiv( $this->state, 65_536 ) % ( $maximum - $minimum + 1 );
	}
}
