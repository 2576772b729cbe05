<?php
/**
 * Keys outlive their replacement.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Settings\FormerKeyStore;
use MultiSafepay\PaymentLinks\Settings\KeyHistory;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\WooCommerce\Log;
use PHPUnit\Framework\Attributes\CoversClass;
use WC_Order;

// phpcs:disable WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- A key may be in a header.

#[CoversClass( KeyHistory::class )]
#[CoversClass( FormerKeyStore::class )]
final class KeyHistoryTest extends IntegrationTestCase {

	use LinkSteps;

	private const NEW_KEY = 'fedcba9876543210fedcba9876543210fedcba98';

	private const SITE = [
		'id'                => 'main',
		'label'             => 'Main shop',
		'environment'       => 'test',
		'key_source'        => 'stored',
		'order_id_template' => 'PL-{order_number}-{n}',
		'is_default'        => true,
	];

	private WC_Order $order;

	private int $id = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->emulator->control( 'POST', 'sites', [ 'api_key' => self::NEW_KEY ] );
		$this->order = $this->orders->make();
		$this->id    = Json::number( $this->made_link( $this->order ), 'id' );
	}

	public function test_an_open_link_lives_on_after_its_key_was_replaced(): void {
		$this->put( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );

		self::assertSame( 200, $this->status_of_refresh( $this->id ) );
		self::assertSame( 'cancelled', $this->json( $this->rest( 'POST', "/links/{$this->id}/retire" ) )['status'] );
		self::assertSame( [], $this->payable() );
	}

	public function test_a_payment_is_found_after_its_key_was_replaced(): void {
		$this->put( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );
		$this->emulator->act( "PL-{$this->order->get_id()}-1", 'pay' );

		self::assertSame( 'completed', $this->json( $this->rest( 'POST', "/links/{$this->id}/refresh" ) )['status'] );
	}

	public function test_new_links_are_made_with_the_new_key(): void {
		$this->put( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );
		$this->made_link( $this->order );

		$marks = array_column( $this->rows( $this->order ), 'key_fingerprint' );
		self::assertSame( [ ( new ApiKey( Env::get( 'EMULATOR_KEY' ) ) )->fingerprint(), ( new ApiKey( self::NEW_KEY ) )->fingerprint() ], $marks );
	}

	public function test_switching_test_and_live_breaks_no_open_link(): void {
		$this->put( [ [ 'environment' => 'live', 'api_key' => self::NEW_KEY ] + self::SITE ] );
		self::assertSame( 200, $this->status_of_refresh( $this->id ) );
		$live = $this->made_link( $this->order );

		$this->put( [ self::SITE + [ 'api_key' => Env::get( 'EMULATOR_KEY' ) ] ] );

		self::assertSame( 200, $this->status_of_refresh( $this->id ) );
		self::assertSame( 200, $this->status_of_refresh( Json::number( $live, 'id' ) ) );
		self::assertSame( 'live', $live['environment'] );
	}

	public function test_a_link_outlives_its_site(): void {
		$this->put( [ [ 'id' => 'other', 'api_key' => self::NEW_KEY ] + self::SITE ] );

		self::assertSame( 200, $this->status_of_refresh( $this->id ) );
	}

	public function test_a_link_outlives_a_key_that_was_removed(): void {
		$this->put( [ self::SITE + [ 'api_key' => '' ] ] );

		self::assertSame( 200, $this->status_of_refresh( $this->id ) );
		$this->assert_error( 503, 'not_configured', $this->post_link( $this->order ) );
	}

	public function test_an_interrupted_creation_is_settled_with_the_key_it_was_begun_with(): void {
		$order = $this->orders->make();
		$key   = $this->fresh_key();
		$this->emulator->fault( 'reset_after' );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 0 );
		$this->post_link( $order, [ 'idempotency_key' => $key ] );
		$this->emulator->control( 'DELETE', 'faults' );
		$this->put( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );

		$this->made_link( $order, [ 'idempotency_key' => $key ] );

		self::assertSame( [ '1 failed no_answer_retired', '2 active created' ], $this->states( $order ) );
	}

	public function test_a_key_that_no_link_was_made_with_is_not_kept(): void {
		$this->put( [ self::SITE + [ 'api_key' => 'never-used-0123456789' ] ] );
		$this->put( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );

		self::assertSame( [ Env::get( 'EMULATOR_KEY' ) ], $this->kept() );
	}

	public function test_a_key_is_forgotten_when_no_link_needs_it_any_more(): void {
		$this->put( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );
		$this->rest( 'POST', "/links/{$this->id}/retire" );

		do_action( 'multisafepay_payment_links_sweep' );
		self::assertSame( [ Env::get( 'EMULATOR_KEY' ) ], $this->kept(), 'A late payment may still come.' );

		Db::query( 'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_links SET changed_at = UTC_TIMESTAMP() - INTERVAL 91 DAY WHERE id = {$this->id}" );
		do_action( 'multisafepay_payment_links_sweep' );

		self::assertSame( [], $this->kept() );
		self::assertFalse( get_option( FormerKeyStore::OPTION ) );
		$this->assert_error( 503, 'not_configured', $this->rest( 'POST', "/links/{$this->id}/refresh" ) );
	}

	public function test_a_key_is_kept_also_when_nobody_can_tell_whether_it_is_needed(): void {
		add_filter( 'query', static fn ( string $query ): string => str_contains( $query, 'DISTINCT key_fingerprint' ) ? 'SELECT broken' : $query );
		$shown = Db::wpdb()->suppress_errors( true );

		$this->put( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );

		Db::wpdb()->suppress_errors( $shown );
		self::assertSame( [ Env::get( 'EMULATOR_KEY' ) ], $this->kept() );
	}

	public function test_former_keys_stay_on_the_server(): void {
		$answer = $this->put( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );

		self::assertStringNotContainsString( Env::get( 'EMULATOR_KEY' ), (string) wp_json_encode( $answer ) );
		self::assertArrayNotHasKey( FormerKeyStore::OPTION, wp_load_alloptions( true ) );
	}

	public function test_what_is_broken_in_the_option_is_left_out(): void {
		update_option( FormerKeyStore::OPTION, [ 'x', [ 'api_key' => 7 ], [ 'api_key' => "no\nkey" ], [ 'api_key' => 'a-good-key-0123', 'replaced_at' => 'never' ] ], false );

		self::assertSame( [ 'a-good-key-0123' ], $this->kept() );
	}

	public function test_the_log_takes_no_key(): void {
		$lines = [];
		add_filter(
			'woocommerce_logger_log_message',
			static function ( mixed $message ) use ( &$lines ): mixed {
				$lines[] = $message;
				return $message;
			}
		);
		$known = 'short-known-key';
		$log   = new Log( static fn (): array => [ new ApiKey( $known ) ] );

		$log->error( 'Sent with ' . $known . ' and ' . rawurlencode( $known ) . ' and ' . base64_encode( $known ) );
		$log->warning( 'Some other key: ' . self::NEW_KEY );

		self::assertGreaterThanOrEqual( 2, count( $lines ) );
		foreach ( [ $known, base64_encode( $known ), self::NEW_KEY ] as $secret ) {
			self::assertStringNotContainsString( $secret, (string) wp_json_encode( $lines ) );
		}
	}

	/**
	 * @param list<array<string, mixed>> $sites All sites.
	 *
	 * @return array<mixed> The answer.
	 */
	private function put( array $sites ): array {
		$response = $this->rest( 'PUT', '/settings', [ 'sites' => $sites, 'default_days_active' => 30, 'description_template' => 'Order {order_number}' ] );
		$answer   = $this->json( $response );
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $answer ) );
		return $answer;
	}

	/**
	 * Another one each time.
	 *
	 * @phpstan-impure
	 */
	private function status_of_refresh( int $id ): int {
		return $this->rest( 'POST', "/links/$id/refresh" )->get_status();
	}

	/**
	 * @return list<string>
	 */
	private function kept(): array {
		return array_map( static fn ( $former ): string => $former->key->reveal(), ( new FormerKeyStore() )->all() );
	}
}
