<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\WooCommerce;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Storage\LinkTables;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderStorage;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\Payment\CollectLaterMethods;
use MultiSafepay\PaymentLinks\Shared\Database\Placeholders;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use WC_Order;
use wpdb;

/**
 * Calculates the amount due of orders in SQL, by the same rules as Links\Domain\Balance. One statement can read the
 * orders of all open links; reading them in PHP would take minutes. Filters of other plugins that depend on a single
 * order are not applied.
 *
 * @phpstan-type Part array{literal-string, list<int|string>}
 */
final class BalanceSql {

	public function __construct(
		private readonly wpdb $wpdb,
		private readonly LinkTables $tables,
		private readonly OrderStorage $storage,
		private readonly CollectLaterMethods $collect_later,
	) {}

	/**
	 * Returns a SELECT statement with a row for each open link whose order exists: `id`, `amount`, `kind` and
	 * `due_at_creation` of the link, `other_currency` (whether the order has another currency), and `due`. Amounts are
	 * in the currency's smallest unit. `due` is negative if more was received than the order costs.
	 *
	 * @return Part With placeholders of wpdb::prepare(), and their values.
	 */
	public function of_open_links( DateTimeImmutable $now ): array {
		return $this->storage->uses_order_tables() ? $this->from_order_tables( $now ) : $this->from_posts( $now );
	}

