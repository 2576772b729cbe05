<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;
use MultiSafepay\PaymentLinks\Sites\Application\KeyUsage;

final class LinkKeyUsage implements KeyUsage {

	public function __construct(
		private readonly Database $database,
		private readonly LinkTables $tables,
	) {}

	public function fingerprints_needed( DateTimeImmutable $changed_after ): array {
		$rows = $this->database->rows(
			'SELECT DISTINCT key_fingerprint FROM %i WHERE status IN (%s, %s, %s, %s, %s) OR changed_at >= %s',
			[
				$this->tables->links(),
				LinkStatus::Creating->value,
				LinkStatus::Unconfirmed->value,
				LinkStatus::Active->value,
				LinkStatus::Declined->value,
				LinkStatus::Uncleared->value,
				SqlTime::format( $changed_after ),
			]
		);

		return array_map(
			static fn ( array $row ): string => ( new RowReader( $row ) )->text( 'key_fingerprint' ),
			$rows
		);
	}
}
