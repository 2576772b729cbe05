<?php
/**
 * Links that are not over, from the table.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Application\Port\OpenLinks;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;

/**
 * Asks by order, on its index, and reads ids only: it is asked for every order that is paid at the checkout.
 */
final class OpenLinkTable implements OpenLinks {

	/**
	 * Takes the database.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly Schema $schema,
	) {}

	/**
	 * {@inheritDoc}
	 */
	public function of_order( int $wc_order_id ): array {
		$rows = $this->database->rows(
			'SELECT id FROM %i WHERE wc_order_id = %d AND status IN (%s, %s, %s, %s) ORDER BY id',
			[
				$this->schema->links(),
				$wc_order_id,
				LinkStatus::Creating->value,
				LinkStatus::Unconfirmed->value,
				LinkStatus::Active->value,
				LinkStatus::Declined->value,
			]
		);

		return array_map( static fn ( array $row ): int => ( new Columns( $row ) )->number( 'id' ) ?? 0, $rows );
	}

	/**
	 * {@inheritDoc}
	 */
	public function is_any_payable( int $wc_order_id, DateTimeImmutable $now ): bool {
		return [] !== $this->database->rows(
			'SELECT id FROM %i WHERE wc_order_id = %d AND (status = %s OR (status IN (%s, %s) AND (expires_at IS NULL OR expires_at > %s))) LIMIT 1',
			[
				$this->schema->links(),
				$wc_order_id,
				LinkStatus::Uncleared->value,
				LinkStatus::Active->value,
				LinkStatus::Declined->value,
				LinkRow::time( $now ),
			]
		);
	}
}
