<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use MultiSafepay\PaymentLinks\Links\Application\SyncedLinks;
use MultiSafepay\PaymentLinks\Links\Domain\OrderSyncState;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Shared\Database\Database;

final class SyncedLinkTable implements SyncedLinks {

	public function __construct(
		private readonly Database $database,
		private readonly LinkTables $tables,
		private readonly LinkTable $links,
		private readonly LinkHydrator $hydrator,
	) {}

	public function find_by_order_id( string $site_id, OrderId $order_id ): ?PaymentLink {
		$rows = $this->database->rows(
			'SELECT * FROM %i WHERE site = %s AND order_id = %s LIMIT 1',
			[ $this->tables->links(), $site_id, $order_id->value ]
		);

		return [] === $rows ? null : $this->hydrator->to_link( $rows[0] );
	}

	public function fresh_of_order( int $wc_order_id ): array {
		$this->links->forget( $wc_order_id );

		return $this->links->of_order( $wc_order_id );
	}

	public function mark_synced( PaymentLink $link ): void {
		$this->database->update_if(
			$this->tables->links(),
			[ 'synced' => OrderSyncState::current( $link )->to_text() ],
			[ 'id' => $link->id ]
		);
		$this->links->forget( $link->wc_order_id );
	}
}