	/**
	 * For orders in WooCommerce's order tables (HPOS). The total of a refund is negative.
	 *
	 * @return Part
	 */
	private function from_order_tables( DateTimeImmutable $now ): array {
		$orders = $this->wpdb->prefix . 'wc_orders';

		return $this->select(
			'o.currency',
			'o.status',
			'o.total_amount',
			[
				'COALESCE((
					SELECT SUM(r.total_amount) FROM %i r WHERE r.parent_order_id = o.id AND r.type = %s
				), 0)',
				[ $orders, 'shop_order_refund' ],
			],
			'd.date_paid_gmt IS NOT NULL',
			"COALESCE(o.transaction_id, '')",
			"COALESCE(o.payment_method, '')",
			[
				'JOIN %i o ON o.id = l.wc_order_id AND o.type = %s
				LEFT JOIN %i d ON d.order_id = o.id',
				[ $orders, 'shop_order', $this->wpdb->prefix . 'wc_order_operational_data' ],
			],
			$now
		);
	}

	/**
	 * For orders in posts and post meta.
	 *
	 * @return Part
	 */
	private function from_posts( DateTimeImmutable $now ): array {
		$meta = $this->wpdb->postmeta;

		return $this->select(
			'currency.meta_value',
			'o.post_status',
			'CAST(total.meta_value AS DECIMAL(26, 8))',
			[
				'0 - COALESCE((
					SELECT SUM(CAST(refunded.meta_value AS DECIMAL(26, 8))) FROM %i r
					JOIN %i refunded ON refunded.post_id = r.ID AND refunded.meta_key = %s
					WHERE r.post_parent = o.ID AND r.post_type = %s
				), 0)',
				[ $this->wpdb->posts, $meta, '_refund_amount', 'shop_order_refund' ],
			],
			"COALESCE(paid.meta_value, '') <> ''",
			"COALESCE(reference.meta_value, '')",
			"COALESCE(method.meta_value, '')",
			[
				'JOIN %i o ON o.ID = l.wc_order_id AND o.post_type = %s
				JOIN %i currency ON currency.post_id = o.ID AND currency.meta_key = %s
				JOIN %i total ON total.post_id = o.ID AND total.meta_key = %s
				LEFT JOIN %i paid ON paid.post_id = o.ID AND paid.meta_key = %s
				LEFT JOIN %i reference ON reference.post_id = o.ID AND reference.meta_key = %s
				LEFT JOIN %i method ON method.post_id = o.ID AND method.meta_key = %s',
				[
					$this->wpdb->posts,
					'shop_order',
					$meta,
					'_order_currency',
					$meta,
					'_order_total',
					$meta,
					'_date_paid',
					$meta,
					'_transaction_id',
					$meta,
					'_payment_method',
				],
			],
			$now
		);
	}

	/**
	 * @param literal-string $currency
	 * @param literal-string $status With the prefix `wc-`.
	 * @param literal-string $total
	 * @param Part $refunded Refunds as a number that is not positive.
	 * @param literal-string $has_date_paid
	 * @param literal-string $transaction_id
	 * @param literal-string $method
	 * @param Part $joins
	 * @return Part
	 */
	private function select(
		string $currency,
		string $status,
		string $total,
		array $refunded,
		string $has_date_paid,
		string $transaction_id,
		string $method,
		array $joins,
		DateTimeImmutable $now,
	): array {
		// WooCommerce rounds the total to the shop's number of decimals when it loads an order.
		$total                     = 'ROUND(COALESCE(' . $total . ', 0), %d)';
		$decimals                  = wc_get_price_decimals();
		[ $needs, $needs_values ]  = self::in_list( self::stored( self::statuses_needing_payment() ) );
		[ $paid, $paid_values ]    = self::in_list( self::stored( wc_get_is_paid_statuses() ) );
		[ $later, $later_values ]  = self::in_list( $this->collect_later->ids() );
		[ $known, $known_values ]  = self::in_list( array_keys( wc_get_order_statuses() ) );
		[ $open, $open_values ]    = self::in_list( LinkStatus::values( LinkStatus::OPEN ) );
		[ $unit, $unit_values ]    = self::unit();
		[ $got, $got_values ]      = $this->received();

		return [
			'SELECT l.id, l.amount, l.kind, l.due AS due_at_creation,
				HEX(UPPER(' . $currency . ')) <> HEX(l.currency) AS other_currency,
				CASE WHEN NOT (' . $status . ' ' . $needs . ' AND ' . $total . ' > 0) AND (
					' . $has_date_paid . ' OR (' . $status . ' ' . $paid . ' AND NOT (
						' . $transaction_id . " = '' AND " . $method . ' ' . $later . '
					))
				) THEN 0 ELSE ROUND(ROUND((' . $total . ' + ' . $refunded[0] . ') * ' . $unit . ', 8)) - ' . $got . '
				END AS due
			FROM %i l ' . $joins[0] . '
			WHERE l.status ' . $open . ' AND l.expires_at > %s AND ' . $status . ' ' . $known,
			[
				...$needs_values,
				$decimals,
				...$paid_values,
				...$later_values,
				$decimals,
				...$refunded[1],
				...$unit_values,
				...$got_values,
				$this->tables->links(),
				...$joins[1],
				...$open_values,
				SqlTime::format( $now ),
				...$known_values,
			],
		];
	}

	/**
	 * Returns the amount received through the order's links; see PaymentLink::received().
	 *
	 * @return Part
	 */
	private function received(): array {
		[ $received, $values ] = self::in_list( LinkStatus::values( LinkStatus::RECEIVED ) );

		return [
			'COALESCE((
				SELECT SUM(CASE WHEN p.refunded < p.amount THEN p.amount - p.refunded ELSE 0 END) FROM %i p
				WHERE p.wc_order_id = l.wc_order_id AND p.currency = l.currency AND p.status ' . $received . '
					AND (p.environment = %s OR l.environment = %s)
			), 0)',
			[ $this->tables->links(), ...$values, Environment::Live->value, Environment::Test->value ],
		];
	}

	/**
	 * Returns the number of smallest units in the main unit of the link's currency.
	 *
	 * @return Part
	 */
	private static function unit(): array {
		[ $no_decimals, $no_decimals_values ]       = self::in_list( Currency::codes( 0 ) );
		[ $three_decimals, $three_decimals_values ] = self::in_list( Currency::codes( 3 ) );

		return [
			'CASE WHEN l.currency ' . $no_decimals . ' THEN 1 WHEN l.currency ' . $three_decimals
				. ' THEN 1000 ELSE 100 END',
			[ ...$no_decimals_values, ...$three_decimals_values ],
		];
	}

	/**
	 * Returns the statuses in which WC_Order::needs_payment() is true for any order. Filters that depend on the order
	 * are applied to an empty one.
	 *
	 * @return array<mixed>
	 */
	private static function statuses_needing_payment(): array {
		$statuses = apply_filters(
			'woocommerce_valid_order_statuses_for_payment',
			[ 'pending', 'failed' ],
			new WC_Order()
		);

		return is_array( $statuses ) ? $statuses : [];
	}

	/**
	 * @param array<mixed> $statuses Without the prefix `wc-`.
	 * @return list<string> As WooCommerce stores them.
	 */
	private static function stored( array $statuses ): array {
		return array_values( array_map(
			static fn ( string $status ): string => 'wc-' . $status,
			array_filter( $statuses, 'is_string' )
		) );
	}

	/**
	 * Returns an `IN` operator. An empty list matches no value.
	 *
	 * @param array<string> $texts
	 * @return Part
	 */
	private static function in_list( array $texts ): array {
		$texts = [] === $texts ? [ "\n" ] : array_values( $texts );

		return [ 'IN (' . Placeholders::for( $texts ) . ')', $texts ];
	}
}
