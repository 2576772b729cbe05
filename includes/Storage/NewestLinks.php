<?php
/**
 * The newest link of each of many orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use MultiSafepay\PaymentLinks\Domain\LinkAlarm;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\NewestLink;

/**
 * Reads them for a whole page of orders in one statement. A failed creation is no link.
 */
final class NewestLinks {

	/**
	 * Takes the database and the codec of rows.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly Schema $schema,
		private readonly LinkRow $row,
	) {}

	/**
	 * Returns what is known of each order that has a link.
	 *
	 * @param list<int> $wc_order_ids WooCommerce's ids.
	 * @return array<int, NewestLink> By WooCommerce's id.
	 */
	public function of_orders( array $wc_order_ids ): array {
		if ( [] === $wc_order_ids ) {
			return [];
		}

		$places = implode( ', ', array_fill( 0, count( $wc_order_ids ), '%d' ) );
		$newest = [];
		foreach ( $this->database->rows(
			'SELECT l.*, n.any_alarm FROM %i l JOIN (
				SELECT MAX(id) AS newest_id, MAX(alarm) AS any_alarm FROM %i WHERE wc_order_id IN (' . $places . ') AND status <> %s GROUP BY wc_order_id
			) n ON n.newest_id = l.id',
			[ $this->schema->links(), $this->schema->links(), ...$wc_order_ids, LinkStatus::Failed->value ]
		) as $row ) {
			$link                         = $this->row->to_link( $row );
			$newest[ $link->wc_order_id ] = new NewestLink( $link, $link->alarm ?? LinkAlarm::tryFrom( ( new Columns( $row ) )->text( 'any_alarm' ) ) );
		}

		return $newest;
	}
}
