<?php
/**
 * Looking for customers.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Domain\Customer;
use MultiSafepay\PaymentLinks\Domain\FoundCustomer;
use MultiSafepay\PaymentLinks\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Domain\PayerLocale;
use MultiSafepay\PaymentLinks\Storage\CustomerLookup;
use WC_Order;
use WP_User_Query;

/**
 * Finds customers among accounts and among guests who ordered before, in a number of queries that does not grow with what
 * is found.
 *
 * @phpstan-import-type KnownCustomer from CustomerLookup
 */
final class CustomerSearch {

	/**
	 * Some of what is found is staff, or is there twice.
	 */
	private const SPARE = 2;

	/**
	 * Takes where customers are kept.
	 */
	public function __construct(
		private readonly CustomerLookup $lookup,
		private readonly CustomerAccounts $accounts,
		private readonly OrderAddresses $addresses,
		private readonly CustomerLocale $locale,
	) {}

	/**
	 * Returns who may be meant.
	 *
	 * @param string $text  One line, at least two characters.
	 * @param int    $limit How many at most.
	 * @return list<FoundCustomer>
	 */
	public function find( string $text, int $limit ): array {
		$known    = $this->lookup->search( $text, $limit * self::SPARE );
		$accounts = array_values( array_diff( array_unique( [ ...array_column( $known, 'user_id' ), ...$this->accounts( $text, $limit * self::SPARE ) ] ), [ 0 ] ) );
		cache_users( $accounts );
		$orders = $this->lookup->orders( array_column( $known, 'customer_id' ) );
		$guests = $this->newest_orders( $known, $orders );

		$found = [];
		foreach ( $known as $one ) {
			$count   = $orders[ $one['customer_id'] ]['count'] ?? 0;
			$found[] = $one['user_id'] > 0
				? $this->account( $one['user_id'], $count )
				: new FoundCustomer( 0, $this->guest( $one['address'], $guests[ $orders[ $one['customer_id'] ]['newest'] ?? 0 ] ?? null ), $count );
		}
		foreach ( array_diff( $accounts, array_column( $known, 'user_id' ) ) as $user_id ) {
			$found[] = $this->account( $user_id, null );
		}

		return array_slice( self::once_each( $found ), 0, $limit );
	}

	/**
	 * Returns accounts that Analytics may not know: it learns of most of them with their first order.
	 *
	 * @return list<int>
	 */
	private function accounts( string $text, int $limit ): array {
		// WordPress takes asterisks at the ends for wildcards, however many there are.
		$inside = trim( $text, '*' );
		if ( '' === $inside ) {
			return [];
		}

		$query = new WP_User_Query(
			[
				'search'         => '*' . $inside . '*',
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
	 * Returns the newest orders of guests.
	 *
	 * @param list<KnownCustomer>                        $known  Who was found.
	 * @param array<int, array{count: int, newest: int}> $orders By id of Analytics.
	 * @return array<int, WC_Order> By WooCommerce's id.
	 */
	private function newest_orders( array $known, array $orders ): array {
		$ids = [];
		foreach ( $known as $one ) {
			if ( 0 === $one['user_id'] && isset( $orders[ $one['customer_id'] ] ) ) {
				$ids[] = $orders[ $one['customer_id'] ]['newest'];
			}
		}

		$newest = [];
		$read   = [] === $ids ? [] : wc_get_orders(
			[
				'type'     => 'shop_order',
				'post__in' => $ids,
				'limit'    => -1,
			]
		);
		foreach ( is_array( $read ) ? $read : [] as $order ) {
			if ( $order instanceof WC_Order ) {
				$newest[ $order->get_id() ] = $order;
			}
		}

		return $newest;
	}

	/**
	 * Returns who has the account; null when the current user may not choose it.
	 */
	private function account( int $user_id, ?int $orders ): ?FoundCustomer {
		$customer = $this->accounts->find( $user_id );

		return null === $customer ? null : new FoundCustomer( $user_id, $customer, $orders );
	}

	/**
	 * Returns a guest as the newest order has them, or as Analytics has where that is gone.
	 */
	private function guest( OrderAddress $known, ?WC_Order $order ): Customer {
		$address = null === $order ? $known : $this->addresses->billing( $order );

		return Customer::fitted( $address, PayerLocale::for_customer( null === $order ? get_locale() : $this->locale->of( $order ), $address->country ) );
	}

	/**
	 * Leaves out nobody, and guests whose e-mail address was there before: of an account, or in other letters.
	 *
	 * @param list<FoundCustomer|null> $found In their order.
	 * @return list<FoundCustomer>
	 */
	private static function once_each( array $found ): array {
		$found  = array_values( array_filter( $found, static fn ( ?FoundCustomer $one ): bool => null !== $one ) );
		$emails = [];
		foreach ( $found as $one ) {
			if ( $one->id > 0 ) {
				$emails[ strtolower( $one->customer->email ) ] = true;
			}
		}

		$kept = [];
		foreach ( $found as $one ) {
			$email = strtolower( $one->customer->email );
			if ( 0 === $one->id && '' !== $email ) {
				if ( isset( $emails[ $email ] ) ) {
					continue;
				}
				$emails[ $email ] = true;
			}
			$kept[] = $one;
		}

		return $kept;
	}
}
