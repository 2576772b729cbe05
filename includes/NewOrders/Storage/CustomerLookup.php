<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Storage;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use wpdb;

/**
 * Reads customers, including guests, from the tables of WooCommerce Analytics. They are updated in the background, so
 * a new guest appears some time after the order.
 *
 * @phpstan-type KnownCustomer array{customer_id: int, user_id: int, address: OrderAddress}
 */
final class CustomerLookup {

	/**
	 * Email address that WooCommerce stores when it erases a customer.
	 */
	private const ERASED_EMAIL = 'deleted@site.invalid';

	public function __construct(
		private readonly Database $database,
		private readonly wpdb $wpdb,
	) {}

	/**
	 * Returns customers whose email address or a word of whose name starts with the text, the last active first.
	 * Analytics treats all guests without an email address as one customer; they are excluded.
	 *
	 * @return list<KnownCustomer> `user_id` is 0 for guests.
	 */
	public function search( string $text, int $limit ): array {
		$prefix = addcslashes( $text, '_%\\' ) . '%';

		return array_map(
			self::hydrate( ... ),
			$this->database->rows(
				"SELECT * FROM %i
				WHERE ( email LIKE %s OR CONCAT( ' ', first_name, ' ', last_name ) LIKE %s ) AND email NOT IN (%s, %s)
				ORDER BY date_last_active DESC, customer_id DESC LIMIT %d",
				[ $this->wpdb->prefix . 'wc_customer_lookup', $prefix, '% ' . $prefix, self::ERASED_EMAIL, '', $limit ]
			)
		);
	}

	/**
	 * Returns the number of orders and the newest order ID of each customer.
	 *
	 * @param list<int> $customer_ids IDs of WooCommerce Analytics.
	 * @return array<int, array{count: int, newest: int}> By customer ID; customers without orders are missing.
	 */
	public function orders( array $customer_ids ): array {
		if ( [] === $customer_ids ) {
			return [];
		}

		$orders       = [];
		$placeholders = implode( ', ', array_fill( 0, count( $customer_ids ), '%d' ) );
		foreach ( $this->database->rows(
			"SELECT customer_id, COUNT(*) AS orders, MAX(order_id) AS newest FROM %i
			WHERE customer_id IN ($placeholders) AND parent_id = 0 GROUP BY customer_id",
			[ $this->wpdb->prefix . 'wc_order_stats', ...$customer_ids ]
		) as $row ) {
			$columns = new RowReader( $row );

			$orders[ $columns->number( 'customer_id' ) ?? 0 ] = [
				'count'  => $columns->number( 'orders' ) ?? 0,
				'newest' => $columns->number( 'newest' ) ?? 0,
			];
		}

		return $orders;
	}

	/**
	 * @param array<mixed> $row By column.
	 * @return KnownCustomer
	 */
	private static function hydrate( array $row ): array {
		$columns = new RowReader( $row );

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
