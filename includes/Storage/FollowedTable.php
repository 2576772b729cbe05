<?php
/**
 * How far orders have followed their links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use MultiSafepay\PaymentLinks\Application\Port\FollowedLinks;
use MultiSafepay\PaymentLinks\Domain\FollowedState;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Reads and writes the column `followed`, and finds links by the provider's id.
 */
final class FollowedTable implements FollowedLinks {

	/**
	 * Takes the database and the table of links.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly Schema $schema,
		private readonly LinkTable $links,
		private readonly LinkRow $row,
	) {}

	/**
	 * {@inheritDoc}
	 */
	public function find_by_order_id( string $site_id, OrderId $order_id ): ?PaymentLink {
		$rows = $this->database->rows( 'SELECT * FROM %i WHERE site = %s AND order_id = %s LIMIT 1', [ $this->schema->links(), $site_id, $order_id->value ] );

		return [] === $rows ? null : $this->row->to_link( $rows[0] );
	}

	/**
	 * {@inheritDoc}
	 */
	public function fresh_of_order( int $wc_order_id ): array {
		$this->links->forget( $wc_order_id );

		return $this->links->of_order( $wc_order_id );
	}

	/**
	 * {@inheritDoc}
	 */
	public function mark_followed( PaymentLink $link ): void {
		$this->database->update_if( $this->schema->links(), [ 'followed' => FollowedState::of( $link )->to_text() ], [ 'id' => $link->id ] );
		$this->links->forget( $link->wc_order_id );
	}
}
