<?php
/**
 * Walking through all links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use MultiSafepay\PaymentLinks\Application\Port\LinkOrders;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Reads links in batches by their id, however many there are.
 */
final class LinkScan implements LinkOrders {

	private const IDS_AT_ONCE = 1000;

	/**
	 * Takes the database and the codec of rows.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly Schema $schema,
		private readonly LinkRow $row,
	) {}

	/**
	 * Returns links, newest first. A filter that is empty or zero lets all through.
	 *
	 * @return list<PaymentLink>
	 */
	public function newest( int $limit, string $status = '', int $wc_order_id = 0 ): array {
		return $this->links(
			"SELECT * FROM %i WHERE (%s = '' OR status = %s) AND (%d = 0 OR wc_order_id = %d) ORDER BY id DESC LIMIT %d",
			[ $this->schema->links(), $status, $status, $wc_order_id, $wc_order_id, $limit ]
		);
	}

	/**
	 * {@inheritDoc}
	 */
	public function orders_of( array $link_ids ): array {
		$orders = [];
		foreach ( array_chunk( $link_ids, self::IDS_AT_ONCE ) as $chunk ) {
			$places = implode( ', ', array_fill( 0, count( $chunk ), '%d' ) );
			foreach ( $this->database->rows( 'SELECT id, wc_order_id FROM %i WHERE id IN (' . $places . ')', [ $this->schema->links(), ...$chunk ] ) as $row ) {
				$columns                                 = new Columns( $row );
				$orders[ $columns->number( 'id' ) ?? 0 ] = $columns->number( 'wc_order_id' ) ?? 0;
			}
		}

		return $orders;
	}

	/**
	 * Returns links that are not over, oldest first, beginning behind one.
	 *
	 * @return list<PaymentLink>
	 */
	public function unended( int $after_id, int $limit ): array {
		return $this->links(
			'SELECT * FROM %i WHERE id > %d AND status IN (%s, %s, %s, %s, %s) ORDER BY id LIMIT %d',
			[
				$this->schema->links(),
				$after_id,
				LinkStatus::Creating->value,
				LinkStatus::Unconfirmed->value,
				LinkStatus::Active->value,
				LinkStatus::Declined->value,
				LinkStatus::Uncleared->value,
				$limit,
			]
		);
	}

	/**
	 * Runs a query.
	 *
	 * @param literal-string   $sql    With placeholders.
	 * @param list<int|string> $values For them.
	 * @return list<PaymentLink>
	 */
	private function links( string $sql, array $values ): array {
		return array_map( $this->row->to_link( ... ), $this->database->rows( $sql, $values ) );
	}
}
