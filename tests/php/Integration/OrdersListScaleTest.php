<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\LinkFilter;
use MultiSafepay\PaymentLinks\Links\WooCommerce\OrderLinkFilter;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\ListParts;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\ManyLinks;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use wpdb;

/**
 * Uses separate tables that are created once and dropped at the end. They contain the same orders in WooCommerce's
 * tables and as posts.
 */
#[CoversClass( OrderLinkFilter::class )]
#[Group( 'needs-real-woocommerce' )]
final class OrdersListScaleTest extends IntegrationTestCase {

	private const LINKS  = 20_000;
	private const PREFIX = 'orders_list_';

	private static wpdb $shop;

	public static function setUpBeforeClass(): void {
		parent::setUpBeforeClass();
		$shop         = Db::second();
		$shop->prefix = self::PREFIX;
		ManyLinks::fill( $shop, self::PREFIX, self::LINKS );
		$shop->query( 'DROP TABLE IF EXISTS ' . self::PREFIX . 'posts' );
		$shop->query( 'CREATE TABLE ' . self::PREFIX . 'posts LIKE ' . Db::wpdb()->posts );
		$shop->query(
			'INSERT INTO '
				. self::PREFIX
				. 'posts (ID, post_type, post_status, post_date, post_content, post_title, post_excerpt, to_ping, '
				. "pinged, post_content_filtered) SELECT id, 'shop_order', status, date_created_gmt, '', '', '', "
				. "'', '', '' FROM "
				. self::PREFIX
				. 'wc_orders'
		);
		$shop->query( 'ANALYZE TABLE ' . self::PREFIX . 'posts' );
		self::$shop = $shop;
	}

	public static function tearDownAfterClass(): void {
		self::$shop->query( 'DROP TABLE IF EXISTS ' . self::PREFIX . 'posts' );
		ManyLinks::drop( self::$shop, self::PREFIX );
		parent::tearDownAfterClass();
	}

	#[DataProvider( 'lists' )]
	public function test_a_filter_with_few_matches_reads_few_rows(
		LinkFilter $filter,
		string $table,
		string $column,
		string $list,
	): void {
		$sql   = $this->sql( $filter, $table, $column, $list );
		$parts = new ListParts( self::$shop );
		$parts->reset_reads();

		self::assertNotSame( [], self::$shop->get_col( $sql ) );

		// Statistics are estimates, so the limits are wide. A filter that most orders match reads all rows once for the
		// number of pages, without further reads per row.
		$is_rare = in_array( $filter, [ LinkFilter::Open, LinkFilter::Expiring, LinkFilter::Alert ], true );
		self::assertLessThan( $is_rare ? self::LINKS / 4 : self::LINKS * 6, $parts->reads(), $sql );
	}

	/**
	 * @return iterable<string, array{LinkFilter, string, string, string}>
	 */
	public static function lists(): iterable {
		$of_tables = "FROM %1\$s WHERE status IN ('wc-pending', 'wc-processing', 'wc-on-hold') AND type = "
			. "'shop_order' AND %2\$s";
		$of_posts  = "FROM %1\$s WHERE post_type = 'shop_order' AND post_status IN ('wc-pending', 'wc-processing', "
			. "'wc-on-hold') AND %2\$s";
		foreach ( LinkFilter::cases() as $filter ) {
			yield "$filter->value, HPOS" => [
				$filter,
				'wc_orders',
				'id',
				"SELECT id $of_tables ORDER BY date_created_gmt DESC LIMIT 0, 20",
			];
			yield "$filter->value, number of orders" => [ $filter, 'wc_orders', 'id', "SELECT COUNT(*) $of_tables" ];
			yield "$filter->value, posts" => [
				$filter,
				'posts',
				'ID',
				"SELECT SQL_CALC_FOUND_ROWS ID $of_posts ORDER BY post_date DESC LIMIT 0, 20",
			];
		}
	}

	/**
	 * Returns the SQL of the list with the filter.
	 *
	 * @param string $list SQL with placeholders for table and condition.
	 */
	private function sql( LinkFilter $filter, string $table, string $column, string $list ): string {
		$where = Plugin::container( [
			wpdb::class => static fn (): wpdb => self::$shop,
		] )->get( OrderLinkFilter::class )->where(
			$filter,
			self::PREFIX . $table,
			$column,
			new DateTimeImmutable( 'now' )
		);
		return sprintf( $list, self::PREFIX . $table, $where );
	}
}
