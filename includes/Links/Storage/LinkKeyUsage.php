<?php
/**
 * Which keys the table names.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Application\Port\KeyUse;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;

/**
 * Reads the marks of keys from the links that need them.
 */
final class KeyUsage implements KeyUse {

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
	public function fingerprints_needed( DateTimeImmutable $changed_after ): array {
		$rows = $this->database->rows(
			'SELECT DISTINCT key_fingerprint FROM %i WHERE status IN (%s, %s, %s, %s, %s) OR changed_at >= %s',
			[
				$this->schema->links(),
				LinkStatus::Creating->value,
				LinkStatus::Unconfirmed->value,
				LinkStatus::Active->value,
				LinkStatus::Declined->value,
				LinkStatus::Uncleared->value,
				LinkRow::time( $changed_after ),
			]
		);

		return array_map( static fn ( array $row ): string => ( new Columns( $row ) )->text( 'key_fingerprint' ), $rows );
	}
}
