<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

use WC_Order_Factory;
use WP_Query;

final class OrderQuery {

	private const SEARCHABLE = [ 'order_key', 'billing_email', 'customer_id' ];

	/**
	 * @param array<string, mixed> $args Supported arguments of wc_get_orders(): type, status, limit, page, offset, paginate, return, orderby, order, parent, exclude, post__in, customer_id, customer, billing_email, order_key, date_created, meta_key with meta_value, meta_query, s.
	 *
	 * @return array<int, mixed>|object
	 */
	public static function run( array $args ): array|object {
		$query  = new WP_Query( self::to_query( $args ) );
		$ids    = array_map( 'intval', $query->posts );
		$orders = ( $args['return'] ?? 'objects' ) === 'ids' ? $ids : array_values( array_filter( array_map( [ WC_Order_Factory::class, 'get_order' ], $ids ) ) );
		return empty( $args['paginate'] ) ? $orders : (object) [ 'orders' => $orders, 'total' => $query->found_posts, 'max_num_pages' => $query->max_num_pages ];
	}

	/**
	 * @param array<string, mixed> $args
	 *
	 * @return array<string, mixed>
	 */
	private static function to_query( array $args ): array {
		$limit = (int) ( $args['limit'] ?? get_option( 'posts_per_page' ) );
		$query = [
			'fields'           => 'ids',
			'post_type'        => $args['type'] ?? [ 'shop_order', 'shop_order_refund' ],
			'post_status'      => self::statuses( (array) ( $args['status'] ?? [] ) ),
			'posts_per_page'   => $limit,
			'orderby'          => [ 'id' => 'ID', 'ID' => 'ID', 'none' => 'none', 'modified' => 'modified', 'rand' => 'rand' ][ $args['orderby'] ?? 'date' ] ?? [ 'date' => $args['order'] ?? 'DESC', 'ID' => $args['order'] ?? 'DESC' ],
			'order'            => $args['order'] ?? 'DESC',
			'paged'            => (int) ( $args['page'] ?? $args['paged'] ?? 1 ),
			'no_found_rows'    => empty( $args['paginate'] ),
			'suppress_filters' => true,
			'meta_query'       => (array) ( $args['meta_query'] ?? [] ),
		];
		foreach ( [ 'offset' => 'offset', 'exclude' => 'post__not_in', 'post__in' => 'post__in', 'include' => 'post__in', 'parent' => 'post_parent' ] as $name => $target ) {
			if ( isset( $args[ $name ] ) ) {
				$query[ $target ] = $args[ $name ];
			}
		}
		if ( isset( $args['meta_key'] ) ) {
			$query['meta_query'][] = array_filter( [ 'key' => $args['meta_key'], 'value' => $args['meta_value'] ?? null, 'compare' => $args['meta_compare'] ?? null ], static fn ( $part ): bool => $part !== null );
		}
		if ( isset( $args['customer'] ) ) {
			$args[ is_email( (string) $args['customer'] ) ? 'billing_email' : 'customer_id' ] = $args['customer'];
		}
		foreach ( self::SEARCHABLE as $name ) {
			if ( isset( $args[ $name ] ) ) {
				$query['meta_query'][] = [ 'key' => "_$name", 'value' => (string) $args[ $name ] ];
			}
		}
		return $query + self::dates( $args );
	}

	/**
	 * @param list<string> $statuses
	 *
	 * @return list<string>
	 */
	private static function statuses( array $statuses ): array {
		if ( array_diff( $statuses, [ 'any', '' ] ) === [] ) {
			return array_merge( array_keys( wc_get_order_statuses() ), [ 'publish' ], in_array( 'any', $statuses, true ) ? [ 'draft' ] : [] );
		}
		return array_values( array_map( static fn ( string $status ): string => wc_is_order_status( "wc-$status" ) ? "wc-$status" : $status, $statuses ) );
	}

	/**
	 * @param array<string, mixed> $args
	 *
	 * @return array<string, mixed>
	 */
	private static function dates( array $args ): array {
		$range = (string) ( $args['date_created'] ?? '' );
		$parts = [];
		foreach ( [ '...' => [ 'after', 'before' ], '>=' => [ 'after' ], '<=' => [ 'before' ], '>' => [ 'after' ], '<' => [ 'before' ] ] as $sign => $names ) {
			if ( $range === '' || ! str_contains( $range, $sign ) ) {
				continue;
			}
			$values = array_values( array_filter( explode( $sign, $range ), static fn ( string $value ): bool => $value !== '' ) );
			foreach ( $names as $index => $name ) {
				$parts[ $name ] = gmdate( 'Y-m-d H:i:s', is_numeric( $values[ $index ] ) ? (int) $values[ $index ] : wc_string_to_datetime( $values[ $index ] )->getTimestamp() );
			}
			return [ 'date_query' => [ [ 'column' => 'post_date_gmt', 'inclusive' => $sign !== '>' && $sign !== '<' ] + $parts ] ];
		}
		return [];
	}
}
