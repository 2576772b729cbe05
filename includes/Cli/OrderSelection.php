<?php
/**
 * Choosing orders on the command line.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Cli;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Domain\Batch\Batch;

/**
 * Orders by their ids, or by status and age.
 */
final class OrderChoice {

	private const UNITS = [
		'm' => 60,
		'h' => 3600,
		'd' => 86_400,
		'w' => 604_800,
	];

	/**
	 * Returns WooCommerce's ids, oldest first; at most as many as a batch takes, and one more so that it says so.
	 *
	 * @return list<int>
	 */
	public static function ids( Input $input, Console $console, DateTimeImmutable $now ): array {
		if ( '' !== $input->text( 'orders' ) ) {
			return self::typed( $input->text( 'orders' ), $console );
		}

		$query = [
			'type'    => 'shop_order',
			'status'  => self::statuses( $input->text( 'status' ), $console ),
			'limit'   => $input->number( 'limit', Batch::MAX_ITEMS + 1 ),
			'orderby' => 'ID',
			'order'   => 'ASC',
			'return'  => 'ids',
		];
		if ( '' !== $input->text( 'older-than' ) ) {
			$query['date_created'] = '<' . ( $now->getTimestamp() - self::seconds( $input->text( 'older-than' ), $console ) );
		}
		$found = wc_get_orders( $query );

		return array_values( array_map( static fn ( mixed $id ): int => is_numeric( $id ) ? (int) $id : 0, is_array( $found ) ? $found : [] ) );
	}

	/**
	 * Reads statuses between commas. One that the shop does not have would choose nothing without a word.
	 *
	 * @return list<string>
	 */
	private static function statuses( string $text, Console $console ): array {
		$known    = array_map( static fn ( string $status ): string => (string) preg_replace( '/\Awc-/', '', $status ), array_keys( wc_get_order_statuses() ) );
		$statuses = array_map( static fn ( string $status ): string => (string) preg_replace( '/\Awc-/', '', trim( $status ) ), explode( ',', '' === $text ? 'pending' : $text ) );
		$unknown  = array_diff( $statuses, $known );
		if ( [] !== $unknown ) {
			/* translators: 1: what was typed. 2: names of statuses. */
			$console->fail( sprintf( __( '--status: the shop has no order status “%1$s”. It has: %2$s.', 'multisafepay-payment-links' ), implode( ', ', $unknown ), implode( ', ', $known ) ) );
		}

		return $statuses;
	}

	/**
	 * Reads ids between commas.
	 *
	 * @return list<int>
	 */
	private static function typed( string $text, Console $console ): array {
		$ids = [];
		foreach ( explode( ',', $text ) as $id ) {
			if ( 1 !== preg_match( '/\A\s*[1-9]\d{0,17}\s*\z/', $id ) ) {
				$console->fail( __( 'Ids are whole numbers.', 'multisafepay-payment-links' ) );
			}
			$ids[] = (int) trim( $id );
		}

		return $ids;
	}

	/**
	 * Reads an age such as 30m, 12h, 2d or 1w.
	 */
	private static function seconds( string $age, Console $console ): int {
		if ( 1 !== preg_match( '/\A([1-9]\d{0,3})([mhdw])\z/', $age, $parts ) ) {
			$console->fail( __( '--older-than takes an age such as 30m, 12h, 2d or 1w.', 'multisafepay-payment-links' ) );
		}

		return (int) $parts[1] * self::UNITS[ $parts[2] ];
	}
}
