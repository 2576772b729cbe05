<?php
/**
 * WooCommerce’s list of customers.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use MultiSafepay\PaymentLinks\Domain\OrderAddress;
use wpdb;

/**
 * Reads what WooCommerce Analytics keeps of everybody who ordered, guests too. Its tables are brought up to date in the
 * background: a new guest is in them some time after the order.
 *
 * @phpstan-type KnownCustomer array{customer_id: int, user_id: int, address: OrderAddress}
 */
final class CustomerLookup {

	/**
	 * What WooCommerce writes in place of a customer who was erased.
	 */
	private const ERASED = 'deleted@site.invalid';

	/**
	 * Takes the database.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly wpdb $wpdb,
	) {}

	/**
	 * Returns customers whose e-mail address, or one of whose names, begins with the text; who was there last comes first.
	 * Guests without an e-mail address are one and the same to Analytics, and are left out.
	 *
	 * @return list<KnownCustomer> `user_id` is 0 for guests.
	 */
	public function search( string $text, int $limit ): array {
		$begins = addcslashes( $text, '_%\\' ) . '%';

		return array_map(
			self::known( ... ),
			$this->database->rows(
				"SELECT * FROM %i WHERE ( email LIKE %s OR CONCAT( ' ', first_name, ' ', last_name ) LIKE %s ) AND email NOT IN (%s, %s) ORDER BY date_last_active DESC, customer_id DESC LIMIT %d",
				[ $this->wpdb->prefix . 'wc_customer_lookup', $begins, '% ' . $begins, self::ERASED, '', $limit ]
			)
		);
	}

	/**
	 * Returns number and newest of customers' orders.
	 *
	 * @param list<int> $customer_ids Of WooCommerce Analytics.
	 * @return array<int, array{count: int, newest: int}> By id; nothing for those without an order.
	 */
	public function orders( array $customer_ids ): array {
		if ( [] === $customer_ids ) {
			return [];
		}

		$orders = [];
		$marks  = implode( ', ', array_fill( 0, count( $customer_ids ), '%d' ) );
		foreach ( $this->database->rows( "SELECT customer_id, COUNT(*) AS orders, MAX(order_id) AS newest FROM %i WHERE customer_id IN ($marks) AND parent_id = 0 GROUP BY customer_id", [ $this->wpdb->prefix . 'wc_order_stats', ...$customer_ids ] ) as $row ) {
			$columns = new Columns( $row );

			$orders[ $columns->number( 'customer_id' ) ?? 0 ] = [
				'count'  => $columns->number( 'orders' ) ?? 0,
				'newest' => $columns->number( 'newest' ) ?? 0,
			];
		}

		return $orders;
	}

	/**
	 * Reads a row.
	 *
	 * @param array<mixed> $row By column.
	 * @return KnownCustomer
	 */
	private static function known( array $row ): array {
		$columns = new Columns( $row );

		return [
			'customer_id' => $columns->number( 'customer_id' ) ?? 0,
			'user_id'     => $columns->number( 'user_id' ) ?? 0,
			'address'     => new OrderAddress(
				first_name: $columns->text( 'first_name' ),
				last_name: $columns->text( 'last_name' ),
				postcode: $columns->text( 'postcode' ),
				city: $columns->text( 'city' ),
				state: $columns->text( 'state' ),
				country: $columns->text( 'country' ),
				email: $columns->text( 'email' )
			),
		];
	}
}
