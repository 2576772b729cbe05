<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\WooCommerce;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;

/**
 * Finds stale links in SQL, by the same rules as PaymentLink::is_stale().
 *
 * @phpstan-import-type Part from BalanceSql
 */
final class StaleLinkSql {

	public function __construct( private readonly BalanceSql $balances ) {}

	/**
	 * Returns a condition on the table of links.
	 *
	 * @return Part With placeholders of wpdb::prepare(), and their values.
	 */
	public function of( DateTimeImmutable $now ): array {
		[ $select, $values ] = $this->balances->of_open_links( $now );

		return [
			'id IN (
				SELECT b.id FROM (' . $select . ') b WHERE b.other_currency OR (
					CASE WHEN b.due < 0 THEN 0 ELSE b.due END <> b.due_at_creation
					AND CASE WHEN b.kind = %s THEN b.amount <> b.due ELSE b.amount > b.due END
				)
			)',
			[ ...$values, LinkKind::Full->value ],
		];
	}
}
