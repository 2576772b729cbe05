<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use wpdb;

/**
 * The names of the tables, with the prefix of the current site.
 */
final class LinkTables {

	public function __construct( private readonly wpdb $wpdb ) {}

	public function links(): string {
		return $this->wpdb->prefix . 'multisafepay_payment_links';
	}

	public function events(): string {
		return $this->wpdb->prefix . 'multisafepay_payment_link_events';
	}
}
