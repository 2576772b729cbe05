<?php
/**
 * The list over many links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use DateTimeImmutable;
use DateTimeZone;
use MultiSafepay\PaymentLinks\Admin\LinksExport;
use MultiSafepay\PaymentLinks\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Services;
use MultiSafepay\PaymentLinks\Storage\LinkList;
use MultiSafepay\PaymentLinks\Storage\LinkTotals;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\ListParts;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\ListViews;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\ManyLinks;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use wpdb;

use const MultiSafepay\PaymentLinks\PLUGIN_FILE;

/**
 * Tables of their own, made once and thrown away; the million is in bin/bench.
 */
#[CoversClass( LinkList::class )]
#[CoversClass( LinkTotals::class )]
#[CoversClass( LinksExport::class )]
#[Group( 'needs-real-woocommerce' )]
final class LinkListScaleTest extends IntegrationTestCase {

	private const SIZES = [ 10_000, 100_000 ];

	/**
	 * @var array<int, wpdb>
	 */
	private static array $shops = [];

	public static function setUpBeforeClass(): void {
		parent::setUpBeforeClass();
		foreach ( self::SIZES as $size ) {
			$shop         = Db::second();
			$shop->prefix = "many{$size}_";
			ManyLinks::fill( $shop, $shop->prefix, $size );
			ManyLinks::index( $shop, $shop->prefix );
			self::$shops[ $size ] = $shop;
		}
	}

	public static function tearDownAfterClass(): void {
		foreach ( self::$shops as $shop ) {
			ManyLinks::drop( $shop, $shop->prefix );
		}
		self::$shops = [];
		parent::tearDownAfterClass();
	}

	#[DataProvider( 'views' )]
	public function test_every_view_reads_an_index_and_little_of_the_table( int $size, LinkQuery $query ): void {
		$parts = new ListParts( self::shop( $size ) );
		foreach ( $parts->plan( $query, self::now() ) as $step ) {
			// Under a filter, all links in the order of their ids are no way to what is wanted, however near it may seem.
			$no_way = $step->table !== 'l' || $parts->conditions->is_any( $query ) ? [ '' ] : [ '', 'PRIMARY' ];
			self::assertNotContains( $step->key, $no_way, (string) $step );
		}

		$parts->forget_reads();
		$links = $parts->list->links( $query, self::now(), $query->offset(), $query->per_page );
		// Statistics are guesses, so the bound is wide: a filter without an index reads the whole table. A late page
		// reads what is in front of it, for itself and for the parts that the statement puts together.
		self::assertLessThan( $size / 2 + 4 * ( $query->offset() + $query->per_page ), $parts->reads() );
		self::assertNotSame( [], $links );
	}

	/**
	 * @return iterable<string, array{int, LinkQuery}>
	 */
	public static function views(): iterable {
		foreach ( self::SIZES as $size ) {
			foreach ( ListViews::all() as $name => $query ) {
				yield "$size links, $name" => [ $size, $query ];
			}
		}
	}

	#[DataProvider( 'sums' )]
	public function test_sums_are_read_from_an_index_alone( LinkQuery $query ): void {
		foreach ( ( new ListParts( self::shop( 100_000 ) ) )->plan_of_totals( $query, self::now() ) as $step ) {
			self::assertStringContainsString( 'Using index', $step->extra, (string) $step );
		}
	}

	/**
	 * @return array<string, array{LinkQuery}>
	 */
	public static function sums(): array {
		return [
			'of all links'  => [ new LinkQuery() ],
			'of a site'     => [ new LinkQuery( site: 'main' ) ],
			'of one person' => [ new LinkQuery( created_by: 7 ) ],
		];
	}

	public function test_counting_ends_behind_ten_thousand(): void {
		$count = static fn ( int $size, LinkQuery $query ): int => ( new ListParts( self::shop( $size ) ) )->list->count( $query, self::now() );

		self::assertSame( [ 10_000, 10_001, 10_001 ], [ $count( 10_000, new LinkQuery() ), $count( 100_000, new LinkQuery() ), $count( 100_000, ListViews::all()['status expired'] ?? new LinkQuery() ) ] );
	}

	public function test_the_export_of_a_hundred_thousand_holds_every_link_once_in_flat_memory(): void {
		$this->login_as( 'sam' );
		$export = Services::build( self::shop( 100_000 ), PLUGIN_FILE )->all_links->export;
		$file   = tmpfile();
		self::assertIsResource( $file );
		$before = memory_get_peak_usage();

		$export->write( $file, [] );

		// All rows at once would be some three hundred megabytes.
		self::assertLessThan( 8_000_000, memory_get_peak_usage() - $before );
		rewind( $file );
		self::assertSame( "\u{FEFF}", fread( $file, 3 ) );
		$ids = [];
		foreach ( array_slice( explode( "\r\n", trim( (string) stream_get_contents( $file ) ) ), 1 ) as $line ) {
			$cells                              = str_getcsv( $line, ',', '"', '' );
			$ids[ $cells[8] . ' ' . $cells[2] ] = true;
		}
		self::assertCount( 100_000, $ids );
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

	private static function shop( int $size ): wpdb {
		self::assertArrayHasKey( $size, self::$shops );

		return self::$shops[ $size ];
	}

	private static function now(): DateTimeImmutable {
		return new DateTimeImmutable( 'now', new DateTimeZone( 'UTC' ) );
	}
}
