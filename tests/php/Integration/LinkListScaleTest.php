<?php
/**
 * The list over many links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Admin\LinksExport;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Services;
use MultiSafepay\PaymentLinks\Storage\Database;
use MultiSafepay\PaymentLinks\Storage\DetailsJson;
use MultiSafepay\PaymentLinks\Storage\LinkConditions;
use MultiSafepay\PaymentLinks\Storage\LinkList;
use MultiSafepay\PaymentLinks\Storage\LinkRow;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;

use const MultiSafepay\PaymentLinks\PLUGIN_FILE;

/**
 * Ten thousand links by one statement; their orders do not exist, which lists have to bear anyway.
 */
#[CoversClass( LinkList::class )]
#[CoversClass( LinksExport::class )]
final class LinkListScaleTest extends IntegrationTestCase {

	private const LINKS = 10_000;

	protected function setUp(): void {
		parent::setUp();
		$digits = '(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)';
		$made   = Db::wpdb()->query(
			'INSERT INTO ' . $this->table() . " (wc_order_id, wc_order_number, site, environment, key_fingerprint, order_id, number, status, reason, amount, currency, first_name, last_name, email, details, created_at, changed_at, expires_at, created_by, alarm)
			SELECT 900000000 + n, CONCAT('=', n), IF(n % 500 = 0, 'second', 'main'), IF(n % 400 = 0, 'test', 'live'), 'x', CONCAT('BIG-', n), 1,
				ELT(1 + n % 10, 'active', 'completed', 'completed', 'completed', 'completed', 'expired', 'expired', 'cancelled', 'failed', 'declined'), 'created', n, 'EUR',
				CONCAT('First', n), CONCAT('=Last', n), CONCAT('mail', n, '@example.com'), '{}', '2026-01-01', '2026-01-01', IF(n % 20 = 0, '2020-01-01', '2099-01-01'), n % 300, IF(n % 1000 = 0, 'double_payment', NULL)
			FROM (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM $digits a, $digits b, $digits c, $digits e) numbers"
		);
		self::assertSame( self::LINKS, $made );
	}

	#[DataProvider( 'queries' )]
	public function test_no_query_reads_the_whole_table( LinkQuery $query, int $rows ): void {
		$list            = $this->list();
		$now             = new DateTimeImmutable( '2026-11-26 12:00:00' );
		[ $sql, $values ] = $list->ids_sql( $query, $now, 0, 20 );
		$plan            = (array) Db::wpdb()->get_results( (string) Db::wpdb()->prepare( "EXPLAIN $sql", $values ), 'ARRAY_A' );
		foreach ( $plan as $step ) {
			self::assertIsArray( $step );
			if ( ( $step['table'] ?? '' ) === $this->table() ) {
				self::assertNotNull( $step['key'] ?? null, (string) wp_json_encode( $plan ) );
			}
		}

		self::assertSame( min( 20, $rows ), count( $list->links( $query, $now, 0, 20 ) ) );
		self::assertSame( $rows, $list->count( $query, $now ) );
	}

	/**
	 * @return array<string, array{LinkQuery, int}>
	 */
	public static function queries(): array {
		return [
			'all'          => [ new LinkQuery(), self::LINKS ],
			'oldest first' => [ new LinkQuery( ascending: true ), self::LINKS ],
			'by amount'    => [ new LinkQuery( orderby: 'amount' ), self::LINKS ],
			'by end'       => [ new LinkQuery( orderby: 'expires_at' ), self::LINKS ],
			'active'       => [ new LinkQuery( statuses: [ LinkStatus::Active ] ), 500 ],
			'expired'      => [ new LinkQuery( statuses: [ LinkStatus::Expired ] ), 2_500 ],
			'paid'         => [ new LinkQuery( statuses: [ LinkStatus::Completed, LinkStatus::PartiallyRefunded ] ), 4_000 ],
			'site'         => [ new LinkQuery( site: 'second' ), 20 ],
			'environment'  => [ new LinkQuery( environment: Environment::Test ), 25 ],
			'maker'        => [ new LinkQuery( created_by: 7 ), 34 ],
			'alarm'        => [ new LinkQuery( alarm: true ), 10 ],
			'expiring'     => [ new LinkQuery( expiring: true ), 0 ],
			'order ID'     => [ new LinkQuery( search: 'big-123' ), 11 ],
			'e-mail'       => [ new LinkQuery( search: 'mail999@' ), 1 ],
			'name'         => [ new LinkQuery( search: 'First77 =Last77' ), 111 ],
		];
	}

	public function test_the_export_holds_every_link_once_and_no_formula_in_flat_memory(): void {
		$this->login_as( 'sam' );
		$export = Services::build( Db::wpdb(), PLUGIN_FILE )->all_links->export;
		$file   = tmpfile();
		self::assertIsResource( $file );
		$before = memory_get_peak_usage();

		$export->write( $file, [] );

		// Ten thousand rows at once would be some thirty megabytes.
		self::assertLessThan( 8_000_000, memory_get_peak_usage() - $before );
		rewind( $file );
		self::assertSame( "\u{FEFF}", fread( $file, 3 ) );
		$lines = explode( "\r\n", trim( (string) stream_get_contents( $file ) ) );
		$ids   = [];
		foreach ( array_slice( $lines, 1 ) as $line ) {
			$cells                     = str_getcsv( $line, ',', '"', '' );
			$ids[ (string) $cells[2] ] = true;
			self::assertStringStartsWith( "'=", (string) $cells[1] );
		}
		self::assertCount( self::LINKS, $ids );
	}

	#[DataProvider( 'cells' )]
	public function test_no_cell_can_be_taken_for_a_formula( string $cell, string $written ): void {
		self::assertSame( $written, LinksExport::harmless( $cell ) );
	}

	/**
	 * @return list<array{string, string}>
	 */
	public static function cells(): array {
		return [ [ '=1+1', "'=1+1" ], [ '+31', "'+31" ], [ '-1', "'-1" ], [ '@SUM(A1)', "'@SUM(A1)" ], [ "\t=1", "'\t=1" ], [ "\r=1", "'\r=1" ], [ 'Eva =', 'Eva =' ], [ '', '' ] ];
	}

	private function list(): LinkList {
		return new LinkList( new Database( Db::wpdb() ), new Schema( Db::wpdb() ), new LinkConditions(), new LinkRow( new DetailsJson() ) );
	}

	private function table(): string {
		return Db::wpdb()->prefix . 'multisafepay_payment_links';
	}
}
