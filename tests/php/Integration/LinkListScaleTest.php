<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use DateTimeImmutable;
use DateTimeZone;
use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Links\Storage\LinkListQuery;
use MultiSafepay\PaymentLinks\LinksPage\Admin\LinksExport;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\ListParts;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\ListViews;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\ManyLinks;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use wpdb;

/**
 * Uses separate tables that are created once and dropped at the end. Tables with a million links are measured by
 * bin/bench.
 */
#[CoversClass( LinkListQuery::class )]
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
	public function test_every_view_uses_an_index_and_reads_few_rows( int $size, LinkQuery $query ): void {
		$parts = new ListParts( self::shop( $size ) );
		foreach ( $parts->plan( $query, self::now() ) as $step ) {
			// With a filter, reading all links in the order of their IDs is not acceptable.
			// Finding single links by their IDs is.
			$is_lookup     = $step->type === 'eq_ref';
			$unwanted_keys = $step->table !== 'l' || $is_lookup || $parts->conditions->matches_all( $query )
				? [ '' ]
				: [ '', 'PRIMARY' ];
			self::assertNotContains( $step->key, $unwanted_keys, (string) $step );
		}

		$parts->reset_reads();
		$ids = $parts->list->ids( $query, self::now(), $query->offset(), $query->per_page );
		// Statistics are estimates, so the limit is wide. A filter without an index would read the whole table. A late
		// page also reads the rows before it, for each part of the statement.
		self::assertLessThan( $size / 2 + 4 * ( $query->offset() + $query->per_page ), $parts->reads() );
		self::assertNotSame( [], $ids );
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

	#[DataProvider( 'totals' )]
	public function test_totals_are_read_only_from_an_index( LinkQuery $query ): void {
		foreach ( ( new ListParts( self::shop( 100_000 ) ) )->plan_of_totals( $query, self::now() ) as $step ) {
			self::assertStringContainsString( 'Using index', $step->extra, (string) $step );
		}
	}

	/**
	 * @return array<string, array{LinkQuery}>
	 */
	public static function totals(): array {
		return [
			'all links' => [ new LinkQuery() ],
			'one site'  => [ new LinkQuery( site: 'main' ) ],
			'one user'  => [ new LinkQuery( created_by: 7 ) ],
		];
	}

	public function test_counting_stops_after_ten_thousand(): void {
		$count = static fn ( int $size, LinkQuery $query ): int =>
			( new ListParts( self::shop( $size ) ) )->list->count( $query, self::now() );

		self::assertSame(
			[ 10_000, 10_001, 10_001 ],
			[
				$count( 10_000, new LinkQuery() ),
				$count( 100_000, new LinkQuery() ),
				$count( 100_000, ListViews::all()['status expired'] ?? new LinkQuery() ),
			]
		);
	}

	public function test_the_export_of_a_hundred_thousand_links_is_complete_with_constant_memory(): void {
		$this->login_as( 'sam' );
		$export = Plugin::container( [
			wpdb::class => static fn (): wpdb => self::shop( 100_000 ),
		] )->get( LinksExport::class );
		$file   = tmpfile();
		self::assertIsResource( $file );
		$before = memory_get_peak_usage();

		$export->write( $file, [] );

		// All rows at once would need about 300 MB.
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
	public function test_no_cell_is_interpreted_as_a_formula( string $cell, string $expected ): void {
		self::assertSame( $expected, LinksExport::escape_formula( $cell ) );
	}

	/**
	 * @return list<array{string, string}>
	 */
	public static function cells(): array {
		return [
			[ '=1+1', "'=1+1" ],
			[ '+31', "'+31" ],
			[ '-1', "'-1" ],
			[ '@SUM(A1)', "'@SUM(A1)" ],
			[ "\t=1", "'\t=1" ],
			[ "\r=1", "'\r=1" ],
			[ 'Eva =', 'Eva =' ],
			[ '', '' ],
		];
	}

	private static function shop( int $size ): wpdb {
		self::assertArrayHasKey( $size, self::$shops );

		return self::$shops[ $size ];
	}

	private static function now(): DateTimeImmutable {
		return new DateTimeImmutable( 'now', new DateTimeZone( 'UTC' ) );
	}
}
