<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use RuntimeException;
use wpdb;

/**
 * Creates a given number of links with one SQL statement on MariaDB's sequence engine. The data is always the same.
 *
 * It resembles a busy shop after three years: two thirds of the links are paid, a quarter are expired, 1 % are open,
 * and a tenth of those stored as open are past their expiry. There are three sites, one for tests and one that was
 * removed two years ago, four currencies, forty staff members and some 400 names, of which one is shared by 2 % of the
 * customers. Every tenth link is the second link of its order.
 */
final class ManyLinks {

	public const FIRST_ORDER = 900_000_000;

	private const TABLES = [
		'multisafepay_payment_links',
		'wc_orders',
		'wc_orders_meta',
		'wc_order_addresses',
		'wc_order_operational_data',
	];

	private const BEGINNINGS = "'Al', 'Be', 'Ca', 'Da', 'El', 'Fe', 'Gi', 'Ha', 'Is', 'Jo', 'Ka', 'Lu', 'Ma', 'Ni',"
		. " 'Or', 'Pe', 'Ro', 'Sa', 'Te', 'Zo'";
	private const ENDINGS    = "'a', 'an', 'bert', 'ce', 'da', 'el', 'en', 'fa', 'go', 'ia', 'jo', 'la', 'lou', "
		. "'mi', 'na', 'os', 'ra', 'sha', 'ta', 'ë'";

	private const DETAILS = '{"description":"Payment for your order at the shop","seconds_active":2592000,'
		. '"second_chance":false,"gateway":null,"customer":{"first_name":"Robin","last_name":"Smit",'
		. '"email":"robin@example.test","phone":"+31612345678","company_name":"","address1":"Kraanspoor",'
		. '"address2":"","house_number":"39","zip_code":"1033 SC","city":"Amsterdam","state":"","country":"NL",'
		. '"locale":"nl_NL","birthday":""},"delivery":null,"include_cart":true,"redirect_url":null,'
		. '"cancel_url":null,"note":""}';

	/**
	 * Creates and fills tables of links and orders with another prefix than those of the shop.
	 *
	 * @param string $prefix Prefix of the new tables.
	 * @param int    $count  Number of links.
	 */
	public static function fill( wpdb $wpdb, string $prefix, int $count ): void {
		foreach ( self::TABLES as $table ) {
			self::run( $wpdb, "DROP TABLE IF EXISTS {$prefix}{$table}" );
			self::run( $wpdb, "CREATE TABLE {$prefix}{$table} LIKE " . Db::wpdb()->base_prefix . $table );
		}
		$links = $prefix . self::TABLES[0];
		self::fill_links( $wpdb, $links, $count );
		self::fill_orders( $wpdb, $prefix, $links );
		// The statistics of a table that was just filled can still be those of an empty table.
		foreach ( self::TABLES as $table ) {
			self::run( $wpdb, "ANALYZE TABLE {$prefix}{$table}" );
		}
	}

	public static function drop( wpdb $wpdb, string $prefix ): void {
		foreach ( self::TABLES as $table ) {
			self::run( $wpdb, "DROP TABLE IF EXISTS {$prefix}{$table}" );
		}
	}

