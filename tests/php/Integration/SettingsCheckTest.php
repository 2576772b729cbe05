<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

#[CoversNothing]
final class SettingsCheckTest extends IntegrationTestCase {

	private const WRONG_KEY = 'no-such-key-000000000000000000000000';

	public function test_an_entered_key_is_checked(): void {
		$response = $this->rest(
			'POST',
			'/settings/check',
			[ 'environment' => 'test', 'api_key' => Env::get( 'EMULATOR_KEY' ) ]
		);
		$data     = $this->json( $response );

		self::assertSame( 200, $response->get_status() );
		self::assertSame( [ 'ok', 'account_id', 'site_id', 'environment' ], array_keys( $data ) );
		self::assertTrue( $data['ok'] );
		self::assertSame( 'test', $data['environment'] );
		self::assertIsString( $data['account_id'] );
		self::assertIsString( $data['site_id'] );
		self::assertStringNotContainsString( Env::get( 'EMULATOR_KEY' ), (string) wp_json_encode( $data ) );
	}

	public function test_the_stored_key_of_a_site_is_checked(): void {
		$settings = $this->json( $this->rest( 'GET', '/settings' ) );
		self::assertIsArray( $settings['sites'] );
		self::assertIsArray( $settings['sites'][0] );

		$response = $this->rest( 'POST', '/settings/check', [ 'site' => $settings['sites'][0]['id'] ] );

		self::assertSame( 200, $response->get_status() );
		self::assertCount( 1, $this->emulator->requests( 'GET', '/me' ) );
	}

	public function test_the_key_of_the_official_plugin_is_checked(): void {
		update_option( 'multisafepay_api_key', Env::get( 'EMULATOR_KEY' ) );

		$response = $this->rest( 'POST', '/settings/check', [ 'environment' => 'live', 'key_source' => 'official' ] );

		self::assertSame( 200, $response->get_status() );
		self::assertSame( 'live', $this->json( $response )['environment'] );
	}

	public function test_an_invalid_key_is_refused_with_a_hint_at_the_other_environment(): void {
		$response = $this->rest( 'POST', '/settings/check', [ 'environment' => 'test', 'api_key' => self::WRONG_KEY ] );
		$data     = $this->json( $response );

		self::assertSame( 422, $response->get_status() );
		self::assertSame( 'multisafepay_rejected', $data['code'] );
		self::assertSame( [ 'status' => 422, 'error_code' => 1032 ], $data['data'] );
		self::assertIsString( $data['message'] );
		self::assertStringContainsString( 'belongs to live', $data['message'] );
		self::assertStringNotContainsString( self::WRONG_KEY, (string) wp_json_encode( $data ) );
	}

	#[DataProvider( 'outages' )]
	public function test_without_a_response_the_key_is_not_called_invalid( string $fault ): void {
		$this->emulator->fault( $fault, 'GET', '/me' );

		$response = $this->rest(
			'POST',
			'/settings/check',
			[ 'environment' => 'test', 'api_key' => Env::get( 'EMULATOR_KEY' ) ]
		);
		$data     = $this->json( $response );

		self::assertSame( 502, $response->get_status() );
		self::assertSame( 'multisafepay_unavailable', $data['code'] );
		self::assertSame(
			'MultiSafepay did not answer, so the key could not be checked. Try again in a moment.',
			$data['message']
		);
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function outages(): array {
		return [
			'an error page'     => [ 'status_503_html' ],
			'HTML'              => [ 'html_200' ],
			'truncated JSON'    => [ 'bad_json' ],
			'a reset'           => [ 'reset_before' ],
			'an empty response' => [ 'empty_200' ],
		];
	}

	/**
	 * @param array<string, mixed> $body   The request body.
	 * @param list<string>         $fields Fields with an error message.
	 */
	#[DataProvider( 'invalid_bodies' )]
	public function test_a_check_without_a_key_is_refused_before_a_request_is_sent(
		array $body,
		array $fields,
	): void {
		$this->delete_settings();

		$response = $this->rest( 'POST', '/settings/check', $body );
		$data     = $this->json( $response );

		self::assertSame( 400, $response->get_status() );
		self::assertIsArray( $data['data'] );
		self::assertIsArray( $data['data']['params'] );
		self::assertSame( $fields, array_keys( $data['data']['params'] ) );
		self::assertSame( [], $this->emulator->requests() );
	}

	/**
	 * @return array<string, array{array<string, mixed>, list<string>}>
	 */
	public static function invalid_bodies(): array {
		return [
			'empty'                 => [ [], [ 'environment', 'api_key' ] ],
			'no environment'        => [ [ 'api_key' => self::WRONG_KEY ], [ 'environment' ] ],
			'unknown environment'   => [
				[ 'environment' => 'acceptance', 'api_key' => self::WRONG_KEY ],
				[ 'environment' ],
			],
			'a key with a space'    => [ [ 'environment' => 'test', 'api_key' => 'with space' ], [ 'api_key' ] ],
			'a key of another type' => [ [ 'environment' => 'test', 'api_key' => 12345678 ], [ 'api_key' ] ],
			'no official key'       => [ [ 'environment' => 'test', 'key_source' => 'official' ], [ 'key_source' ] ],
			'unknown site'          => [ [ 'site' => 'elsewhere' ], [ 'site' ] ],
			'site without a key'    => [ [ 'site' => 'test' ], [ 'api_key' ] ],
			'site and key'          => [ [ 'site' => 'test', 'api_key' => self::WRONG_KEY ], [ 'api_key' ] ],
			'unknown field'         => [ [ 'environment' => 'test', 'api_key' => self::WRONG_KEY, 'x' => 1 ], [ 'x' ] ],
		];
	}
}
