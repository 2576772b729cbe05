<?php
/**
 * Who is let in at the route that MultiSafepay calls.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Rest\NotificationsController;
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
		$this->order    = $this->orders->make();
		$this->order_id = Json::text( $this->made_link( $this->order ), 'order_id' );
		// Whoever gets in, gets the order paid.
		$this->emulator->act( $this->order_id, 'pay' );
	}

	public function test_a_right_one_pays_the_order(): void {
		$this->told( $this->order_id );

		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $this->order ) );
		self::assertSame( 1, $this->count_notes( $this->order, 'has been paid' ) );
	}

	#[DataProvider( 'forgeries' )]
	public function test_a_forged_one_is_refused_and_asks_nobody( string $kind ): void {
		$body   = $this->body_of( $this->order_id, [] );
		$now    = (string) time();
		$hash   = hash_hmac( 'sha512', "$now:$body", Env::get( 'EMULATOR_KEY' ) );
		$forged = [
			'another key'               => [ 'key' => 'another-key-0123456789' ],
			'an empty key'              => [ 'auth' => base64_encode( $now . ':' . hash_hmac( 'sha512', "$now:$body", '' ) ) ],
			'a blank key'               => [ 'auth' => base64_encode( $now . ':' . hash_hmac( 'sha512', "$now:$body", ' ' ) ) ],
			'no header'                 => [ 'auth' => null ],
			'an empty header'           => [ 'auth' => '' ],
			'no base64'                 => [ 'auth' => '!!!' ],
			'text without a colon'      => [ 'auth' => base64_encode( 'hello' ) ],
			'the time without a colon'  => [ 'auth' => base64_encode( $now ) ],
			'two colons'                => [ 'auth' => base64_encode( "$now:$hash:$hash" ) ],
			'601 s old'                 => [ 'time' => time() - 602 ],
			'from tomorrow'             => [ 'time' => time() + 86_400 ],
			'a site that is not there'  => [ 'site' => 'nowhere' ],
			'a body with a blank more'  => [ 'auth' => $this->auth( $body ) ],
		][ $kind ];

		$answer = $this->notify( $this->order_id, $kind === 'a body with a blank more' ? $body . ' ' : $body, $forged );

		$this->assert_answer( 403, 'Refused', $answer );
		self::assertSame( [ 'pending', 'active', null ], $this->outcome( $this->order ) );
		self::assertSame( [], $this->emulator->requests( 'GET' ) );
	}

	/**
	 * @return iterable<string, array{string}>
	 */
	public static function forgeries(): iterable {
		foreach ( [ 'another key', 'an empty key', 'a blank key', 'no header', 'an empty header', 'no base64', 'text without a colon', 'the time without a colon', 'two colons', '601 s old', 'from tomorrow', 'a site that is not there', 'a body with a blank more' ] as $kind ) {
			yield $kind => [ $kind ];
		}
	}

	public function test_a_signature_of_another_site_is_refused(): void {
		$settings = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $settings );
		self::assertIsArray( $settings['sites'] );
		$settings['sites'][] = [ 'id' => 'second', 'label' => 'Second', 'environment' => 'test', 'api_key' => 'second-key-0123456789', 'key_source' => 'stored', 'order_id_template' => 'S2-{order_number}-{n}', 'is_default' => false ];
		update_option( 'multisafepay_payment_links_settings', $settings, false );

		$this->assert_answer( 403, 'Refused', $this->notify( $this->order_id, [], [ 'key' => 'second-key-0123456789' ] ) );
		// Right for the other site, but the order is not there.
		$this->assert_answer( 200, 'OK', $this->notify( $this->order_id, [], [ 'key' => 'second-key-0123456789', 'site' => 'second' ] ) );
		self::assertSame( [ 'pending', 'active', null ], $this->outcome( $this->order ) );
	}

	public function test_a_site_without_a_key_believes_nobody(): void {
		$this->forget_settings();

		$this->assert_answer( 403, 'Refused', $this->notify( $this->order_id, [], [ 'key' => '' ] ) );
		self::assertSame( [ 'pending', 'active', null ], $this->outcome( $this->order ) );
	}

	public function test_unknown_orders_answer_as_known_ones_do(): void {
		$known   = $this->notify( $this->order_id, [], [ 'key' => 'a-guess' ] );
		$unknown = $this->notify( 'PL-999999-1', [], [ 'key' => 'a-guess' ] );
		$nothing = $this->notify( '', [], [ 'key' => 'a-guess' ] );

		foreach ( [ $unknown, $nothing ] as $answer ) {
			self::assertSame( [ $known->get_status(), $known->get_data(), $known->get_headers() ], [ $answer->get_status(), $answer->get_data(), $answer->get_headers() ] );
		}
		self::assertSame( [], $this->emulator->requests( 'GET' ) );
		// With the right signature it is another shop's order: not to be sent again.
		$this->assert_answer( 200, 'OK', $this->notify( 'PL-999999-1' ) );
		self::assertSame( [], $this->emulator->requests( 'GET' ) );
	}

	#[DataProvider( 'bodies' )]
	public function test_a_signed_body_of_any_shape_does_no_harm( string $body, int $status, string $text ): void {
		$body = str_replace( 'PL', $this->order_id, $body );

		$this->assert_answer( $status, $text, $this->notify( $this->order_id, $body ) );
		self::assertSame( $status === 200 ? [ 'completed', 'completed', null ] : [ 'pending', 'active', null ], $this->outcome( $this->order ) );
	}

	/**
	 * @return array<string, array{string, int, string}>
	 */
	public static function bodies(): array {
		return [
			'empty'                   => [ '', 400, 'Malformed' ],
			'no JSON'                 => [ 'order_id=PL&status=completed', 400, 'Malformed' ],
			'half of it'              => [ '{"order_id":"PL"', 400, 'Malformed' ],
			'a list'                  => [ '["PL"]', 400, 'Malformed' ],
			'data: []'                => [ '{"success":true,"data":[]}', 400, 'Malformed' ],
			'the envelope'            => [ '{"success":true,"data":{"order_id":"PL","status":"completed"}}', 400, 'Malformed' ],
			'null'                    => [ 'null', 400, 'Malformed' ],
			'another order'           => [ '{"order_id":"PL-other","status":"completed"}', 400, 'Malformed' ],
			'noise in the totals'     => [ '{"order_id":"PL","status":"completed","order_total":323.999999999973}', 200, 'OK' ],
			'an unknown status'       => [ '{"order_id":"PL","status":"foo"}', 200, 'OK' ],
			'a status that is a list' => [ '{"order_id":"PL","status":["completed"],"amount":{}}', 200, 'OK' ],
			'the order ID alone'      => [ '{"order_id":"PL"}', 200, 'OK' ],
			'another amount'          => [ '{"order_id":"PL","status":"completed","amount":1}', 200, 'OK' ],
		];
	}

	public function test_numeric_order_ids_are_read_whatever_their_type(): void {
		$order = $this->orders->make();
		$this->made_link( $order, [ 'order_id' => '20260042' ] );
		$this->emulator->act( '20260042', 'pay' );

		$this->assert_answer( 200, 'OK', $this->notify( '20260042', '{"order_id":20260042,"status":"completed"}' ) );
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $order ) );
	}

	public function test_ten_megabytes_cost_no_more_than_themselves(): void {
		$body    = '{"order_id":"' . $this->order_id . '","x":[' . str_repeat( '[],', 3_500_000 ) . '1]}';
		$auth    = $this->auth( $body );
		// Making the body took twice its size already; decoding it would take many times that.
		$before  = memory_get_peak_usage();
		$started = $this->processor_seconds();
		$answer  = $this->notify( $this->order_id, $body, [ 'auth' => $auth ] );

		$this->assert_answer( 413, 'Too large', $answer );
		self::assertLessThan( 1_000_000, memory_get_peak_usage() - $before );
		self::assertLessThan( 0.25, $this->processor_seconds() - $started );
		self::assertSame( [ 'pending', 'active', null ], $this->outcome( $this->order ) );
	}

	/**
	 * What this process has used of the processor: a clock on the wall counts the other processes as well.
	 */
	private function processor_seconds(): float {
		/** @var array<string, int> $usage */
		$usage = getrusage();
		return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ( $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'] ) / 1e6;
	}

	public function test_a_form_is_no_notification_but_is_read_as_bytes(): void {
		$this->assert_answer( 400, 'Malformed', $this->notify( $this->order_id, 'order_id=' . $this->order_id, [ 'type' => 'application/x-www-form-urlencoded' ] ) );
	}

	public function test_there_is_no_get(): void {
		foreach ( [ 'GET', 'HEAD', 'PUT', 'DELETE' ] as $method ) {
			self::assertSame( 404, $this->notify( $this->order_id, [], [ 'method' => $method ] )->get_status() );
		}
		self::assertSame( [ 'pending', 'active', null ], $this->outcome( $this->order ) );
	}

	public function test_a_session_in_which_nobody_chose_a_method_changes_no_paid_state(): void {
		$this->told( $this->order_id );
		$this->provider_says( [ 'status' => 'cancelled', 'transaction_id' => null ] );

		$this->assert_answer( 200, 'OK', $this->notify( $this->order_id, [ 'status' => 'cancelled' ], [ 'query' => [ 'payload_type' => 'pretransaction' ] ] ) );
		self::assertSame( [ 'completed', 'completed', null ], $this->outcome( $this->order ) );
	}

	public function test_parameters_that_are_lists_are_refused(): void {
		$this->assert_answer( 400, 'Malformed', $this->notify( $this->order_id, [], [ 'transactionid' => [ $this->order_id ], 'query' => [ 'payload_type' => [ 'x' ] ] ] ) );
	}
}
