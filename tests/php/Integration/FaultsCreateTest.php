<?php
/**
 * Answers that get lost while a link is created.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use WC_Order;

#[CoversNothing]
final class FaultsCreateTest extends IntegrationTestCase {

	use LinkSteps;

	private const CLOSED_PORT = 'http://127.0.0.1:9/v1/json';

	private WC_Order $order;

	private string $key = '';

	private string $api_url = '';

	protected function setUp(): void {
		parent::setUp();
		$this->order   = $this->orders->make();
		$this->key     = $this->fresh_key();
		$this->api_url = (string) getenv( 'MULTISAFEPAY_PAYMENT_LINKS_API_URL' );
	}

	protected function tearDown(): void {
		$this->api( $this->api_url );
		parent::tearDown();
	}

	#[DataProvider( 'faults' )]
	public function test_one_lost_answer_costs_an_order_id_and_no_more( string $fault, int $held_by_provider ): void {
		$this->emulator->fault( $fault );

		$link = $this->made_link( $this->order, [ 'idempotency_key' => $this->key ] );

		self::assertSame( "PL-{$this->order->get_id()}-2", $link['order_id'] );
		self::assertSame( [ '1 failed no_answer_retired', '2 active created' ], $this->states( $this->order ) );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
		self::assertCount( $held_by_provider, $this->emulator->orders() );
		self::assertSame( [ 'POST', 'PATCH', 'POST' ], array_column( $this->emulator->requests(), 'method' ) );
		$lost = (int) ( $this->rows( $this->order )[0]['id'] ?? 0 );
		self::assertSame( [ 'staff >creating reserved', 'staff creating>unconfirmed no_answer', 'staff unconfirmed>failed no_answer_retired' ], $this->history( $lost ) );
		self::assertTrue( $this->is_settle_scheduled( $lost ), 'Every creation is looked at again a minute later.' );
		self::assertSame( 200, $this->post_link( $this->order, [ 'idempotency_key' => $this->key ] )->get_status() );
	}

	/**
	 * @return array<string, array{string, int}> The fault, and how many orders the provider holds in the end.
	 */
	public static function faults(): array {
		return [
			'an error page'              => [ 'status_503_html', 1 ],
			'HTML with status 200'       => [ 'html_200', 1 ],
			'a reset before it arrived'  => [ 'reset_before', 1 ],
			'a reset after it was taken' => [ 'reset_after', 2 ],
			'half a JSON'                => [ 'bad_json', 2 ],
			'an empty answer'            => [ 'empty_200', 2 ],
		];
	}

	#[DataProvider( 'faults' )]
	public function test_an_outage_leaves_nothing_payable_and_the_same_key_gets_a_link_later( string $fault ): void {
		$this->emulator->fault( $fault, times: 0 );

		$answer = $this->assert_error( 502, 'multisafepay_unavailable', $this->post_link( $this->order, [ 'idempotency_key' => $this->key ] ) );

		self::assertSame( 'MultiSafepay did not answer. No new link was made. Try again in a moment.', $answer['message'] );
		self::assertSame( [ '1 failed no_answer_retired', '2 failed no_answer_retired' ], $this->states( $this->order ) );
		self::assertSame( [], $this->payable() );

		$this->emulator->control( 'DELETE', 'faults' );
		$link = $this->made_link( $this->order, [ 'idempotency_key' => $this->key ] );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_a_provider_that_cannot_be_reached_has_nothing_to_retire(): void {
		$this->api( self::CLOSED_PORT );

		$answer = $this->assert_error( 502, 'multisafepay_unavailable', $this->post_link( $this->order, [ 'idempotency_key' => $this->key ] ) );

		self::assertSame( 'MultiSafepay could not be reached. Nothing was changed there. Check the connection of the shop’s server, or try again in a moment.', $answer['message'] );
		self::assertSame( [ '1 failed not_sent' ], $this->states( $this->order ) );
		$asked = count( $this->emulator->requests() );
		$this->run_settle( (int) ( $this->rows( $this->order )[0]['id'] ?? 0 ) );
		self::assertCount( $asked, $this->emulator->requests(), 'The watch has nothing to retire.' );

		$this->api( $this->api_url );
		$link = $this->made_link( $this->order, [ 'idempotency_key' => $this->key ] );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_a_typed_order_id_is_burnt_by_a_lost_answer(): void {
		$this->emulator->fault( 'reset_after' );

		$link = $this->made_link( $this->order, [ 'idempotency_key' => $this->key, 'order_id' => 'typed-1' ] );

		self::assertSame( "PL-{$this->order->get_id()}-2", $link['order_id'] );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_an_answer_about_another_order_is_no_answer(): void {
		add_filter(
			'http_response',
			static function ( array $response, array $arguments ): array {
				if ( $arguments['method'] === 'POST' && is_string( $response['body'] ) ) {
					$response['body'] = str_replace( '-1"', '-9"', $response['body'] );
				}
				return $response;
			},
			10,
			2
		);

		$link = $this->made_link( $this->order );

		self::assertSame( "PL-{$this->order->get_id()}-2", $link['order_id'] );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_a_create_call_that_arrives_late_is_cancelled_by_the_second_look(): void {
		$this->hurry( 1.0 );
		$this->emulator->fault( 'slow', delay_ms: 2000 );

		$link = $this->made_link( $this->order, [ 'idempotency_key' => $this->key ] );
		$this->emulator->come_to_rest();

		self::assertCount( 2, $this->emulator->orders(), 'The first one arrived after it was given up.' );
		$lost = (int) ( $this->rows( $this->order )[0]['id'] ?? 0 );
		self::assertTrue( $this->is_settle_scheduled( $lost ) );
		$this->run_settle( $lost );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_a_silent_provider_takes_less_than_twenty_seconds_and_is_settled_later(): void {
		$this->emulator->fault( 'silent', times: 0 );
		$this->emulator->fault( 'silent', 'PATCH', '*', 0 );
		$started = hrtime( true );

		$answer = $this->assert_error( 502, 'multisafepay_unavailable', $this->post_link( $this->order, [ 'idempotency_key' => $this->key ] ) );

		$seconds = ( hrtime( true ) - $started ) / 1e9;
		self::assertLessThan( 20.0, $seconds );
		self::assertGreaterThan( 8.0, $seconds, 'The create call gets time.' );
		self::assertSame( [ '1 unconfirmed no_answer' ], $this->states( $this->order ) );

		$this->emulator->control( 'DELETE', 'faults' );
		$this->run_settle( Json::number( $answer, 'data', 'link_id' ) );
		self::assertSame( [ '1 failed no_answer_retired' ], $this->states( $this->order ) );
		$link = $this->made_link( $this->order, [ 'idempotency_key' => $this->key ] );
		self::assertSame( [ $link['order_id'] ], $this->payable() );
	}

	public function test_a_slow_answer_is_an_answer(): void {
		$this->emulator->fault( 'slow', delay_ms: 700 );

		self::assertSame( "PL-{$this->order->get_id()}-1", $this->made_link( $this->order )['order_id'] );
		self::assertCount( 1, $this->emulator->requests() );
	}

	/**
	 * Shortens every timeout, so that the test need not wait.
	 */
	private function hurry( float $seconds ): void {
		add_filter( 'http_request_args', static fn ( array $arguments ): array => array_replace( $arguments, $arguments['method'] === 'POST' ? [ 'timeout' => $seconds ] : [] ) );
		// Only the first call: the second one must get through.
		add_action( 'http_api_debug', static fn () => remove_all_filters( 'http_request_args' ) );
	}

	private function api( string $url ): void {
		putenv( "MULTISAFEPAY_PAYMENT_LINKS_API_URL=$url" ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.runtime_configuration_putenv -- Put back in tearDown().
	}
}
