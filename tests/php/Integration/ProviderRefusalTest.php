<?php

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

	public function test_without_a_key_no_request_is_sent(): void {
		$this->delete_settings();
		$order = $this->orders->create();

		$this->assert_error( 503, 'not_configured', $this->post_link( $order ) );

		self::assertSame( [], $this->rows( $order ) );
		self::assertSame( [], $this->emulator->requests() );
		$draft = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/draft" ) );
		self::assertSame( 'not_configured', Json::at( $draft, 'warnings', 0, 'code' ) );
	}

	public function test_an_invalid_key_is_reported_as_a_configuration_error_and_releases_the_idempotency_key(): void {
		$order = $this->orders->create();
		$key   = $this->new_key();
		$this->store_key( 'wrong-key-0123456789' );

		$response = $this->assert_error(
			503,
			'not_configured',
			$this->post_link( $order, [ 'idempotency_key' => $key ] )
		);

		self::assertSame( 1032, Json::number( $response, 'data', 'error_code' ) );
		self::assertSame( [ '1 failed invalid_key' ], $this->link_statuses( $order ) );
		self::assertStringNotContainsString( 'wrong-key', (string) wp_json_encode( $response ) );
		$this->store_key( Env::get( 'EMULATOR_KEY' ) );
		self::assertSame(
			"PL-{$order->get_id()}-2",
			$this->create_link( $order, [ 'idempotency_key' => $key ] )['order_id']
		);
	}

	/**
	 * @param array<string, mixed> $site   Settings of the site at the provider.
	 * @param list<string>         $fields Fields with an error message.
	 */
	#[DataProvider( 'refusals' )]
	public function test_a_refusal_has_a_reason_and_releases_the_idempotency_key(
		array $site,
		int $error_code,
		array $fields,
	): void {
		$order = $this->orders->create();
		$key   = $this->new_key();
		$this->emulator->control( 'POST', 'sites', $site + [ 'api_key' => Env::get( 'EMULATOR_KEY' ) ] );

		$response = $this->assert_error(
			422,
			'multisafepay_rejected',
			$this->post_link( $order, [ 'idempotency_key' => $key ] )
		);

		self::assertSame( $error_code, Json::number( $response, 'data', 'error_code' ) );
		self::assertSame( $fields, array_keys( (array) ( Json::object( $response, 'data' )['params'] ?? [] ) ) );
		self::assertSame( [ '1 failed refused' ], $this->link_statuses( $order ) );
		self::assertNull( $this->rows( $order )[0]['idempotency_key'] ?? null );
		$links = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/links" ) );
		self::assertSame( $response['message'], Json::text( $links, 0, 'status_reason' ) );
		self::assertSame( [], $this->payable() );

		$this->emulator->control(
			'POST',
			'sites',
			[ 'api_key' => Env::get( 'EMULATOR_KEY' ), 'blocked' => false, 'currencies' => [ 'EUR' ] ]
		);
		$this->create_link( $order, [ 'idempotency_key' => $key ] );
		self::assertCount( 1, $this->payable() );
	}

	/**
	 * @return array<string, array{array<string, mixed>, int, list<string>}>
	 */
	public static function refusals(): array {
		return [
			'a blocked site'      => [ [ 'blocked' => true ], 1019, [] ],
			'a disabled currency' => [ [ 'currencies' => [ 'USD' ] ], 1002, [ 'currency' ] ],
		];
	}

	public function test_a_payment_method_that_the_site_does_not_have_is_an_error_at_the_field(): void {
		$order = $this->orders->create();

		$response = $this->assert_error(
			422,
			'multisafepay_rejected',
			$this->post_link( $order, [ 'gateway' => 'BABYCAD' ] )
		);

		self::assertSame( 1023, Json::number( $response, 'data', 'error_code' ) );
		self::assertSame( [ 'gateway' ], array_keys( Json::object( $response, 'data', 'params' ) ) );
	}

	public function test_refusals_are_handled_with_varied_response_formats(): void {
		$this->emulator->settings( [ 'wobble' => true ] );
		$this->emulator->control( 'POST', 'sites', [ 'api_key' => Env::get( 'EMULATOR_KEY' ), 'blocked' => true ] );
		$order = $this->orders->create();

		$this->assert_error( 422, 'multisafepay_rejected', $this->post_link( $order ) );

		self::assertSame( [ '1 failed refused' ], $this->link_statuses( $order ) );
	}
}
