<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use MultiSafepay\PaymentLinks\Shared\Database\TableGroup;
use MultiSafepay\PaymentLinks\Shared\Database\TableStatements;

final class LinkTableGroup implements TableGroup {

	public function __construct(
		private readonly LinkTables $tables,
		private readonly TableStatements $statements,
	) {}

	public function names(): array {
		return [ $this->tables->links(), $this->tables->events() ];
	}

	public function create(): bool {
		return $this->statements->run( $this->links_statement() )
			&& $this->statements->run( $this->events_statement() );
	}

	/**
	 * Order IDs are compared case-sensitively, because MultiSafepay may do so. The indexes of the list page start with
	 * `list_`. The longer ones contain all columns of a query, so that MySQL does not read the rows.
	 */
	private function links_statement(): string {
		$exact = $this->statements->case_sensitive();

		return "CREATE TABLE IF NOT EXISTS {$this->tables->links()} (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			wc_order_id bigint(20) unsigned NOT NULL,
			wc_order_number varchar(100) NOT NULL,
			site varchar(32) NOT NULL,
			environment varchar(4) NOT NULL,
			key_fingerprint varchar(16) NOT NULL,
			order_id varchar(50) {$exact} NOT NULL,
			order_id_typed tinyint(1) NOT NULL DEFAULT 0,
			number int(10) unsigned NOT NULL,
			status varchar(20) NOT NULL,
			reason varchar(32) NOT NULL,
			error_code int(10) unsigned DEFAULT NULL,
			amount bigint(20) NOT NULL,
			currency char(3) NOT NULL,
			kind varchar(8) NOT NULL,
			due bigint(20) NOT NULL,
			first_name varchar(100) NOT NULL,
			last_name varchar(100) NOT NULL,
			email varchar(254) NOT NULL,
			details longtext NOT NULL,
			payment_url varchar(500) DEFAULT NULL,
			idempotency_key varchar(64) {$exact} DEFAULT NULL,
			created_at datetime NOT NULL,
			changed_at datetime NOT NULL,
			expires_at datetime DEFAULT NULL,
			paid_at datetime DEFAULT NULL,
			transaction_id varchar(40) DEFAULT NULL,
			payment_method varchar(40) DEFAULT NULL,
			created_by bigint(20) unsigned NOT NULL,
			duplicate_of bigint(20) unsigned DEFAULT NULL,
			sent_at datetime DEFAULT NULL,
			alert varchar(32) DEFAULT NULL,
			checked_at datetime DEFAULT NULL,
			check_at datetime DEFAULT NULL,
			refunded bigint(20) NOT NULL DEFAULT 0,
			synced varchar(80) NOT NULL DEFAULT '',
			request_key varchar(64) {$exact} NOT NULL DEFAULT '',
			order_end varchar(16) DEFAULT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY site_order_id (site, order_id),
			UNIQUE KEY idempotency_key (idempotency_key),
			KEY wc_order_id (wc_order_id),
			KEY status_expires_at (status, expires_at),
			KEY created_at (created_at),
			KEY check_at (check_at),
			KEY alert (alert),
			KEY list_status (status),
			KEY list_environment (environment),
			KEY list_site (site),
			KEY list_site_status (site, status),
			KEY list_created_by (created_by),
			KEY list_creator (created_by, status, environment, currency, amount, expires_at),
			KEY list_totals (status, environment, currency, amount, site, expires_at),
			KEY list_expires_at (expires_at),
			KEY list_amount (amount),
			KEY list_wc_order_number (wc_order_number),
			KEY list_order_id (order_id),
			KEY list_by_email (email, status, expires_at),
			KEY list_by_first_name (first_name, status, expires_at),
			KEY list_by_name (last_name, first_name, status, expires_at)
		)";
	}

	private function events_statement(): string {
		return "CREATE TABLE IF NOT EXISTS {$this->tables->events()} (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			link_id bigint(20) unsigned NOT NULL,
			at datetime NOT NULL,
			source varchar(10) NOT NULL,
			user_id bigint(20) unsigned NOT NULL,
			from_status varchar(20) DEFAULT NULL,
			to_status varchar(20) NOT NULL,
			reason varchar(32) NOT NULL,
			error_code int(10) unsigned DEFAULT NULL,
			detail varchar(255) NOT NULL DEFAULT '',
			PRIMARY KEY  (id),
			KEY link_id (link_id)
		)";
	}
}
