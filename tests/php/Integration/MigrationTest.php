<?php
/**
 * Setting the tables up.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use PHPUnit\Framework\Attributes\CoversNothing;

/**
 * Without a transaction: a statement that defines a table would end it.
 */
#[CoversNothing]
final class MigrationTest extends HttpTestCase {

	private const CAPABILITY = 'multisafepay_manage_payment_links';

	protected function tearDown(): void {
		delete_option( Schema::VERSION_OPTION );
		Plugin::migrate();
		parent::tearDown();
	}

	public function test_a_fresh_shop_gets_tables_version_and_capability(): void {
		$this->drop();
		get_role( 'shop_manager' )?->remove_cap( self::CAPABILITY );

		Plugin::activate();

		self::assertContains( 'idempotency_key', $this->columns( 'multisafepay_payment_links' ) );
		self::assertContains( 'to_status', $this->columns( 'multisafepay_payment_link_events' ) );
		self::assertSame( Schema::VERSION, Schema::stored_version() );
		self::assertTrue( get_role( 'shop_manager' )?->has_cap( self::CAPABILITY ) );
		self::assertArrayHasKey( Schema::VERSION_OPTION, wp_load_alloptions( true ), 'Knowing the version costs no query.' );
	}

	public function test_the_table_has_the_keys_that_the_guarantees_need(): void {
		$keys = $this->keys();

		self::assertSame( [ 'site', 'order_id' ], $keys['unique site_order_id'] ?? null );
		self::assertSame( [ 'idempotency_key' ], $keys['unique idempotency_key'] ?? null );
		self::assertSame( [ 'wc_order_id' ], $keys['wc_order_id'] ?? null );
		self::assertSame( [ 'status', 'expires_at' ], $keys['status_expires_at'] ?? null );
		self::assertSame( [ 'created_at' ], $keys['created_at'] ?? null );
	}

	public function test_migrating_again_keeps_what_is_there(): void {
		$order = $this->orders->make();
		$this->http( 'POST', "/orders/{$order->get_id()}/links", [ 'idempotency_key' => 'migration-0001' ] );
		delete_option( Schema::VERSION_OPTION );

		Plugin::migrate();
		Plugin::migrate();

		self::assertSame( '1', Db::wpdb()->get_var( 'SELECT COUNT(*) FROM ' . Db::wpdb()->prefix . 'multisafepay_payment_links' ) );
		self::assertSame( Schema::VERSION, Schema::stored_version() );
	}

	public function test_an_older_table_gets_the_indexes_of_lists_while_links_are_written(): void {
		$table = Db::wpdb()->prefix . 'multisafepay_payment_links';
		$new   = array_values( array_filter( array_keys( $this->keys() ), static fn ( string $name ): bool => str_starts_with( $name, 'list_' ) ) );
		Db::query( "ALTER TABLE $table ADD KEY list_last_name (last_name)" . implode( '', array_map( static fn ( string $name ): string => ", DROP KEY $name", $new ) ) );
		update_option( Schema::VERSION_OPTION, 3, true );
		// The database refuses what would have to lock the table against writing, or to copy it.
		$online = static fn ( string $query ): string => str_starts_with( $query, "ALTER TABLE $table ADD KEY" ) ? "$query, ALGORITHM=INPLACE, LOCK=NONE" : $query;
		add_filter( 'query', $online );

		Plugin::migrate();
		remove_filter( 'query', $online );

		$keys = $this->keys();
		self::assertSame( Schema::VERSION, Schema::stored_version() );
		self::assertSame( [], array_diff( $new, array_keys( $keys ) ) );
		self::assertSame( [ [ 'last_name', 'first_name', 'status', 'expires_at' ], [ 'status', 'environment', 'currency', 'amount', 'site', 'expires_at' ] ], [ $keys['list_by_name'] ?? null, $keys['list_totals'] ?? null ] );
		self::assertArrayNotHasKey( 'list_last_name', $keys );
	}

	public function test_a_finished_migration_costs_no_query(): void {
		Plugin::migrate();
		wp_load_alloptions();
		$before = Db::wpdb()->num_queries;

		Plugin::migrate();

		self::assertSame( $before, Db::wpdb()->num_queries );
	}

	public function test_a_shop_may_take_the_capability_away_again(): void {
		Plugin::migrate();
		get_role( 'shop_manager' )?->remove_cap( self::CAPABILITY );

		Plugin::migrate();

		self::assertFalse( get_role( 'shop_manager' )?->has_cap( self::CAPABILITY ) );
	}

	public function test_the_first_request_after_an_update_by_files_migrates(): void {
		$this->drop();
		$order = $this->orders->make();

		self::assertSame( 201, $this->http( 'POST', "/orders/{$order->get_id()}/links", [ 'idempotency_key' => 'migration-0002' ] )->status );
	}

	/**
	 * The columns of each index of the table of links, by its name.
	 *
	 * @return array<string, list<string>>
	 */
	private function keys(): array {
		$keys = [];
		foreach ( (array) Db::wpdb()->get_results( 'SHOW INDEX FROM ' . Db::wpdb()->prefix . 'multisafepay_payment_links', 'ARRAY_A' ) as $row ) {
			self::assertIsArray( $row );
			self::assertIsString( $row['Key_name'] );
			self::assertIsString( $row['Column_name'] );
			$keys[ ( $row['Non_unique'] === '0' ? 'unique ' : '' ) . $row['Key_name'] ][] = $row['Column_name'];
		}

		return $keys;
	}

	private function drop(): void {
		$prefix = Db::wpdb()->prefix;
		Db::query( "DROP TABLE IF EXISTS {$prefix}multisafepay_payment_links, {$prefix}multisafepay_payment_link_events" );
		delete_option( Schema::VERSION_OPTION );
	}

	/**
	 * @return list<mixed>
	 */
	private function columns( string $table ): array {
		return array_values( Db::wpdb()->get_col( 'SHOW COLUMNS FROM ' . Db::wpdb()->prefix . $table ) );
	}
}
