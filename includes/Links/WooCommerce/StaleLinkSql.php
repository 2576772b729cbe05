<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderStorage;
use MultiSafepay\PaymentLinks\Shared\Database\Placeholders;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use wpdb;

/**
 * Calculates the amount due of orders in SQL, by the same rules as OrderSummaries. One statement can compare all open
 * links of the shop; reading their orders in PHP would take minutes.
 *
 * @phpstan-type Part array{literal-string, list<int|string>}
 */
final class StaleLinkSql {

	public function __construct(
		private readonly wpdb $wpdb,
		private readonly OrderStorage $storage,
	) {}

	/**
	 * Returns a condition on the table of links with the alias `l`: the link's amount or currency differs from the
	 * amount due. It does not check whether the link is open. Currencies are compared as bytes, because the collations
	 * of the tables may differ.
	 *
	 * @return Part With placeholders of wpdb::prepare(), and their values.
	 */
	public function of( string $links_table ): array {
		return $this->storage->uses_order_tables()
			? $this->for_order_tables( $links_table )
			: $this->for_posts( $links_table );
	}

	/**
	 * For orders in WooCommerce's order tables (HPOS). The total of a refund is negative.
	 *
	 * @return Part
	 */
	private function for_order_tables( string $links_table ): array {
		$orders                        = $this->wpdb->prefix . 'wc_orders';
		[ $status_in, $status_values ] = self::in_list( array_keys( wc_get_order_statuses() ) );
		[ $paid_in, $paid_values ]     = self::in_list( self::paid_statuses() );
		[ $differs, $differs_values ]  = self::differs(
			'o.total_amount + COALESCE((
				SELECT SUM(r.total_amount) FROM %i r WHERE r.parent_order_id = o.id AND r.type = %s
			), 0)',
			[ $orders, 'shop_order_refund' ],
			$links_table
		);

		return [
			'EXISTS (
				SELECT 1 FROM %i o LEFT JOIN %i paid ON paid.order_id = o.id
				WHERE o.id = l.wc_order_id AND o.type = %s AND o.status ' . $status_in . ' AND (
					HEX(UPPER(o.currency)) <> HEX(l.currency) OR o.status ' . $paid_in . '
					OR paid.date_paid_gmt IS NOT NULL OR ' . $differs . '
				)
			)',
			[
				$orders,
				$this->wpdb->prefix . 'wc_order_operational_data',
				'shop_order',
				...$status_values,
				...$paid_values,
				...$differs_values,
			],
		];
	}

	/**
	 * For orders in posts and post meta.
	 *
	 * @return Part
	 */
	private function for_posts( string $links_table ): array {
		$posts                         = $this->wpdb->posts;
		$postmeta                      = $this->wpdb->postmeta;
		[ $status_in, $status_values ] = self::in_list( array_keys( wc_get_order_statuses() ) );
		[ $paid_in, $paid_values ]     = self::in_list( self::paid_statuses() );
		[ $differs, $differs_values ]  = self::differs(
			'total.meta_value - COALESCE((
				SELECT SUM(refunded.meta_value) FROM %i r
				JOIN %i refunded ON refunded.post_id = r.ID AND refunded.meta_key = %s
				WHERE r.post_parent = o.ID AND r.post_type = %s
			), 0)',
			[ $posts, $postmeta, '_refund_amount', 'shop_order_refund' ],
			$links_table
		);

		return [
			'EXISTS (
				SELECT 1 FROM %i o
				JOIN %i currency ON currency.post_id = o.ID AND currency.meta_key = %s
				JOIN %i total ON total.post_id = o.ID AND total.meta_key = %s
				LEFT JOIN %i paid ON paid.post_id = o.ID AND paid.meta_key = %s
				WHERE o.ID = l.wc_order_id AND o.post_type = %s AND o.post_status ' . $status_in . ' AND (
					HEX(UPPER(currency.meta_value)) <> HEX(l.currency) OR o.post_status ' . $paid_in . '
					OR paid.meta_value <> %s OR ' . $differs . '
				)
			)',
			[
				$posts,
				$postmeta,
				'_order_currency',
				$postmeta,
				'_order_total',
				$postmeta,
				'_date_paid',
				'shop_order',
				...$status_values,
				...$paid_values,
				'',
				...$differs_values,
			],
		];
	}

	/**
	 * Compares the link's amount with the amount due, less the payments through the order's links; see
	 * PaymentLink::pays(). Rounding removes the inaccuracy of floating-point numbers in SQL.
	 *
	 * @param literal-string $due Expression of the amount due, in the main unit of the currency.
	 * @param list<int|string> $due_values Values of its placeholders.
	 * @return Part
	 */
	private static function differs( string $due, array $due_values, string $links_table ): array {
		[ $no_decimals, $no_decimals_values ]       = self::in_list( Currency::codes( 0 ) );
		[ $three_decimals, $three_decimals_values ] = self::in_list( Currency::codes( 3 ) );
		[ $received, $received_values ]             = self::in_list( LinkStatus::values( LinkStatus::RECEIVED ) );

		return [
			'ROUND(('
				. $due
				. ') * CASE WHEN l.currency '
				. $no_decimals
				. ' THEN 1 WHEN l.currency '
				. $three_decimals
				. ' THEN 1000 ELSE 100 END, 4) <> l.amount + COALESCE((
				SELECT SUM(p.amount) FROM %i p
				WHERE p.wc_order_id = l.wc_order_id AND p.currency = l.currency AND p.status ' . $received . '
					AND (p.environment = %s OR l.environment = %s)
			), 0)',
			[
				...$due_values,
				...$no_decimals_values,
				...$three_decimals_values,
				$links_table,
				...$received_values,
				Environment::Live->value,
				Environment::Test->value,
			],
		];
	}

	/**
	 * Returns the stored statuses of paid orders.
	 *
	 * @return list<string>
	 */
	private static function paid_statuses(): array {
		return array_values( array_map(
			static fn ( string $status ): string => 'wc-' . $status,
			array_filter( wc_get_is_paid_statuses(), 'is_string' )
		) );
	}

	/**
	 * Returns an `IN` operator. An empty list matches no value.
	 *
	 * @param array<string> $texts
	 * @return Part
	 */
	private static function in_list( array $texts ): array {
		$texts = [] === $texts ? [ '' ] : array_values( $texts );

		return [ 'IN (' . Placeholders::for( $texts ) . ')', $texts ];
	}
}
