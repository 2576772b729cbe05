<?php
/**
 * Picking out orders by their links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use DateInterval;
use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Domain\LinkFilter;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use wpdb;

/**
 * A condition for WooCommerce's own query of orders, whichever table they are in.
 */
final class OrderFilterSql {

	private const NEWEST = 'NOT EXISTS (SELECT 1 FROM %i n WHERE n.wc_order_id = l.wc_order_id AND n.id > l.id AND n.status <> %s)';

	/**
	 * Takes WordPress's database.
	 */
	public function __construct(
		private readonly wpdb $wpdb,
		private readonly Schema $schema,
	) {}

	/**
	 * Returns the condition.
	 *
	 * @param LinkFilter        $filter Which orders.
	 * @param string            $table  The table, or alias, of the orders.
	 * @param string            $column Its column with WooCommerce's id.
	 * @param DateTimeImmutable $now    UTC.
	 */
	public function where( LinkFilter $filter, string $table, string $column, DateTimeImmutable $now ): string {
		$links  = $this->schema->links();
		$failed = LinkStatus::Failed->value;
		$open   = LinkStatus::open();
		$time   = LinkRow::time( $now );
		$soon   = LinkRow::time( $now->add( new DateInterval( 'PT' . LinkFilter::EXPIRING_HOURS . 'H' ) ) );

		[ $state, $values ] = match ( $filter ) {
			LinkFilter::None     => [ 'l.status <> %s', [ $failed ] ],
			LinkFilter::Alarm    => [ 'l.alarm IS NOT NULL', [] ],
			LinkFilter::Open     => [ 'l.status IN (%s, %s) AND l.expires_at > %s AND ' . self::NEWEST, [ ...$open, $time, $links, $failed ] ],
			LinkFilter::Expiring => [ 'l.status IN (%s, %s) AND l.expires_at > %s AND l.expires_at <= %s AND ' . self::NEWEST, [ ...$open, $time, $soon, $links, $failed ] ],
			// An unpaid link whose time is over reads as expired at once.
			LinkFilter::Expired  => [ '(l.status = %s OR (l.status IN (%s, %s) AND l.expires_at <= %s)) AND ' . self::NEWEST, [ LinkStatus::Expired->value, ...$open, $time, $links, $failed ] ],
			LinkFilter::Paid     => [ 'l.status IN (%s, %s) AND ' . self::NEWEST, [ LinkStatus::Completed->value, LinkStatus::PartiallyRefunded->value, $links, $failed ] ],
		};

		$is_in = LinkFilter::None === $filter ? 'NOT IN' : 'IN';

		// phpcs:ignore WordPress.DB -- The parts are written above; every value has its placeholder.
		return (string) $this->wpdb->prepare( "%i.%i {$is_in} (SELECT l.wc_order_id FROM %i l WHERE {$state})", [ $table, $column, $links, ...$values ] );
	}
}
