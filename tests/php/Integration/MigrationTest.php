<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use PHPUnit\Framework\Attributes\CoversNothing;

/**
 * Runs without a transaction, because statements that define tables would commit it.
 */
#[CoversNothing]
final class MigrationTest extends HttpTestCase {

	private const CAPABILITY = 'multisafepay_manage_payment_links';

	protected function tearDown(): void {
		delete_option( Plugin::TABLES_OPTION );
		Plugin::migrate( Plugin::container() );
		parent::tearDown();
	}

	public function test_a_new_shop_gets_tables_version_and_capability(): void {
		$this->drop_tables();
		get_role( 'shop_manager' )?->remove_cap( self::CAPABILITY );

		Plugin::activate();

		self::assertContains( 'idempotency_key', $this->columns( 'multisafepay_payment_links' ) );
		self::assertContains( 'to_status', $this->columns( 'multisafepay_payment_link_events' ) );
		self::assertIsNumeric( get_option( Plugin::TABLES_OPTION ) );
		self::assertTrue( get_role( 'shop_manager' )?->has_cap( self::CAPABILITY ) );
		self::assertArrayHasKey(
			Plugin::TABLES_OPTION,
			wp_load_alloptions( true ),
			'The version is autoloaded.'
		);
	}

	public function test_the_table_has_the_required_keys(): void {
		$keys = $this->keys();

		self::assertSame( [ 'site', 'order_id' ], $keys['unique site_order_id'] ?? null );
		self::assertSame( [ 'idempotency_key' ], $keys['unique idempotency_key'] ?? null );
		self::assertSame( [ 'wc_order_id' ], $keys['wc_order_id'] ?? null );
		self::assertSame( [ 'status', 'expires_at' ], $keys['status_expires_at'] ?? null );
		self::assertSame( [ 'created_at' ], $keys['created_at'] ?? null );
	}

	public function test_migrating_again_keeps_the_links(): void {
		$order = $this->orders->create();
		$this->http( 'POST', "/orders/{$order->get_id()}/links", [ 'idempotency_key' => 'migration-0001' ] );
		delete_option( Plugin::TABLES_OPTION );

		Plugin::migrate( Plugin::container() );
		Plugin::migrate( Plugin::container() );

		self::assertSame(
			'1',
			Db::wpdb()->get_var( 'SELECT COUNT(*) FROM ' . Db::wpdb()->prefix . 'multisafepay_payment_links' )
		);
		self::assertIsNumeric( get_option( Plugin::TABLES_OPTION ) );
	}

	public function test_the_list_has_covering_indexes(): void {
		$keys = $this->keys();

		self::assertSame( [ 'last_name', 'first_name', 'status', 'expires_at' ], $keys['list_by_name'] ?? null );
		self::assertSame(
			[ 'status', 'environment', 'currency', 'amount', 'site', 'expires_at' ],
			$keys['list_totals'] ?? null
		);
	}

	public function test_a_finished_migration_runs_no_query(): void {
		Plugin::migrate( Plugin::container() );
		wp_load_alloptions();
		$before = Db::wpdb()->num_queries;

		Plugin::migrate( Plugin::container() );

		self::assertSame( $before, Db::wpdb()->num_queries );
	}

	public function test_a_removed_capability_is_not_granted_again(): void {
		Plugin::migrate( Plugin::container() );
		get_role( 'shop_manager' )?->remove_cap( self::CAPABILITY );

		Plugin::migrate( Plugin::container() );

		self::assertFalse( get_role( 'shop_manager' )?->has_cap( self::CAPABILITY ) );
	}

	public function test_the_first_request_after_a_file_update_migrates(): void {
		$this->drop_tables();
		$order = $this->orders->create();

		self::assertSame(
			201,
			$this->http( 'POST', "/orders/{$order->get_id()}/links", [ 'idempotency_key' => 'migration-0002' ] )->status
		);
	}

	/**
	 * Returns the columns of each index of the links table by index name.
	 *
	 * @return array<string, list<string>>
	 */
	private function keys(): array {
		$keys = [];
		foreach ( (array) Db::wpdb()->get_results(
			'SHOW INDEX FROM ' . Db::wpdb()->prefix . 'multisafepay_payment_links',
			'ARRAY_A'
		) as $row ) {
			self::assertIsArray( $row );
			self::assertIsString( $row['Key_name'] );
			self::assertIsString( $row['Column_name'] );
			$keys[ ( $row['Non_unique'] === '0' ? 'unique ' : '' ) . $row['Key_name'] ][] = $row['Column_name'];
		}

		return $keys;
	}

	private function drop_tables(): void {
		$prefix = Db::wpdb()->prefix;
		Db::query(
			"DROP TABLE IF EXISTS {$prefix}multisafepay_payment_links, {$prefix}multisafepay_payment_link_events"
		);
		delete_option( Plugin::TABLES_OPTION );
	}

	/**
	 * @return list<mixed>
	 */
	private function columns( string $table ): array {
		return array_values( Db::wpdb()->get_col( 'SHOW COLUMNS FROM ' . Db::wpdb()->prefix . $table ) );
	}
}
