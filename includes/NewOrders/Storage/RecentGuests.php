<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Storage;

use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderStorage;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use wpdb;

/**
 * Searches the newest orders, which WooCommerce Analytics may not have imported yet: it does so in the background, on
 * new shops every twelve hours. The cost does not depend on the number of orders in the shop.
 */
final class RecentGuests {

	private const MAX_ORDERS = 1000;

	/**
	 * The posts table has no index on type and ID, so only this range of the newest post IDs, of any type, is scanned.
	 */
	private const MAX_POSTS = 20_000;

	public function __construct(
		private readonly Database $database,
		private readonly wpdb $wpdb,
		private readonly OrderStorage $storage,
	) {}

	/**
	 * Returns the newest order of each guest whose email address or a word of whose name starts with the text.
	 *
	 * @return array<string, int> WooCommerce order IDs, the newest first, by key().
	 */
	public function search( string $text, int $limit ): array {
		$prefix     = addcslashes( $text, '_%\\' ) . '%';
		$parameters = [ $prefix, '% ' . $prefix, $limit ];
		$rows = $this->storage->uses_order_tables()
			? $this->search_tables( $parameters )
			: $this->search_posts( $parameters );

		$orders = [];
		foreach ( $rows as $row ) {
			$columns = new RowReader( $row );
			$id      = $columns->number( 'order_id' ) ?? 0;

			$orders[ self::key( $columns->text( 'email' ), $id ) ] ??= $id;
		}

		return $orders;
	}

	/**
	 * Returns the key that identifies a guest: the email address or, without one, the order ID.
	 */
	public static function key( string $email, int $order_id ): string {
		return '' === $email ? '#' . $order_id : strtolower( $email );
	}

	/**
	 * Searches WooCommerce's order tables (HPOS).
	 *
	 * @param list<int|string> $parameters LIKE pattern for email addresses, LIKE pattern for names, limit.
	 * @return list<array<mixed>>
	 */
	private function search_tables( array $parameters ): array {
		return $this->database->rows(
			"SELECT MAX(o.id) AS order_id, b.email
			FROM (
				SELECT id, customer_id FROM %i WHERE type = %s AND status NOT IN (%s, %s, %s) ORDER BY id DESC LIMIT %d
			) o
			JOIN %i b ON b.order_id = o.id AND b.address_type = %s
			WHERE o.customer_id = 0 AND (
				b.email LIKE %s OR CONCAT( ' ', COALESCE(b.first_name, ''), ' ', COALESCE(b.last_name, '') ) LIKE %s
			)
			GROUP BY b.email, b.first_name, b.last_name ORDER BY order_id DESC LIMIT %d",
			[
				$this->wpdb->prefix . 'wc_orders',
				'shop_order',
				'trash',
				'auto-draft',
				'wc-checkout-draft',
				self::MAX_ORDERS,
				$this->wpdb->prefix . 'wc_order_addresses',
				'billing',
				...$parameters,
			]
		);
	}

	/**
	 * Searches post-based orders.
	 *
	 * @param list<int|string> $parameters LIKE pattern for email addresses, LIKE pattern for names, limit.
	 * @return list<array<mixed>>
	 */
	private function search_posts( array $parameters ): array {
		$postmeta = $this->wpdb->postmeta;

		return $this->database->rows(
			"SELECT MAX(o.ID) AS order_id, e.meta_value AS email
			FROM (
				SELECT ID FROM %i
				WHERE ID > (SELECT CAST(MAX(ID) AS SIGNED) - %d FROM %i)
					AND post_type = %s AND post_status NOT IN (%s, %s, %s)
				ORDER BY ID DESC LIMIT %d
			) o
			JOIN %i c ON c.post_id = o.ID AND c.meta_key = %s AND c.meta_value = %s
			LEFT JOIN %i e ON e.post_id = o.ID AND e.meta_key = %s
			LEFT JOIN %i f ON f.post_id = o.ID AND f.meta_key = %s
			LEFT JOIN %i n ON n.post_id = o.ID AND n.meta_key = %s
			WHERE e.meta_value LIKE %s
				OR CONCAT( ' ', COALESCE(f.meta_value, ''), ' ', COALESCE(n.meta_value, '') ) LIKE %s
			GROUP BY e.meta_value, f.meta_value, n.meta_value ORDER BY order_id DESC LIMIT %d",
			[
				$this->wpdb->posts,
				self::MAX_POSTS,
				$this->wpdb->posts,
				'shop_order',
				'trash',
				'auto-draft',
				'wc-checkout-draft',
				self::MAX_ORDERS,
				$postmeta,
				'_customer_user',
				'0',
				$postmeta,
				'_billing_email',
				$postmeta,
				'_billing_first_name',
				$postmeta,
				'_billing_last_name',
				...$parameters,
			]
		);
	}
}
