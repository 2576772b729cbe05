<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Payments\Rest\NotificationsController;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\NotificationSteps;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use WC_Order;

#[CoversClass( NotificationsController::class )]
final class NotificationRouteTest extends IntegrationTestCase {

	use LinkSteps;
	use NotificationSteps;

	private WC_Order $order;

	private string $order_id = '';

	protected function setUp(): void {
		parent::setUp();
		$this->emulator->settings( [ 'notifications' => false ] );
		$this->order    = $this->orders->create();
		$this->order_id = Json::text( $this->create_link( $this->order ), 'order_id' );
		// The order is paid at the provider. Every accepted notification therefore pays it in the shop.
		$this->emulator->simulate( $this->order_id, 'pay' );
	}

	public function test_a_valid_notification_pays_the_order(): void {
		$this->send_notification( $this->order_id );

		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $this->order ) );
		self::assertSame( 1, $this->count_notes( $this->order, 'has been paid' ) );
	}

	#[DataProvider( 'forgeries' )]
	public function test_a_forged_notification_is_refused_without_a_request_to_the_provider( string $kind ): void {
		$body    = $this->notification_body( $this->order_id, [] );
		$now     = (string) time();
		$hash    = hash_hmac( 'sha512', "$now:$body", Env::get( 'EMULATOR_KEY' ) );
		$options = [
			'another key'                     => [ 'key' => 'another-key-0123456789' ],
			'an empty key'                    => [
				'auth' => base64_encode( $now . ':' . hash_hmac( 'sha512', "$now:$body", '' ) ),
			],
			'a blank key'                     => [
				'auth' => base64_encode( $now . ':' . hash_hmac( 'sha512', "$now:$body", ' ' ) ),
			],
			'no header'                       => [ 'auth' => null ],
			'an empty header'                 => [ 'auth' => '' ],
			'not base64'                      => [ 'auth' => '!!!' ],
			'text without a colon'            => [ 'auth' => base64_encode( 'hello' ) ],
			'the time without a colon'        => [ 'auth' => base64_encode( $now ) ],
			'two colons'                      => [ 'auth' => base64_encode( "$now:$hash:$hash" ) ],
			'more than ten minutes old'       => [ 'time' => time() - 602 ],
			'from tomorrow'                   => [ 'time' => time() + 86_400 ],
			'an unknown site'                 => [ 'site' => 'nowhere' ],
			'a body with an additional space' => [ 'auth' => $this->auth( $body ) ],
		][ $kind ];

		$response = $this->notify(
			$this->order_id,
			$kind === 'a body with an additional space' ? $body . ' ' : $body,
			$options
		);

		$this->assert_response( 403, 'Refused', $response );
		self::assertSame( [ 'pending', 'active', null ], $this->outcome( $this->order ) );
		self::assertSame( [], $this->emulator->requests( 'GET' ) );
	}

	/**
	 * @return iterable<string, array{string}>
	 */
	public static function forgeries(): iterable {
		foreach ( [
			'another key',
			'an empty key',
			'a blank key',
			'no header',
			'an empty header',
			'not base64',
			'text without a colon',
			'the time without a colon',
			'two colons',
			'more than ten minutes old',
			'from tomorrow',
			'an unknown site',
			'a body with an additional space',
		] as $kind ) {
			yield $kind => [ $kind ];
		}
	}

	public function test_a_signature_of_another_site_is_refused(): void {
		$settings = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $settings );
		self::assertIsArray( $settings['sites'] );
		$settings['sites'][] = [
			'id' => 'second',
			'label' => 'Second',
			'environment' => 'test',
			'api_key' => 'second-key-0123456789',
			'key_source' => 'stored',
			'order_id_template' => 'S2-{order_number}-{n}',
			'is_default' => false,
		];
		update_option( 'multisafepay_payment_links_settings', $settings, false );

		$this->assert_response(
			403,
			'Refused',
			$this->notify( $this->order_id, [], [ 'key' => 'second-key-0123456789' ] )
		);
		// The signature is valid for the other site, but the order does not belong to it.
		$this->assert_response(
			200,
			'OK',
			$this->notify( $this->order_id, [], [ 'key' => 'second-key-0123456789', 'site' => 'second' ] )
		);
		self::assertSame( [ 'pending', 'active', null ], $this->outcome( $this->order ) );
	}

	public function test_a_site_without_a_key_refuses_every_notification(): void {
		$this->delete_settings();

		$this->assert_response( 403, 'Refused', $this->notify( $this->order_id, [], [ 'key' => '' ] ) );
		self::assertSame( [ 'pending', 'active', null ], $this->outcome( $this->order ) );
	}

	public function test_the_response_does_not_reveal_whether_an_order_exists(): void {
		$known            = $this->notify( $this->order_id, [], [ 'key' => 'a-guess' ] );
		$unknown          = $this->notify( 'PL-999999-1', [], [ 'key' => 'a-guess' ] );
		$without_order_id = $this->notify( '', [], [ 'key' => 'a-guess' ] );

		foreach ( [ $unknown, $without_order_id ] as $response ) {
			self::assertSame(
				[ $known->get_status(), $known->get_data(), $known->get_headers() ],
				[ $response->get_status(), $response->get_data(), $response->get_headers() ]
			);
		}
		self::assertSame( [], $this->emulator->requests( 'GET' ) );
		// With a valid signature, an unknown order is acknowledged, so that the notification is not sent again.
		$this->assert_response( 200, 'OK', $this->notify( 'PL-999999-1' ) );
		self::assertSame( [], $this->emulator->requests( 'GET' ) );
	}

	#[DataProvider( 'bodies' )]
	public function test_a_signed_body_of_any_content_is_handled_safely(
		string $body,
		int $status,
		string $text,
	): void {
		$body = str_replace( 'PL', $this->order_id, $body );

		$this->assert_response( $status, $text, $this->notify( $this->order_id, $body ) );
		self::assertSame(
			$status === 200 ? [ 'completed', 'completed', null ] : [ 'pending', 'active', null ],
			$this->outcome( $this->order )
		);
	}

	/**
	 * @return array<string, array{string, int, string}>
	 */
	public static function bodies(): array {
		return [
			'empty'                        => [ '', 400, 'Malformed' ],
			'not JSON'                     => [ 'order_id=PL&status=completed', 400, 'Malformed' ],
			'truncated JSON'               => [ '{"order_id":"PL"', 400, 'Malformed' ],
			'a list'                       => [ '["PL"]', 400, 'Malformed' ],
			'an empty data list'           => [ '{"success":true,"data":[]}', 400, 'Malformed' ],
			'the envelope'                 => [
				'{"success":true,"data":{"order_id":"PL","status":"completed"}}',
				400,
				'Malformed',
			],
			'null'                         => [ 'null', 400, 'Malformed' ],
			'another order'                => [ '{"order_id":"PL-other","status":"completed"}', 400, 'Malformed' ],
			'rounding noise in the totals' => [
				'{"order_id":"PL","status":"completed","order_total":323.999999999973}',
				200,
				'OK',
			],
			'an unknown status'            => [ '{"order_id":"PL","status":"foo"}', 200, 'OK' ],
			'a status that is a list'      => [ '{"order_id":"PL","status":["completed"],"amount":{}}', 200, 'OK' ],
			'only the order ID'            => [ '{"order_id":"PL"}', 200, 'OK' ],
			'another amount'               => [ '{"order_id":"PL","status":"completed","amount":1}', 200, 'OK' ],
		];
	}

	public function test_numeric_order_ids_may_be_numbers_or_strings(): void {
		$order = $this->orders->create();
		$this->create_link( $order, [ 'order_id' => '20260042' ] );
		$this->emulator->simulate( '20260042', 'pay' );

		$this->assert_response( 200, 'OK', $this->notify( '20260042', '{"order_id":20260042,"status":"completed"}' ) );
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ) );
	}

	public function test_a_body_of_ten_megabytes_is_refused_without_decoding(): void {
		$body    = '{"order_id":"' . $this->order_id . '","x":[' . str_repeat( '[],', 3_500_000 ) . '1]}';
		$auth    = $this->auth( $body );
		// Building the body already needed twice its size. Decoding it would need many times that.
		$before   = memory_get_peak_usage();
		$started  = $this->cpu_seconds();
		$response = $this->notify( $this->order_id, $body, [ 'auth' => $auth ] );

		$this->assert_response( 413, 'Too large', $response );
		self::assertLessThan( 1_000_000, memory_get_peak_usage() - $before );
		self::assertLessThan( 0.25, $this->cpu_seconds() - $started );
		self::assertSame( [ 'pending', 'active', null ], $this->outcome( $this->order ) );
	}

	/**
	 * Returns the CPU time of this process. Wall clock time would include other processes.
	 */
	private function cpu_seconds(): float {
		/** @var array<string, int> $usage */
		$usage = getrusage();
		return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']
			+ ( $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'] ) / 1e6;
	}

	public function test_a_form_is_refused_as_malformed(): void {
		$this->assert_response(
			400,
			'Malformed',
			$this->notify(
				$this->order_id,
				'order_id=' . $this->order_id,
				[ 'type' => 'application/x-www-form-urlencoded' ]
			)
		);
	}

	public function test_only_post_is_accepted(): void {
		foreach ( [ 'GET', 'HEAD', 'PUT', 'DELETE' ] as $method ) {
			self::assertSame( 404, $this->notify( $this->order_id, [], [ 'method' => $method ] )->get_status() );
		}
		self::assertSame( [ 'pending', 'active', null ], $this->outcome( $this->order ) );
	}

	public function test_a_pretransaction_notification_does_not_change_a_paid_link(): void {
		$this->send_notification( $this->order_id );
		$this->set_provider_order( [ 'status' => 'cancelled', 'transaction_id' => null ] );

		$this->assert_response(
			200,
			'OK',
			$this->notify(
				$this->order_id,
				[ 'status' => 'cancelled' ],
				[ 'query' => [ 'payload_type' => 'pretransaction' ] ]
			)
		);
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $this->order ) );
	}

	public function test_parameters_that_are_lists_are_refused(): void {
		$this->assert_response(
			400,
			'Malformed',
			$this->notify(
				$this->order_id,
				[],
				[ 'transactionid' => [ $this->order_id ], 'query' => [ 'payload_type' => [ 'x' ] ] ]
			)
		);
	}
}