	/**
	 * Creates an order for each first link, with the amount of that link. Most second links are therefore stale.
	 */
	private static function fill_orders( wpdb $wpdb, string $prefix, string $links ): void {
		self::run(
			$wpdb,
			"INSERT INTO {$prefix}wc_orders (id, status, currency, type, total_amount, customer_id, billing_email,
				date_created_gmt, date_updated_gmt, parent_order_id)
			SELECT wc_order_id, IF(status = 'completed', 'wc-processing', 'wc-pending'), currency, 'shop_order',
				amount / CASE currency WHEN 'JPY' THEN 1 WHEN 'KWD' THEN 1000 ELSE 100 END, 0, email, created_at,
					created_at, 0
			FROM $links WHERE number = 1"
		);
		self::run(
			$wpdb,
			"INSERT INTO {$prefix}wc_order_operational_data (order_id, created_via, date_paid_gmt)
			SELECT wc_order_id, 'checkout', paid_at FROM $links WHERE number = 1"
		);
	}

	private static function fill_links( wpdb $wpdb, string $links, int $count ): void {
		self::run(
			$wpdb,
			"INSERT INTO $links (
				wc_order_id, wc_order_number, site, environment, key_fingerprint, order_id, number, status, reason,
					amount, currency,
				first_name, last_name, email, details, payment_url, idempotency_key,
				created_at, changed_at, expires_at, paid_at, created_by, alert
			) SELECT
				"
					. self::FIRST_ORDER
					. " + nth, nth, site, IF(site = 'test', 'test', 'live'), 'fingerprint', CONCAT('PL-', nth, '-', 1
						+ n - nth), 1 + n - nth, status, 'created', 500 + e % 50000, currency,
				IF(person % 50 = 0, 'Jan', CONCAT(ELT(1 + person % 20, " . self::BEGINNINGS .
					'), ELT(1 + person DIV 20 % 20, ' . self::ENDINGS . "))),
				IF(person % 40 = 0, 'de Vries', CONCAT(ELT(1 + person DIV 7 % 20, " . self::BEGINNINGS .
					'), ELT(1 + person DIV 140 % 20, ' . self::ENDINGS . "), 'sen')),
				CONCAT('customer', person, '@example.test'), '" . self::DETAILS . "',
					CONCAT('https://payv2.example.test/connect/', SHA1(n), '/?lang=nl_NL'), CONCAT('key-', n),
				made, made + INTERVAL 1 HOUR,
				CASE
					WHEN status = 'failed' THEN NULL
					WHEN status IN ('active', 'declined') AND e % 10 > 0 THEN NOW() + INTERVAL 1 + f % 700 HOUR
					WHEN status = 'completed' THEN made + INTERVAL 30 DAY
					ELSE LEAST(made + INTERVAL 30 DAY, NOW() - INTERVAL 1 + f % 24 HOUR)
				END,
				IF(status = 'completed', made + INTERVAL 1 HOUR, NULL), g % 40, IF(h % 1000 = 0, 'amount_mismatch',
					NULL)
			FROM (
				SELECT n, n - (n % 10 = 0) AS nth, e, f, g, h, c % $count AS person, NOW() - INTERVAL ($count - n) *
					94608000 DIV $count SECOND AS made,
					CASE WHEN a % 100 = 0 THEN 'test' WHEN a % 20 < 3 AND n < $count / 3 THEN 'outlet' ELSE 'main'
						END AS site,
					CASE WHEN b % 40 = 0 THEN 'GBP' WHEN b % 100 = 1 THEN 'JPY' WHEN b % 200 = 2 THEN 'KWD' ELSE
						'EUR' END AS currency,
					CASE
						WHEN n > $count * 0.97 AND d % 3 = 0 THEN IF(d % 8 = 0, 'declined', 'active')
						WHEN d % 100 < 66 THEN 'completed'
						WHEN d % 100 < 91 THEN 'expired'
						WHEN d % 100 < 96 THEN 'cancelled'
						WHEN d % 100 < 98 THEN 'refunded'
						WHEN d % 100 < 99 THEN 'partial_refunded'
						ELSE 'failed'
					END AS status
				FROM (SELECT seq AS n, "
					. implode( ', ', array_map( self::random_column( ... ), range( 0, 7 ), range( 'a', 'h' ) ) )
					. " FROM seq_1_to_$count) random_values
			) links"
		);
	}

	/**
	 * Returns the SQL of a pseudo-random column: four hexadecimal digits of the hash of the row number.
	 */
	private static function random_column( int $index, string $column ): string {
		return 'CONV(SUBSTR(MD5(seq), ' . ( 1 + 4 * $index ) . ", 4), 16, 10) AS $column";
	}

	private static function run( wpdb $wpdb, string $sql ): void {
		if ( $wpdb->query( $sql ) === false ) {
			throw new RuntimeException( $wpdb->last_error );
		}
	}
}
