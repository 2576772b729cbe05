<?php
/**
 * The tables of batches.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

/**
 * Batches, and what each of them is about. `busy_order` is unique: at most one item of all batches works on an order.
 */
final class BatchSchema {

	/**
	 * Returns the statements that make the tables.
	 *
	 * @param string $batches Name of the table of batches.
	 * @param string $items   Name of the table of items.
	 * @param string $collate Character set and collation of both.
	 * @return list<string>
	 */
	public static function statements( string $batches, string $items, string $collate ): array {
		return [
			"CREATE TABLE IF NOT EXISTS {$batches} (
				id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
				idempotency_key varchar(64) NOT NULL,
				action varchar(10) NOT NULL,
				options longtext NOT NULL,
				status varchar(10) NOT NULL,
				reason varchar(32) NOT NULL DEFAULT '',
				created_by bigint(20) unsigned NOT NULL,
				created_at datetime NOT NULL,
				finished_at datetime DEFAULT NULL,
				paused_until datetime DEFAULT NULL,
				strikes int(10) unsigned NOT NULL DEFAULT 0,
				PRIMARY KEY  (id),
				UNIQUE KEY idempotency_key (idempotency_key),
				KEY status (status),
				KEY finished_at (finished_at)
			) $collate",
			"CREATE TABLE IF NOT EXISTS {$items} (
				id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
				batch_id bigint(20) unsigned NOT NULL,
				wc_order_id bigint(20) unsigned NOT NULL,
				target_id bigint(20) unsigned NOT NULL DEFAULT 0,
				link_id bigint(20) unsigned NOT NULL DEFAULT 0,
				status varchar(12) NOT NULL,
				reason varchar(32) NOT NULL DEFAULT '',
				error_code int(10) unsigned DEFAULT NULL,
				mail_begun tinyint(1) NOT NULL DEFAULT 0,
				tries int(10) unsigned NOT NULL DEFAULT 0,
				claimed_until datetime DEFAULT NULL,
				busy_order bigint(20) unsigned DEFAULT NULL,
				PRIMARY KEY  (id),
				UNIQUE KEY batch_target (batch_id, wc_order_id, target_id),
				UNIQUE KEY busy_order (busy_order),
				KEY batch_status (batch_id, status)
			) $collate",
		];
	}
}
