<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\MultiSafepay\Application;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\MultiSafepay\Application\NotificationSignature;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( NotificationSignature::class )]
final class NotificationSignatureTest extends TestCase {

	private const KEY  = 'test-key-for-emulator-only';
	private const TIME = 1735689600;
	private const BODY = '{"amount":1250,"currency":"EUR","order_id":"PL-1002","status":"expired",'
		. '"financial_status":"expired"}';
	private const AUTH = 'MTczNTY4OTYwMDoxNTIxZjU2Y2M3Y2ZhMDkyMzEzZjhhMDFjZGE4MWNiYzNhMDhiOTRiM2ZiN2I3NTQ0YWU5MzlkZ'
		. 'jU4MTg5NGJlNmM1YzAxOGM0Njg3MGRjMzQ0NmNkOTQ0MzU2MzljMjE3NGZhODVjYzEzZWUyZWQ2MWU1MmM2YTY1MTY1ZTlkZg==';

	/**
	 * Test vectors calculated with other software.
	 */
	#[DataProvider( 'vectors' )]
	public function test_a_valid_signature_is_accepted_and_an_altered_message_refused(
		string $key,
		int $time,
		string $body,
		string $auth,
	): void {
		self::assertTrue( $this->at( $time )->is_signed( $auth, $body, new ApiKey( $key ) ) );
		self::assertFalse( $this->at( $time )->is_signed( $auth, $body . ' ', new ApiKey( $key ) ) );
		self::assertFalse( $this->at( $time )->is_signed( $auth, $body, new ApiKey( $key . '-other' ) ) );
	}

	/**
	 * @return array<string, array{string, int, string, string}>
	 */
	public static function vectors(): array {
		return [
			'plain'                                => [
				'0123456789abcdef0123456789abcdef01234567',
				1700000000,
				'{"order_id":"PL-1001","status":"completed"}',
				'MTcwMDAwMDAwMDo2OGQzMjBkYjQ4ZTZjZjA5ZTMyYTEzNTQ2MDAwMDBkOTNhMDc1NGM5MTFhMmRlOGMwMjQyODJmMGZhNGE2ZT'
					. 'ZmNTE3NWYyMWM1ZjE3NjJkZTJkMDlkMzk3NDE4OTU5ZmVmNmNhNWIxNmNmY2VhYWVjYjBiZTk0MDlkZjA4NjVmZA==',
			],
			'longer'                               => [ self::KEY, self::TIME, self::BODY, self::AUTH ],
			'escape sequences'                     => [
				self::KEY,
				self::TIME,
				'{"description":"Caf\u00e9 order","order_id":"PL-1003","payment_url":"https:\/\/example.test\/x"}',
				'MTczNTY4OTYwMDplMDkzZTlmZjBkNTgyMjg0ZDg1OTJlYzNmNzQ4ZWM4N2QwNjkxMzk1MGQ3MDg3YWUxMjEzMjU4NWMwNzljNG'
					. 'IzODMwNDBmOTFmNjJmNTY0MWE0ZDM3NDI0M2NjMzUwOTgzYzc2YWQ3MDUwZGNkYTYzYWU4MzhmZDdmN2VkZGYzZQ==',
			],
			'non-ASCII characters and a line feed' => [
				self::KEY,
				1735689601,
				"{\"description\":\"Café €5\",\"order_id\":\"PL-1004\"}\n",
				'MTczNTY4OTYwMTowYmYzMzliZjJkZjhiMThiYWE4ZTcwNmJiNzM0NWNmZDcyMDc5YWFlZmNlYWI4MmYwYmU5OGVjNGQ2Y2I3MT'
					. 'g4NWM1NmUxNGMxYmNmMDdmYjI3YjEwYTdhMzc3ODM0MGE1OTk1YmU5NzMxNjMzMDhmNWMyN2UwZTkwZjMzYWY4Yg==',
			],
			'nothing'                              => [
				self::KEY,
				self::TIME,
				'',
				'MTczNTY4OTYwMDo0MDViMmM5YzU2YmE2ZDhhMzQzMDNlMzViNjc2MjliNzZiNGQwYjI5ZWFkNDEzNTkyODcyNjNjNTRhNzcyZG'
					. 'NmNjBmNzgzNTlmNGJhMmI0ZDI5OGU3YTBmNzM1MWRkMTA2YzI3Y2JkYmZiOTZhYzZmYTIwOGZiNWVhZTRkODc3MA==',
			],
		];
	}

	#[DataProvider( 'time_offsets' )]
	public function test_a_signature_is_valid_for_ten_minutes_in_both_directions( int $seconds, bool $is_valid ): void {
		self::assertSame(
			$is_valid,
			$this->at( self::TIME + $seconds )->is_signed( self::AUTH, self::BODY, new ApiKey( self::KEY ) )
		);
	}

	/**
	 * @return array<string, array{int, bool}>
	 */
	public static function time_offsets(): array {
		return [
			'ten minutes old'                            => [ 600, true ],
			'ten minutes and one second old'             => [ 601, false ],
			'ten minutes from the future'                => [ -600, true ],
			'ten minutes and one second from the future' => [ -601, false ],
			'a day from the future'                      => [ -86_400, false ],
		];
	}

	#[DataProvider( 'invalid_headers' )]
	public function test_an_invalid_header_is_refused_without_an_error( string $auth ): void {
		self::assertFalse( $this->at( self::TIME )->is_signed( $auth, self::BODY, new ApiKey( self::KEY ) ) );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function invalid_headers(): array {
		$hash = hash_hmac( 'sha512', self::TIME . ':' . self::BODY, self::KEY );

		return [
			'nothing'                  => [ '' ],
			'spaces'                   => [ '   ' ],
			'not base64'               => [ '!!!' ],
			'text without a colon'     => [ base64_encode( 'hello' ) ],
			'the time without a colon' => [ base64_encode( (string) self::TIME ) ],
			'only a colon'             => [ base64_encode( ':' ) ],
			'no hash'                  => [ base64_encode( self::TIME . ':' ) ],
			'two colons'               => [ base64_encode( self::TIME . ':' . $hash . ':' ) ],
			'two times'                => [ base64_encode( self::TIME . ':' . self::TIME . ':' . $hash ) ],
			'no time'                  => [ base64_encode( ':' . $hash ) ],
			'a negative time'          => [ base64_encode( '-' . self::TIME . ':' . $hash ) ],
			'a time that is too long'  => [ base64_encode(
				'0' . str_repeat( '0', 400 ) . self::TIME . ':' . $hash
			),
			],
			'a hash with an empty key' => [ base64_encode(
				self::TIME . ':' . hash_hmac( 'sha512', self::TIME . ':' . self::BODY, '' )
			),
			],
			'another algorithm'        => [ base64_encode(
				self::TIME . ':' . hash_hmac( 'sha256', self::TIME . ':' . self::BODY, self::KEY )
			),
			],
			'an upper case hash'       => [ base64_encode( self::TIME . ':' . strtoupper( $hash ) ) ],
			'a trailing line feed'     => [ base64_encode( self::TIME . ':' . $hash . "\n" ) ],
			'binary data'              => [ base64_encode( random_bytes( 100 ) ) ],
			'a megabyte'               => [ str_repeat( 'QUFB', 262_144 ) ],
		];
	}

	private function at( int $time ): NotificationSignature {
		return new NotificationSignature( new FrozenClock( new DateTimeImmutable( '@' . $time ) ) );
	}
}
