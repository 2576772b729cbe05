<?php
/**
 * The orders list's filter by payment link.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Admin;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Domain\LinkFilter;
use MultiSafepay\PaymentLinks\Storage\OrderFilterSql;
use wpdb;

/**
 * A choice beside WooCommerce's own filters, and what it does to the query, with HPOS and with orders as posts.
 */
final class OrdersListFilter {

	private const PARAMETER = 'msp_payment_link';

	/**
	 * Marks the list's own query among all queries of orders.
	 */
	public const MARK = 'msp_payment_links_list';

	/**
	 * Takes the condition and the names of WordPress's tables.
	 */
	public function __construct(
		private readonly OrderFilterSql $sql,
		private readonly wpdb $wpdb,
		private readonly Clock $clock,
	) {}

	/**
	 * Adds the hooks for the list of this request.
	 */
	public function register(): void {
		add_action( 'woocommerce_order_list_table_restrict_manage_orders', fn ( mixed $type ) => 'shop_order' === $type ? $this->print() : null );
		add_action( 'restrict_manage_posts', fn ( mixed $type ) => 'shop_order' === $type ? $this->print() : null );
		add_filter( 'woocommerce_shop_order_list_table_prepare_items_query_args', static fn ( mixed $arguments ): mixed => is_array( $arguments ) ? $arguments + [ self::MARK => true ] : $arguments );

		$filter = $this->chosen();
		if ( null !== $filter ) {
			add_filter( 'woocommerce_orders_table_query_clauses', fn ( mixed $clauses, mixed $query, mixed $arguments ): mixed => $this->narrow_table( $clauses, $arguments, $filter ), 10, 3 );
			add_filter( 'posts_where', fn ( mixed $where ): mixed => is_string( $where ) && is_main_query() ? $where . ' AND ' . $this->condition( $filter, $this->wpdb->posts, 'ID' ) : $where );
			add_filter( 'woocommerce_order_query', $this->count_narrowed( ... ), 10, 2 );
		}
	}

	/**
	 * Prints the choice.
	 */
	private function print(): void {
		$chosen  = $this->chosen();
		$options = [
			''                         => __( 'All payment links', 'multisafepay-payment-links' ),
			LinkFilter::None->value     => __( 'No payment link', 'multisafepay-payment-links' ),
			LinkFilter::Open->value     => __( 'Open', 'multisafepay-payment-links' ),
			/* translators: %d: number of hours. */
			LinkFilter::Expiring->value => sprintf( __( 'Expiring within %d hours', 'multisafepay-payment-links' ), LinkFilter::EXPIRING_HOURS ),
			LinkFilter::Expired->value  => __( 'Expired', 'multisafepay-payment-links' ),
			LinkFilter::Paid->value     => __( 'Paid', 'multisafepay-payment-links' ),
			LinkFilter::Alarm->value    => __( 'Payments to check', 'multisafepay-payment-links' ),
		];

		printf( '<label for="%1$s" class="screen-reader-text">%2$s</label><select name="%1$s" id="%1$s">', esc_attr( self::PARAMETER ), esc_html__( 'Filter by payment link', 'multisafepay-payment-links' ) );
		foreach ( $options as $value => $words ) {
			printf( '<option value="%1$s"%2$s>%3$s</option>', esc_attr( $value ), selected( $chosen->value ?? '', $value, false ), esc_html( $words ) );
		}
		echo '</select>';
	}

	/**
	 * Narrows the list's query on WooCommerce's own tables.
	 *
	 * @param mixed      $clauses   Of the query.
	 * @param mixed      $arguments Of the query.
	 * @param LinkFilter $filter    The choice.
	 */
	private function narrow_table( mixed $clauses, mixed $arguments, LinkFilter $filter ): mixed {
		if ( ! is_array( $clauses ) || ! is_array( $arguments ) || ! isset( $arguments[ self::MARK ] ) ) {
			return $clauses;
		}

		$where = is_string( $clauses['where'] ?? null ) ? $clauses['where'] : '';

		return [ ...$clauses, 'where' => ( '' === $where ? '1=1' : $where ) . ' AND ' . $this->condition( $filter, $this->wpdb->prefix . 'wc_orders', 'id' ) ];
	}

	/**
	 * Has the pages counted with the filter: without filters of its own, WooCommerce takes a stored count of all orders.
	 *
	 * @param mixed $results   Of the query; handed through.
	 * @param mixed $arguments Of the query.
	 */
	private function count_narrowed( mixed $results, mixed $arguments ): mixed {
		if ( ! is_array( $arguments ) || ! isset( $arguments[ self::MARK ] ) || true !== ( $arguments['no_found_rows'] ?? false ) ) {
			return $results;
		}

		$count = static function () use ( $arguments, &$count ): int {
			remove_filter( 'woocommerce_shop_order_list_table_order_count', $count );
			$found = wc_get_orders( [ ...$arguments, 'limit' => 1, 'page' => 1, 'return' => 'ids', 'paginate' => true, 'no_found_rows' => false ] );

			return is_object( $found ) && is_numeric( $found->total ?? null ) ? (int) $found->total : 0;
		};
		add_filter( 'woocommerce_shop_order_list_table_order_count', $count );

		return $results;
	}

	/**
	 * Returns the condition.
	 */
	private function condition( LinkFilter $filter, string $table, string $column ): string {
		return $this->sql->where( $filter, $table, $column, $this->clock->now() );
	}

	/**
	 * Returns what staff chose; anything else chooses nothing.
	 */
	private function chosen(): ?LinkFilter {
		// phpcs:ignore WordPress.Security -- Only compared with the names of the choices, and nothing changes.
		$value = $_GET[ self::PARAMETER ] ?? '';

		return is_string( $value ) ? LinkFilter::tryFrom( $value ) : null;
	}
}
