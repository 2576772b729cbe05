<?php
/**
 * Guests of the newest orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use Automattic\WooCommerce\Internal\DataStores\Orders\OrdersTableDataStore;
use Automattic\WooCommerce\Utilities\OrderUtil;
use MultiSafepay\PaymentLinks\Storage\Columns;
use MultiSafepay\PaymentLinks\Storage\Database;
use wpdb;

/**
 * Looks through the newest orders, of which WooCommerce Analytics may not know yet: it reads them in the background, on
 * new shops every twelve hours. How many orders the shop has makes no difference.
 */
final class RecentGuests {

	private const ORDERS = 1000;

	/**
	 * Orders that are posts have no index by type and id; so many of the newest posts of all kinds are looked through.
	 */
	private const POSTS = 20_000;

	/**
	 * Takes the database.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly wpdb $wpdb,
	) {}

	/**
	 * Returns the newest order of each guest whose e-mail address, or one of whose names, begins with the text.
	 *
	 * @return array<string, int> WooCommerce's ids, the newest first, by key().
	 */
	public function search( string $text, int $limit ): array {
		$begins = addcslashes( $text, '_%\\' ) . '%';
		$is_met = [ $begins, '% ' . $begins, $limit ];
		// A stand-in for WooCommerce may say that it has these tables, and keep orders as posts all the same.
		$rows = OrderUtil::custom_orders_table_usage_is_enabled() && class_exists( OrdersTableDataStore::class ) ? $this->in_tables( $is_met ) : $this->in_posts( $is_met );

		$orders = [];
		foreach ( $rows as $row ) {
			$columns = new Columns( $row );
			$id      = $columns->number( 'order_id' ) ?? 0;

			$orders[ self::key( $columns->text( 'email' ), $id ) ] ??= $id;
		}

		return $orders;
	}

	/**
	 * Returns what tells one guest from another: guests without an e-mail address are told apart by their orders.
	 */
	public static function key( string $email, int $order_id ): string {
		return '' === $email ? '#' . $order_id : strtolower( $email );
	}

	/**
	 * Orders in WooCommerce's own tables.
	 *
	 * @param list<int|string> $is_met Pattern of addresses, pattern of names, number of rows.
	 * @return list<array<mixed>>
	 */
	private function in_tables( array $is_met ): array {
		return $this->database->rows(
			"SELECT MAX(o.id) AS order_id, b.email
			FROM (SELECT id, customer_id FROM %i WHERE type = %s AND status NOT IN (%s, %s, %s) ORDER BY id DESC LIMIT %d) o
			JOIN %i b ON b.order_id = o.id AND b.address_type = %s
			WHERE o.customer_id = 0 AND ( b.email LIKE %s OR CONCAT( ' ', COALESCE(b.first_name, ''), ' ', COALESCE(b.last_name, '') ) LIKE %s )
			GROUP BY b.email, b.first_name, b.last_name ORDER BY order_id DESC LIMIT %d",
			[ $this->wpdb->prefix . 'wc_orders', 'shop_order', 'trash', 'auto-draft', 'wc-checkout-draft', self::ORDERS, $this->wpdb->prefix . 'wc_order_addresses', 'billing', ...$is_met ]
		);
	}

	/**
	 * Orders as posts, with their facts beside them.
	 *
	 * @param list<int|string> $is_met Pattern of addresses, pattern of names, number of rows.
	 * @return list<array<mixed>>
	 */
	private function in_posts( array $is_met ): array {
		$facts = $this->wpdb->postmeta;

		return $this->database->rows(
			"SELECT MAX(o.ID) AS order_id, e.meta_value AS email
			FROM (SELECT ID FROM %i WHERE ID > (SELECT CAST(MAX(ID) AS SIGNED) - %d FROM %i) AND post_type = %s AND post_status NOT IN (%s, %s, %s) ORDER BY ID DESC LIMIT %d) o
			JOIN %i c ON c.post_id = o.ID AND c.meta_key = %s AND c.meta_value = %s
			LEFT JOIN %i e ON e.post_id = o.ID AND e.meta_key = %s
			LEFT JOIN %i f ON f.post_id = o.ID AND f.meta_key = %s
			LEFT JOIN %i n ON n.post_id = o.ID AND n.meta_key = %s
			WHERE e.meta_value LIKE %s OR CONCAT( ' ', COALESCE(f.meta_value, ''), ' ', COALESCE(n.meta_value, '') ) LIKE %s
			GROUP BY e.meta_value, f.meta_value, n.meta_value ORDER BY order_id DESC LIMIT %d",
			[ $this->wpdb->posts, self::POSTS, $this->wpdb->posts, 'shop_order', 'trash', 'auto-draft', 'wc-checkout-draft', self::ORDERS, $facts, '_customer_user', '0', $facts, '_billing_email', $facts, '_billing_first_name', $facts, '_billing_last_name', ...$is_met ]
		);
	}
}
