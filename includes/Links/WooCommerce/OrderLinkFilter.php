<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\WooCommerce;

use DateInterval;
use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\LinkFilter;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Storage\LinkTables;
use MultiSafepay\PaymentLinks\Shared\Database\Placeholders;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;
use wpdb;

/**
 * Builds a condition for WooCommerce's order queries. Works with both order storages.
 */
final class OrderLinkFilter {

	private const NEWEST = 'NOT EXISTS (
		SELECT 1 FROM %i n WHERE n.wc_order_id = l.wc_order_id AND n.id > l.id AND n.status <> %s
	)';

	public function __construct(
		private readonly wpdb $wpdb,
		private readonly LinkTables $tables,
	) {}

	/**
	 * @param string $table Table or alias of the orders in the query.
	 * @param string $column Column with the order ID.
	 */
	public function where( LinkFilter $filter, string $table, string $column, DateTimeImmutable $now ): string {
		$links    = $this->tables->links();
		$failed   = LinkStatus::Failed->value;
		$open     = LinkStatus::values( LinkStatus::OPEN );
		$is_open  = 'l.status IN (' . Placeholders::for( $open ) . ')';
		$received = LinkStatus::values( LinkStatus::RECEIVED );
		$time     = SqlTime::format( $now );
		$soon     = SqlTime::format( $now->add( new DateInterval( 'PT' . LinkFilter::EXPIRING_HOURS . 'H' ) ) );

		[ $condition, $values ] = match ( $filter ) {
			LinkFilter::None     => [ 'l.status <> %s', [ $failed ] ],
			LinkFilter::Alert    => [ 'l.alert IS NOT NULL', [] ],
			LinkFilter::Open     => [
				$is_open . ' AND l.expires_at > %s AND ' . self::NEWEST,
				[ ...$open, $time, $links, $failed ],
			],
			LinkFilter::Expiring => [
				$is_open . ' AND l.expires_at > %s AND l.expires_at <= %s AND ' . self::NEWEST,
				[ ...$open, $time, $soon, $links, $failed ],
			],
			// An open link after its expiry is expired, even if the stored status has not been updated yet.
			LinkFilter::Expired  => [
				'(l.status = %s OR (' . $is_open . ' AND l.expires_at <= %s)) AND ' . self::NEWEST,
				[ LinkStatus::Expired->value, ...$open, $time, $links, $failed ],
			],
			LinkFilter::Paid     => [
				'l.status IN (' . Placeholders::for( $received ) . ') AND ' . self::NEWEST,
				[ ...$received, $links, $failed ],
			],
		};

		$operator = LinkFilter::None === $filter ? 'NOT IN' : 'IN';

		$sql = "%i.%i {$operator} (SELECT l.wc_order_id FROM %i l WHERE {$condition})";

		// phpcs:ignore WordPress.DB -- The parts are constants; every value has a placeholder.
		return (string) $this->wpdb->prepare( $sql, [ $table, $column, $links, ...$values ] );
	}
}
