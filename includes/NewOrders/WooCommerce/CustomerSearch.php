<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\PayerLocale;
use MultiSafepay\PaymentLinks\NewOrders\Domain\FoundCustomer;
use MultiSafepay\PaymentLinks\NewOrders\Storage\CustomerLookup;
use MultiSafepay\PaymentLinks\NewOrders\Storage\RecentGuests;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\CustomerLocale;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderAddresses;
use WC_Order;
use WP_User_Query;

/**
 * Searches customer accounts and guests who placed orders before. The number of queries does not depend on the number
 * of results.
 *
 * @phpstan-import-type KnownCustomer from CustomerLookup
 */
final class CustomerSearch {

	/**
	 * Factor on the limit, because staff members and duplicates are removed from the results.
	 */
	private const OVERFETCH = 2;

	public function __construct(
		private readonly CustomerLookup $lookup,
		private readonly RecentGuests $recent,
		private readonly CustomerAccounts $accounts,
		private readonly OrderAddresses $addresses,
		private readonly CustomerLocale $locale,
	) {}

	/**
	 * Returns matching customers: guests of the newest orders first, then by last activity.
	 *
	 * @param string $text One line, at least two characters.
	 * @return list<FoundCustomer>
	 */
	public function find( string $text, int $limit ): array {
		$known    = $this->lookup->search( $text, $limit * self::OVERFETCH );
		$orders   = $this->lookup->orders( array_column( $known, 'customer_id' ) );
		$user_ids = [ ...array_column( $known, 'user_id' ), ...$this->user_ids( $text, $limit * self::OVERFETCH ) ];
		cache_users( array_values( array_diff( array_unique( $user_ids ), [ 0 ] ) ) );

		$found = $this->guests( $this->recent->search( $text, $limit ), $known, $orders );
		foreach ( $known as $row ) {
			if ( $row['user_id'] > 0 ) {
				$found[ $row['user_id'] ] = $this->account(
					$row['user_id'],
					$orders[ $row['customer_id'] ]['count'] ?? 0
				);
			}
		}
		foreach ( $user_ids as $user_id ) {
			$found[ $user_id ] ??= $this->account( $user_id, null );
		}

		return array_slice( self::unique( $found ), 0, $limit );
	}

	/**
	 * Returns accounts that may be missing in Analytics: it adds most customers with their first order.
	 *
	 * @return list<int>
	 */
	private function user_ids( string $text, int $limit ): array {
		// WordPress treats any number of leading and trailing asterisks as wildcards.
		$term = trim( $text, '*' );
		if ( '' === $term ) {
			return [];
		}

		$query = new WP_User_Query(
			[
				'search'         => '*' . $term . '*',
				'search_columns' => [ 'user_email', 'display_name' ],
				'fields'         => 'ID',
				'number'         => $limit,
				'orderby'        => 'ID',
				'order'          => 'DESC',
				'count_total'    => false,
			]
		);

		return array_values( array_map( intval( ... ), array_filter( $query->get_results(), 'is_numeric' ) ) );
	}

	/**
	 * Returns guests with the address of their newest order, or with the data of Analytics when that order is deleted.
	 *
	 * @param array<string, int> $recent ID of the newest order, by guest key.
	 * @param list<KnownCustomer> $known Customers found in Analytics; accounts are ignored.
	 * @param array<int, array{count: int, newest: int}> $orders By customer ID of Analytics.
	 * @return array<string, FoundCustomer|null> By guest key.
	 */
	private function guests( array $recent, array $known, array $orders ): array {
		$known  = array_filter( $known, static fn ( array $row ): bool => 0 === $row['user_id'] );
		$newest = $recent;
		foreach ( $known as $row ) {
			$key            = RecentGuests::key( $row['address']->email, 0 );
			$newest[ $key ] = max( $newest[ $key ] ?? 0, $orders[ $row['customer_id'] ]['newest'] ?? 0 );
		}

		$customers = $this->customers( array_values( array_diff( $newest, [ 0 ] ) ) );
		$found     = [];
		foreach ( array_keys( $recent ) as $key ) {
			$customer      = $customers[ $newest[ $key ] ] ?? null;
			$found[ $key ] = null === $customer ? null : new FoundCustomer( 0, $customer, null );
		}
		foreach ( $known as $row ) {
			$key           = RecentGuests::key( $row['address']->email, 0 );
			$customer      = $customers[ $newest[ $key ] ]
				?? Customer::from_order(
					$row['address'],
					PayerLocale::for_customer( get_locale(), $row['address']->country )
				);
			$found[ $key ] = new FoundCustomer( 0, $customer, $orders[ $row['customer_id'] ]['count'] ?? 0 );
		}

		return $found;
	}

	/**
	 * Reads the customers of several orders in one query.
	 *
	 * @param list<int> $wc_order_ids
	 * @return array<int, Customer> By order ID; deleted orders are missing.
	 */
	private function customers( array $wc_order_ids ): array {
		if ( [] === $wc_order_ids ) {
			return [];
		}

		$customers = [];
		$orders    = wc_get_orders(
			[
				'type'     => 'shop_order',
				'post__in' => $wc_order_ids,
				'limit'    => -1,
			]
		);
		foreach ( is_array( $orders ) ? $orders : [] as $order ) {
			if ( $order instanceof WC_Order ) {
				$address                       = $this->addresses->billing( $order );
				$customers[ $order->get_id() ] = Customer::from_order(
					$address,
					PayerLocale::for_customer( $this->locale->of( $order ), $address->country )
				);
			}
		}

		return $customers;
	}

	/**
	 * Returns null when the account does not exist, or the current user may not create orders for it.
	 */
	private function account( int $user_id, ?int $orders ): ?FoundCustomer {
		$customer = $this->accounts->find( $user_id );

		return null === $customer ? null : new FoundCustomer( $user_id, $customer, $orders );
	}

	/**
	 * Removes null and guests whose email address belongs to an account that was also found. Keeps the order.
	 *
	 * @param array<int|string, FoundCustomer|null> $found
	 * @return list<FoundCustomer>
	 */
	private static function unique( array $found ): array {
		$account_emails = [];
		foreach ( $found as $customer ) {
			if ( null !== $customer && $customer->id > 0 ) {
				$account_emails[] = strtolower( $customer->customer->email );
			}
		}

		$unique = [];
		foreach ( $found as $customer ) {
			$email = strtolower( $customer->customer->email ?? '' );
			if (
				null !== $customer
				&& ( $customer->id > 0 || '' === $email || ! in_array( $email, $account_emails, true ) )
			) {
				$unique[] = $customer;
			}
		}

		return $unique;
	}
}
