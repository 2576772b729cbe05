<?php
/**
 * Stale links, by the tables of orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use Automattic\WooCommerce\Internal\DataStores\Orders\OrdersTableDataStore;
use Automattic\WooCommerce\Utilities\OrderUtil;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Storage\StaleCondition;
use wpdb;

/**
 * Reckons what orders owe as OrderDebts does, but inside the database: one statement looks through all open links of
 * the shop, where reading their orders would take minutes.
 *
 * @phpstan-type Part array{literal-string, list<int|string>}
 */
final class StaleInOrders implements StaleCondition {

	/**
	 * Takes WordPress's database.
	 */
	public function __construct( private readonly wpdb $wpdb ) {}

	/**
	 * {@inheritDoc}
	 *
	 * Currencies are compared by their bytes: the tables may have been made with different collations.
	 */
	public function of( string $links ): array {
		// A stand-in for WooCommerce may say that it has these tables, and keep orders as posts all the same.
		return OrderUtil::custom_orders_table_usage_is_enabled() && class_exists( OrdersTableDataStore::class ) ? $this->in_tables( $links ) : $this->in_posts( $links );
	}

	/**
	 * Orders in WooCommerce's own tables, where a refund has a negative total.
	 *
	 * @return Part
	 */
	private function in_tables( string $links ): array {
		$orders                   = $this->wpdb->prefix . 'wc_orders';
		[ $listed, $of_listed ]   = self::one_of( array_keys( wc_get_order_statuses() ) );
		[ $is_paid, $of_paid ]    = self::one_of( self::paid_statuses() );
		[ $differs, $of_differs ] = self::differs(
			'o.total_amount + COALESCE((SELECT SUM(r.total_amount) FROM %i r WHERE r.parent_order_id = o.id AND r.type = %s), 0)',
			[ $orders, 'shop_order_refund' ],
			$links
		);

		return [
			'EXISTS (
				SELECT 1 FROM %i o LEFT JOIN %i paid ON paid.order_id = o.id
				WHERE o.id = l.wc_order_id AND o.type = %s AND o.status ' . $listed . ' AND (
					HEX(UPPER(o.currency)) <> HEX(l.currency) OR o.status ' . $is_paid . ' OR paid.date_paid_gmt IS NOT NULL OR ' . $differs . '
				)
			)',
			[ $orders, $this->wpdb->prefix . 'wc_order_operational_data', 'shop_order', ...$of_listed, ...$of_paid, ...$of_differs ],
		];
	}

	/**
	 * Orders as posts, with their facts beside them.
	 *
	 * @return Part
	 */
	private function in_posts( string $links ): array {
		$posts                    = $this->wpdb->posts;
		$facts                    = $this->wpdb->postmeta;
		[ $listed, $of_listed ]   = self::one_of( array_keys( wc_get_order_statuses() ) );
		[ $is_paid, $of_paid ]    = self::one_of( self::paid_statuses() );
		[ $differs, $of_differs ] = self::differs(
			'total.meta_value - COALESCE((SELECT SUM(back.meta_value) FROM %i r JOIN %i back ON back.post_id = r.ID AND back.meta_key = %s WHERE r.post_parent = o.ID AND r.post_type = %s), 0)',
			[ $posts, $facts, '_refund_amount', 'shop_order_refund' ],
			$links
		);

		return [
			'EXISTS (
				SELECT 1 FROM %i o
				JOIN %i currency ON currency.post_id = o.ID AND currency.meta_key = %s
				JOIN %i total ON total.post_id = o.ID AND total.meta_key = %s
				LEFT JOIN %i paid ON paid.post_id = o.ID AND paid.meta_key = %s
				WHERE o.ID = l.wc_order_id AND o.post_type = %s AND o.post_status ' . $listed . ' AND (
					HEX(UPPER(currency.meta_value)) <> HEX(l.currency) OR o.post_status ' . $is_paid . ' OR paid.meta_value <> %s OR ' . $differs . '
				)
			)',
			[ $posts, $facts, '_order_currency', $facts, '_order_total', $facts, '_date_paid', 'shop_order', ...$of_listed, ...$of_paid, '', ...$of_differs ],
		];
	}

	/**
	 * Compares what an order asks, less what came in through its links by PaymentLink::pays(), with the link. Rounding
	 * takes away what a database adds that reckons in binary fractions.
	 *
	 * @param literal-string   $asked    In whole units of the currency.
	 * @param list<int|string> $of_asked Its values.
	 * @param string           $links    The table of links.
	 * @return Part
	 */
	private static function differs( string $asked, array $of_asked, string $links ): array {
		[ $whole, $of_whole ]             = self::one_of( Currency::codes( 0 ) );
		[ $thousandths, $of_thousandths ] = self::one_of( Currency::codes( 3 ) );

		return [
			'ROUND((' . $asked . ') * CASE WHEN l.currency ' . $whole . ' THEN 1 WHEN l.currency ' . $thousandths . ' THEN 1000 ELSE 100 END, 4) <> l.amount + COALESCE((
				SELECT SUM(p.amount) FROM %i p
				WHERE p.wc_order_id = l.wc_order_id AND p.currency = l.currency AND p.status IN (%s, %s) AND (p.environment = %s OR l.environment = %s)
			), 0)',
			[ ...$of_asked, ...$of_whole, ...$of_thousandths, $links, LinkStatus::Completed->value, LinkStatus::PartiallyRefunded->value, Environment::Live->value, Environment::Test->value ],
		];
	}

	/**
	 * Returns the states of orders that are paid, as they are stored.
	 *
	 * @return list<string>
	 */
	private static function paid_statuses(): array {
		return array_values( array_map( static fn ( string $status ): string => 'wc-' . $status, array_filter( wc_get_is_paid_statuses(), 'is_string' ) ) );
	}

	/**
	 * Returns a comparison with several texts; none equals nothing.
	 *
	 * @param array<string> $texts Any number.
	 * @return Part
	 */
	private static function one_of( array $texts ): array {
		$texts = [] === $texts ? [ '' ] : array_values( $texts );

		return [ 'IN (' . implode( ', ', array_fill( 0, count( $texts ), '%s' ) ) . ')', $texts ];
	}
}
