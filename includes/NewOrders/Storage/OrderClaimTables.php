<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Storage;

use MultiSafepay\PaymentLinks\Shared\Database\TableGroup;
use MultiSafepay\PaymentLinks\Shared\Database\TableStatements;
use wpdb;

/**
 * Maps idempotency keys to the orders that were created for them. `original_id` is 0 unless the order is a duplicate.
 */
final class OrderClaimTables implements TableGroup {

	public function __construct(
		private readonly wpdb $wpdb,
		private readonly TableStatements $statements,
	) {}

	public function claims(): string {
		return $this->wpdb->prefix . 'multisafepay_payment_link_order_claims';
	}

	public function names(): array {
		return [ $this->claims() ];
	}

	public function create(): bool {
		return $this->statements->run(
			"CREATE TABLE IF NOT EXISTS {$this->claims()} (
				id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
				idempotency_key varchar(64) {$this->statements->case_sensitive()} NOT NULL,
				original_id bigint(20) unsigned NOT NULL,
				created_id bigint(20) unsigned DEFAULT NULL,
				started_at datetime NOT NULL,
				PRIMARY KEY  (id),
				UNIQUE KEY idempotency_key (idempotency_key)
			)"
		);
	}
}
