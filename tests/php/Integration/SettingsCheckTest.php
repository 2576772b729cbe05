<?php
/**
 * Proving keys.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

#[CoversNothing]
final class SettingsCheckTest extends IntegrationTestCase {

	private const WRONG_KEY = 'no-such-key-000000000000000000000000';

	public function test_a_key_that_was_typed_is_proved(): void {
		$response = $this->rest( 'POST', '/settings/check', [ 'environment' => 'test', 'api_key' => Env::get( 'EMULATOR_KEY' ) ] );
		$answer   = $this->json( $response );

		self::assertSame( 200, $response->get_status() );
		self::assertSame( [ 'ok', 'account_id', 'site_id', 'environment' ], array_keys( $answer ) );
		self::assertTrue( $answer['ok'] );
		self::assertSame( 'test', $answer['environment'] );
		self::assertIsString( $answer['account_id'] );
		self::assertIsString( $answer['site_id'] );
		self::assertStringNotContainsString( Env::get( 'EMULATOR_KEY' ), (string) wp_json_encode( $answer ) );
	}

	public function test_the_saved_key_of_a_site_is_proved(): void {
		$settings = $this->json( $this->rest( 'GET', '/settings' ) );
		self::assertIsArray( $settings['sites'] );
		self::assertIsArray( $settings['sites'][0] );

		$response = $this->rest( 'POST', '/settings/check', [ 'site' => $settings['sites'][0]['id'] ] );

		self::assertSame( 200, $response->get_status() );
		self::assertCount( 1, $this->emulator->requests( 'GET', '/me' ) );
	}

	public function test_the_official_plugins_key_is_proved(): void {
		update_option( 'multisafepay_api_key', Env::get( 'EMULATOR_KEY' ) );

		$response = $this->rest( 'POST', '/settings/check', [ 'environment' => 'live', 'key_source' => 'official' ] );

		self::assertSame( 200, $response->get_status() );
		self::assertSame( 'live', $this->json( $response )['environment'] );
	}

	public function test_a_wrong_key_is_refused_with_a_hint_at_the_other_environment(): void {
		$response = $this->rest( 'POST', '/settings/check', [ 'environment' => 'test', 'api_key' => self::WRONG_KEY ] );
		$answer   = $this->json( $response );

		self::assertSame( 422, $response->get_status() );
		self::assertSame( 'multisafepay_rejected', $answer['code'] );
		self::assertSame( [ 'status' => 422, 'error_code' => 1032 ], $answer['data'] );
		self::assertIsString( $answer['message'] );
		self::assertStringContainsString( 'belongs to live', $answer['message'] );
		self::assertStringNotContainsString( self::WRONG_KEY, (string) wp_json_encode( $answer ) );
	}

	#[DataProvider( 'outages' )]
	public function test_no_answer_is_not_a_verdict_about_the_key( string $fault ): void {
		$this->emulator->fault( $fault, 'GET', '/me' );

		$response = $this->rest( 'POST', '/settings/check', [ 'environment' => 'test', 'api_key' => Env::get( 'EMULATOR_KEY' ) ] );
		$answer   = $this->json( $response );

		self::assertSame( 502, $response->get_status() );
		self::assertSame( 'multisafepay_unavailable', $answer['code'] );
		self::assertSame( 'MultiSafepay did not answer, so the key could not be checked. Try again in a moment.', $answer['message'] );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function outages(): array {
		return [
			'an error page' => [ 'status_503_html' ],
			'HTML'          => [ 'html_200' ],
			'half a JSON'   => [ 'bad_json' ],
			'a reset'       => [ 'reset_before' ],
			'nothing'       => [ 'empty_200' ],
		];
	}

	/**
	 * @param array<string, mixed> $body  What is sent.
	 * @param list<string>         $fields Fields with words.
	 */
	#[DataProvider( 'bad_bodies' )]
	public function test_a_check_that_names_no_key_is_refused_before_anything_is_sent( array $body, array $fields ): void {
		$this->forget_settings();

		$response = $this->rest( 'POST', '/settings/check', $body );
		$answer   = $this->json( $response );

		self::assertSame( 400, $response->get_status() );
		self::assertIsArray( $answer['data'] );
		self::assertIsArray( $answer['data']['params'] );
		self::assertSame( $fields, array_keys( $answer['data']['params'] ) );
		self::assertSame( [], $this->emulator->requests() );
	}

	/**
	 * @return array<string, array{array<string, mixed>, list<string>}>
	 */
	public static function bad_bodies(): array {
		return [
			'nothing'               => [ [], [ 'environment', 'api_key' ] ],
			'no environment'        => [ [ 'api_key' => self::WRONG_KEY ], [ 'environment' ] ],
			'unknown environment'   => [ [ 'environment' => 'acceptance', 'api_key' => self::WRONG_KEY ], [ 'environment' ] ],
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
