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
use MultiSafepay\PaymentLinks\Domain\PayerLocale;
use MultiSafepay\PaymentLinks\Storage\CustomerLookup;
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
		private readonly RecentGuests $recent,
		private readonly GuestOrders $guests,
		private readonly CustomerAccounts $accounts,
	) {}

	/**
	 * Returns who may be meant: guests of the newest orders first, then whoever was in the shop last.
	 *
	 * @param string $text  One line, at least two characters.
	 * @param int    $limit How many at most.
	 * @return list<FoundCustomer>
	 */
	public function find( string $text, int $limit ): array {
		$known    = $this->lookup->search( $text, $limit * self::SPARE );
		$orders   = $this->lookup->orders( array_column( $known, 'customer_id' ) );
		$accounts = [ ...array_column( $known, 'user_id' ), ...$this->accounts( $text, $limit * self::SPARE ) ];
		cache_users( array_values( array_diff( array_unique( $accounts ), [ 0 ] ) ) );

		$found = $this->guests( $this->recent->search( $text, $limit ), $known, $orders );
		foreach ( $known as $one ) {
			if ( $one['user_id'] > 0 ) {
				$found[ $one['user_id'] ] = $this->account( $one['user_id'], $orders[ $one['customer_id'] ]['count'] ?? 0 );
			}
		}
		foreach ( $accounts as $user_id ) {
			$found[ $user_id ] ??= $this->account( $user_id, null );
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
	 * Returns guests, each with the address of the newest order, or with what Analytics has where that is gone.
	 *
	 * @param array<string, int>                         $recent Newest orders, by guest.
	 * @param list<KnownCustomer>                        $known  Who was found; accounts are left out.
	 * @param array<int, array{count: int, newest: int}> $orders By id of Analytics.
	 * @return array<string, FoundCustomer|null> By guest.
	 */
	private function guests( array $recent, array $known, array $orders ): array {
		$known  = array_filter( $known, static fn ( array $one ): bool => 0 === $one['user_id'] );
		$newest = $recent;
		foreach ( $known as $one ) {
			$guest            = RecentGuests::key( $one['address']->email, 0 );
			$newest[ $guest ] = max( $newest[ $guest ] ?? 0, $orders[ $one['customer_id'] ]['newest'] ?? 0 );
		}

		$customers = $this->guests->customers( array_values( array_diff( $newest, [ 0 ] ) ) );
		$found     = [];
		foreach ( array_keys( $recent ) as $guest ) {
			$customer        = $customers[ $newest[ $guest ] ] ?? null;
			$found[ $guest ] = null === $customer ? null : new FoundCustomer( 0, $customer, null );
		}
		foreach ( $known as $one ) {
			$guest           = RecentGuests::key( $one['address']->email, 0 );
			$customer        = $customers[ $newest[ $guest ] ] ?? Customer::fitted( $one['address'], PayerLocale::for_customer( get_locale(), $one['address']->country ) );
			$found[ $guest ] = new FoundCustomer( 0, $customer, $orders[ $one['customer_id'] ]['count'] ?? 0 );
		}

		return $found;
	}

	/**
	 * Returns who has the account; null when there is none, or the current user may not choose it.
	 */
	private function account( int $user_id, ?int $orders ): ?FoundCustomer {
		$customer = $this->accounts->find( $user_id );

		return null === $customer ? null : new FoundCustomer( $user_id, $customer, $orders );
	}

	/**
	 * Leaves out nobody, and guests with the e-mail address of an account that is found too.
	 *
	 * @param array<int|string, FoundCustomer|null> $found In their order.
	 * @return list<FoundCustomer>
	 */
	private static function once_each( array $found ): array {
		$emails = [];
		foreach ( $found as $one ) {
			if ( null !== $one && $one->id > 0 ) {
				$emails[] = strtolower( $one->customer->email );
			}
		}

		$kept = [];
		foreach ( $found as $one ) {
			$email = strtolower( $one->customer->email ?? '' );
			if ( null !== $one && ( $one->id > 0 || '' === $email || ! in_array( $email, $emails, true ) ) ) {
				$kept[] = $one;
			}
		}

		return $kept;
	}
}
