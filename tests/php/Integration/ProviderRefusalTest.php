<?php
/**
 * Keys that are missing, wrong or blocked.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

#[CoversNothing]
final class ProviderRefusalTest extends IntegrationTestCase {

	use LinkSteps;

	public function test_without_a_key_nothing_is_asked(): void {
		$this->forget_settings();
		$order = $this->orders->make();

		$this->assert_error( 503, 'not_configured', $this->post_link( $order ) );

		self::assertSame( [], $this->rows( $order ) );
		self::assertSame( [], $this->emulator->requests() );
		$draft = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/draft" ) );
		self::assertSame( 'not_configured', Json::at( $draft, 'warnings', 0, 'code' ) );
	}

	public function test_a_wrong_key_is_a_matter_of_settings_and_frees_the_idempotency_key(): void {
		$order = $this->orders->make();
		$key   = $this->fresh_key();
		$this->store_key( 'wrong-key-0123456789' );

		$answer = $this->assert_error( 503, 'not_configured', $this->post_link( $order, [ 'idempotency_key' => $key ] ) );

		self::assertSame( 1032, Json::number( $answer, 'data', 'error_code' ) );
		self::assertSame( [ '1 failed invalid_key' ], $this->states( $order ) );
		self::assertStringNotContainsString( 'wrong-key', (string) wp_json_encode( $answer ) );
		$this->store_key( Env::get( 'EMULATOR_KEY' ) );
		self::assertSame( "PL-{$order->get_id()}-2", $this->made_link( $order, [ 'idempotency_key' => $key ] )['order_id'] );
	}

	/**
	 * @param array<string, mixed> $site What the provider does to the site.
	 * @param list<string>         $fields Fields with words.
	 */
	#[DataProvider( 'refusals' )]
	public function test_a_refusal_says_why_and_frees_the_idempotency_key( array $site, int $error_code, array $fields ): void {
		$order = $this->orders->make();
		$key   = $this->fresh_key();
		$this->emulator->control( 'POST', 'sites', $site + [ 'api_key' => Env::get( 'EMULATOR_KEY' ) ] );

		$answer = $this->assert_error( 422, 'multisafepay_rejected', $this->post_link( $order, [ 'idempotency_key' => $key ] ) );

		self::assertSame( $error_code, Json::number( $answer, 'data', 'error_code' ) );
		self::assertSame( $fields, array_keys( (array) ( Json::object( $answer, 'data' )['params'] ?? [] ) ) );
		self::assertSame( [ '1 failed refused' ], $this->states( $order ) );
		self::assertNull( $this->rows( $order )[0]['idempotency_key'] ?? null );
		$listed = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/links" ) );
		self::assertSame( $answer['message'], Json::text( $listed, 0, 'status_reason' ) );
		self::assertSame( [], $this->payable() );

		$this->emulator->control( 'POST', 'sites', [ 'api_key' => Env::get( 'EMULATOR_KEY' ), 'blocked' => false, 'currencies' => [ 'EUR' ] ] );
		$this->made_link( $order, [ 'idempotency_key' => $key ] );
		self::assertCount( 1, $this->payable() );
	}

	/**
	 * @return array<string, array{array<string, mixed>, int, list<string>}>
	 */
	public static function refusals(): array {
		return [
			'a blocked site'             => [ [ 'blocked' => true ], 1019, [] ],
			'a currency that is not on'  => [ [ 'currencies' => [ 'USD' ] ], 1002, [ 'currency' ] ],
		];
	}

	public function test_a_payment_method_that_the_site_has_not_is_named_at_the_field(): void {
		$order = $this->orders->make();

		$answer = $this->assert_error( 422, 'multisafepay_rejected', $this->post_link( $order, [ 'gateway' => 'BABYCAD' ] ) );

		self::assertSame( 1023, Json::number( $answer, 'data', 'error_code' ) );
		self::assertSame( [ 'gateway' ], array_keys( Json::object( $answer, 'data', 'params' ) ) );
	}

	public function test_refusals_come_through_the_providers_liberties(): void {
		$this->emulator->settings( [ 'wobble' => true ] );
		$this->emulator->control( 'POST', 'sites', [ 'api_key' => Env::get( 'EMULATOR_KEY' ), 'blocked' => true ] );
		$order = $this->orders->make();

		$this->assert_error( 422, 'multisafepay_rejected', $this->post_link( $order ) );

		self::assertSame( [ '1 failed refused' ], $this->states( $order ) );
	}
}
