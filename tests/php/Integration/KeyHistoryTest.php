<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Shared\WordPress\Log;
use MultiSafepay\PaymentLinks\Sites\Application\FormerKeyStore;
use MultiSafepay\PaymentLinks\Sites\Application\KeyHistory;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
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

	private int $link_id = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->emulator->control( 'POST', 'sites', [ 'api_key' => self::NEW_KEY ] );
		$this->order   = $this->orders->create();
		$this->link_id = Json::number( $this->create_link( $this->order ), 'id' );
	}

	public function test_an_open_link_works_after_its_key_was_replaced(): void {
		$this->put_sites( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );

		self::assertSame( 200, $this->refresh_status( $this->link_id ) );
		self::assertSame(
			'cancelled',
			$this->json( $this->rest( 'POST', "/links/{$this->link_id}/cancel" ) )['status']
		);
		self::assertSame( [], $this->payable() );
	}

	public function test_a_payment_is_found_after_its_key_was_replaced(): void {
		$this->put_sites( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );
		$this->emulator->simulate( "PL-{$this->order->get_id()}-1", 'pay' );

		self::assertSame(
			'completed',
			$this->json( $this->rest( 'POST', "/links/{$this->link_id}/refresh" ) )['status']
		);
	}

	public function test_new_links_are_created_with_the_new_key(): void {
		$this->put_sites( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );
		$this->create_link( $this->order );

		$fingerprints = array_column( $this->rows( $this->order ), 'key_fingerprint' );
		self::assertSame(
			[
				( new ApiKey( Env::get( 'EMULATOR_KEY' ) ) )->fingerprint(),
				( new ApiKey( self::NEW_KEY ) )->fingerprint(),
			],
			$fingerprints
		);
	}

	public function test_open_links_work_after_switching_between_test_and_live(): void {
		$this->put_sites( [ [ 'environment' => 'live', 'api_key' => self::NEW_KEY ] + self::SITE ] );
		self::assertSame( 200, $this->refresh_status( $this->link_id ) );
		$live = $this->create_link( $this->order );

		$this->put_sites( [ self::SITE + [ 'api_key' => Env::get( 'EMULATOR_KEY' ) ] ] );

		self::assertSame( 200, $this->refresh_status( $this->link_id ) );
		self::assertSame( 200, $this->refresh_status( Json::number( $live, 'id' ) ) );
		self::assertSame( 'live', $live['environment'] );
	}

	public function test_a_link_works_after_its_site_was_removed(): void {
		$this->put_sites( [ [ 'id' => 'other', 'api_key' => self::NEW_KEY ] + self::SITE ] );

		self::assertSame( 200, $this->refresh_status( $this->link_id ) );
	}

	public function test_a_link_works_after_its_key_was_removed(): void {
		$this->put_sites( [ self::SITE + [ 'api_key' => '' ] ] );

		self::assertSame( 200, $this->refresh_status( $this->link_id ) );
		$this->assert_error( 503, 'not_configured', $this->post_link( $this->order ) );
	}

	public function test_an_interrupted_creation_is_resolved_with_its_original_key(): void {
		$order = $this->orders->create();
		$key   = $this->new_key();
		$this->emulator->fault( 'reset_after' );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 0 );
		$this->post_link( $order, [ 'idempotency_key' => $key ] );
		$this->emulator->control( 'DELETE', 'faults' );
		$this->put_sites( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );

		$this->create_link( $order, [ 'idempotency_key' => $key ] );

		self::assertSame( [ '1 failed no_answer_cancelled', '2 active created' ], $this->link_statuses( $order ) );
	}

	public function test_a_key_without_links_is_not_kept(): void {
		$this->put_sites( [ self::SITE + [ 'api_key' => 'never-used-0123456789' ] ] );
		$this->put_sites( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );

		self::assertSame( [ Env::get( 'EMULATOR_KEY' ) ], $this->former_keys() );
	}

	public function test_a_former_key_is_deleted_when_no_link_needs_it(): void {
		$this->put_sites( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );
		$this->rest( 'POST', "/links/{$this->link_id}/cancel" );

		do_action( Module::NIGHTLY );
		self::assertSame( [ Env::get( 'EMULATOR_KEY' ) ], $this->former_keys(), 'A late payment is still possible.' );

		Db::query(
			'UPDATE '
				. Db::wpdb()->prefix
				. 'multisafepay_payment_links SET changed_at = UTC_TIMESTAMP() - INTERVAL 91 DAY '
				. "WHERE id = {$this->link_id}"
		);
		do_action( Module::NIGHTLY );

		self::assertSame( [], $this->former_keys() );
		self::assertFalse( get_option( FormerKeyStore::OPTION ) );
		$this->assert_error( 503, 'not_configured', $this->rest( 'POST', "/links/{$this->link_id}/refresh" ) );
	}

	public function test_a_key_is_kept_when_the_database_cannot_tell_whether_it_is_needed(): void {
		add_filter(
			'query',
			static fn ( string $query ): string => str_contains( $query, 'DISTINCT key_fingerprint' )
				? 'SELECT broken'
				: $query
		);
		$show_errors = Db::wpdb()->suppress_errors( true );

		$this->put_sites( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );

		Db::wpdb()->suppress_errors( $show_errors );
		self::assertSame( [ Env::get( 'EMULATOR_KEY' ) ], $this->former_keys() );
	}

	public function test_former_keys_are_not_in_responses_or_autoloaded_options(): void {
		$body = $this->put_sites( [ self::SITE + [ 'api_key' => self::NEW_KEY ] ] );

		self::assertStringNotContainsString( Env::get( 'EMULATOR_KEY' ), (string) wp_json_encode( $body ) );
		self::assertArrayNotHasKey( FormerKeyStore::OPTION, wp_load_alloptions( true ) );
	}

	public function test_invalid_entries_of_the_option_are_ignored(): void {
		update_option(
			FormerKeyStore::OPTION,
			[
				'x',
				[ 'api_key' => 7 ],
				[ 'api_key' => "no\nkey" ],
				[ 'api_key' => 'a-good-key-0123', 'replaced_at' => 'never' ],
			],
			false
		);

		self::assertSame( [ 'a-good-key-0123' ], $this->former_keys() );
	}

	public function test_keys_are_redacted_in_the_log(): void {
		$lines = [];
		add_filter(
			'woocommerce_logger_log_message',
			static function ( mixed $message ) use ( &$lines ): mixed {
				$lines[] = $message;
				return $message;
			}
		);
		$known_key = 'short-known-key';
		$log       = new Log( static fn (): array => [ [ 'secret' => $known_key, 'mask' => '***' ] ] );

		$log->error(
			'Sent with ' . $known_key . ' and ' . rawurlencode( $known_key ) . ' and ' . base64_encode( $known_key )
		);
		$log->warning( 'Some other key: ' . self::NEW_KEY );

		self::assertGreaterThanOrEqual( 2, count( $lines ) );
		foreach ( [ $known_key, base64_encode( $known_key ), self::NEW_KEY ] as $secret ) {
			self::assertStringNotContainsString( $secret, (string) wp_json_encode( $lines ) );
		}
	}

	/**
	 * @param list<array<string, mixed>> $sites All sites.
	 *
	 * @return array<mixed> The response body.
	 */
	private function put_sites( array $sites ): array {
		$response = $this->rest(
			'PUT',
			'/settings',
			[ 'sites' => $sites, 'default_days_active' => 30, 'description_template' => 'Order {order_number}' ]
		);
		$body     = $this->json( $response );
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $body ) );
		return $body;
	}

	/**
	 * Returns the status of a refresh request. The result can differ between calls.
	 *
	 * @phpstan-impure
	 */
	private function refresh_status( int $link_id ): int {
		return $this->rest( 'POST', "/links/$link_id/refresh" )->get_status();
	}

	/**
	 * @return list<string>
	 */
	private function former_keys(): array {
		return array_map(
			static fn ( $former ): string => $former->key->reveal(),
			Plugin::container()->get( FormerKeyStore::class )->all()
		);
	}
}
