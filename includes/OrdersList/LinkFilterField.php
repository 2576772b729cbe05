<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\OrdersList;

use MultiSafepay\PaymentLinks\Links\Domain\LinkFilter;
use MultiSafepay\PaymentLinks\Links\WooCommerce\OrderLinkFilter;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use wpdb;

/**
 * Filter of the orders list by payment link: the select field and the change to the query, both with HPOS and with
 * post-based orders.
 */
final class LinkFilterField {

	private const PARAMETER = 'msp_payment_link';

	/**
	 * Query argument that identifies the query of the orders list among all order queries.
	 */
	public const QUERY_MARKER = 'msp_payment_links_list';

	public function __construct(
		private readonly OrderLinkFilter $links,
		private readonly wpdb $wpdb,
		private readonly Clock $clock,
	) {}

	public function print(): void {
		$selected = $this->selected();

		printf(
			'<label for="%1$s" class="screen-reader-text">%2$s</label><select name="%1$s" id="%1$s">',
			esc_attr( self::PARAMETER ),
			esc_html( OrdersListMessages::filter_label() )
		);
		foreach ( OrdersListMessages::filters() as $value => $label ) {
			printf(
				'<option value="%1$s"%2$s>%3$s</option>',
				esc_attr( $value ),
				selected( $selected->value ?? '', $value, false ),
				esc_html( $label )
			);
		}
		echo '</select>';
	}

	/**
	 * Adds the filter to the query on WooCommerce's order tables.
	 */
	public function filter_order_tables( mixed $clauses, mixed $arguments, LinkFilter $filter ): mixed {
		if ( ! is_array( $clauses ) || ! is_array( $arguments ) || ! isset( $arguments[ self::QUERY_MARKER ] ) ) {
			return $clauses;
		}

		$where = is_string( $clauses['where'] ?? null ) ? $clauses['where'] : '';

		return [
			...$clauses,
			'where' => ( '' === $where ? '1=1' : $where )
				. ' AND '
				. $this->condition( $filter, $this->wpdb->prefix . 'wc_orders', 'id' ),
		];
	}

	/**
	 * Counts the orders with the filter. When none of its own filters is active, WooCommerce uses a cached count of all
	 * orders.
	 */
	public function count_filtered( mixed $results, mixed $arguments ): mixed {
		if (
			! is_array( $arguments )
			|| ! isset( $arguments[ self::QUERY_MARKER ] )
			|| true !== ( $arguments['no_found_rows'] ?? false )
		) {
			return $results;
		}

		$count = static function () use ( $arguments, &$count ): int {
			remove_filter( 'woocommerce_shop_order_list_table_order_count', $count );
			$found = wc_get_orders( [
				...$arguments,
				'limit' => 1,
				'page' => 1,
				'return' => 'ids',
				'paginate' => true,
				'no_found_rows' => false,
			] );

			return is_object( $found ) && is_numeric( $found->total ?? null ) ? (int) $found->total : 0;
		};
		add_filter( 'woocommerce_shop_order_list_table_order_count', $count );

		return $results;
	}

	public function filter_posts( mixed $where, LinkFilter $filter ): mixed {
		return is_string( $where ) && is_main_query()
			? $where . ' AND ' . $this->condition( $filter, $this->wpdb->posts, 'ID' )
			: $where;
	}

	public function mark_query( mixed $arguments ): mixed {
		return is_array( $arguments ) ? $arguments + [ self::QUERY_MARKER => true ] : $arguments;
	}

	private function condition( LinkFilter $filter, string $table, string $column ): string {
		return $this->links->where( $filter, $table, $column, $this->clock->now() );
	}

	/**
	 * Returns the selected filter; null when no or an unknown filter is selected.
	 */
	public function selected(): ?LinkFilter {
		// phpcs:ignore WordPress.Security -- The value is only compared.
		$value = $_GET[ self::PARAMETER ] ?? '';

		return is_string( $value ) ? LinkFilter::tryFrom( $value ) : null;
	}
}
