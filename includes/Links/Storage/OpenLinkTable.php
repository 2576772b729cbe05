<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Application\OpenLinks;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;

/**
 * Reads only IDs, by the index on the order: the query runs for every order that is paid at the checkout.
 */
final class OpenLinkTable implements OpenLinks {

	public function __construct(
		private readonly Database $database,
		private readonly LinkTables $tables,
	) {}

	public function of_order( int $wc_order_id ): array {
		$rows = $this->database->rows(
			'SELECT id FROM %i WHERE wc_order_id = %d AND status IN (%s, %s, %s, %s) ORDER BY id',
			[
				$this->tables->links(),
				$wc_order_id,
				LinkStatus::Creating->value,
				LinkStatus::Unconfirmed->value,
				LinkStatus::Active->value,
				LinkStatus::Declined->value,
			]
		);

		return array_map( static fn ( array $row ): int => ( new RowReader( $row ) )->number( 'id' ) ?? 0, $rows );
	}

	public function is_any_payable( int $wc_order_id, DateTimeImmutable $now ): bool {
		return [] !== $this->database->rows(
			'SELECT id FROM %i WHERE wc_order_id = %d AND (
				status = %s OR (status IN (%s, %s) AND (expires_at IS NULL OR expires_at > %s))
			) LIMIT 1',
			[
				$this->tables->links(),
				$wc_order_id,
				LinkStatus::Uncleared->value,
				LinkStatus::Active->value,
				LinkStatus::Declined->value,
				SqlTime::format( $now ),
			]
		);
	}
}
