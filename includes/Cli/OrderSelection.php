<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Cli;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Batches\Domain\Batch;

/**
 * Selects orders by ID, or by status and age.
 */
final class OrderSelection {

	private const UNITS = [
		'm' => 60,
		'h' => 3600,
		'd' => 86_400,
		'w' => 604_800,
	];

	/**
	 * By default returns up to one order more than a batch may have, so that the batch reports the excess.
	 *
	 * @return list<int> WooCommerce order IDs, oldest first.
	 */
	public static function ids( Input $input, Console $console, DateTimeImmutable $now ): array {
		if ( '' !== $input->text( 'orders' ) ) {
			return self::parse_ids( $input->text( 'orders' ), $console );
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
			$query['date_created'] = '<'
				. ( $now->getTimestamp() - self::seconds( $input->text( 'older-than' ), $console ) );
		}
		$found = wc_get_orders( $query );

		return array_values( array_map(
			static fn ( mixed $id ): int => is_numeric( $id ) ? (int) $id : 0,
			is_array( $found ) ? $found : []
		) );
	}

	/**
	 * Parses comma-separated statuses. Fails for an unknown status, which would otherwise silently match no order.
	 *
	 * @return list<string>
	 */
	private static function statuses( string $text, Console $console ): array {
		$valid    = array_map(
			static fn ( string $status ): string => (string) preg_replace( '/\Awc-/', '', $status ),
			array_keys( wc_get_order_statuses() )
		);
		$statuses = array_map(
			static fn ( string $status ): string => (string) preg_replace( '/\Awc-/', '', trim( $status ) ),
			explode( ',', '' === $text ? 'pending' : $text )
		);
		$unknown  = array_diff( $statuses, $valid );
		if ( [] !== $unknown ) {
			$console->fail( sprintf(
				/* translators: 1: entered statuses. 2: names of statuses. */
				__( '--status: the shop has no order status “%1$s”. It has: %2$s.', 'multisafepay-payment-links' ),
				implode( ', ', $unknown ),
				implode( ', ', $valid )
			) );
		}

		return $statuses;
	}

	/**
	 * Parses comma-separated IDs.
	 *
	 * @return list<int>
	 */
	private static function parse_ids( string $text, Console $console ): array {
		$ids = [];
		foreach ( explode( ',', $text ) as $id ) {
			if ( 1 !== preg_match( Input::ID, $id, $match ) ) {
				$console->fail( __( 'Ids are whole numbers.', 'multisafepay-payment-links' ) );
			}
			$ids[] = (int) $match[1];
		}

		return $ids;
	}

	/**
	 * Parses an age, e.g. 30m, 12h, 2d or 1w.
	 */
	private static function seconds( string $age, Console $console ): int {
		if ( 1 !== preg_match( '/\A([1-9]\d{0,3})([mhdw])\z/', $age, $parts ) ) {
			$console->fail( __(
				'--older-than takes an age such as 30m, 12h, 2d or 1w.',
				'multisafepay-payment-links'
			) );
		}

		return (int) $parts[1] * self::UNITS[ $parts[2] ];
	}
}
