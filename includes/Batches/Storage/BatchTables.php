<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Storage;

use MultiSafepay\PaymentLinks\Shared\Database\TableGroup;
use MultiSafepay\PaymentLinks\Shared\Database\TableStatements;
use wpdb;

/**
 * Batches and their items. `locked_order_id` is unique: at most one item of all batches processes an order at a time.
 */
final class BatchTables implements TableGroup {

	public function __construct(
		private readonly wpdb $wpdb,
		private readonly TableStatements $statements,
	) {}

	public function batches(): string {
		return $this->wpdb->prefix . 'multisafepay_payment_link_batches';
	}

	public function items(): string {
		return $this->wpdb->prefix . 'multisafepay_payment_link_batch_items';
	}

	public function names(): array {
		return [ $this->batches(), $this->items() ];
	}

	public function create(): bool {
		return $this->statements->run( $this->batches_statement() )
			&& $this->statements->run( $this->items_statement() );
	}

	private function batches_statement(): string {
		return "CREATE TABLE IF NOT EXISTS {$this->batches()} (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			idempotency_key varchar(64) {$this->statements->case_sensitive()} NOT NULL,
			action varchar(10) NOT NULL,
			options longtext NOT NULL,
			status varchar(10) NOT NULL,
			reason varchar(32) NOT NULL DEFAULT '',
			created_by bigint(20) unsigned NOT NULL,
			created_at datetime NOT NULL,
			finished_at datetime DEFAULT NULL,
			paused_until datetime DEFAULT NULL,
			failure_count int(10) unsigned NOT NULL DEFAULT 0,
			PRIMARY KEY  (id),
			UNIQUE KEY idempotency_key (idempotency_key),
			KEY status (status),
			KEY finished_at (finished_at)
		)";
	}

	private function items_statement(): string {
		return "CREATE TABLE IF NOT EXISTS {$this->items()} (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			batch_id bigint(20) unsigned NOT NULL,
			wc_order_id bigint(20) unsigned NOT NULL,
			target_id bigint(20) unsigned NOT NULL DEFAULT 0,
			link_id bigint(20) unsigned NOT NULL DEFAULT 0,
			status varchar(12) NOT NULL,
			reason varchar(32) NOT NULL DEFAULT '',
			error_code int(10) unsigned DEFAULT NULL,
			email_started tinyint(1) NOT NULL DEFAULT 0,
			attempts int(10) unsigned NOT NULL DEFAULT 0,
			claimed_until datetime DEFAULT NULL,
			locked_order_id bigint(20) unsigned DEFAULT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY batch_target (batch_id, wc_order_id, target_id),
			UNIQUE KEY locked_order_id (locked_order_id),
			KEY batch_status (batch_id, status)
		)";
	}
}
