<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;

/**
 * Filters, sort order and page of a list of links. Empty filters match all links.
 */
final class LinkQuery {

	/**
	 * Counting stops at this number to limit its cost in large shops.
	 */
	public const MAX_COUNTED = 10_000;

	public const SORTS = [ 'created_at', 'expires_at', 'amount' ];

	/**
	 * @param string $search Prefix of an order number, order ID, name or email address.
	 * @param list<LinkStatus> $statuses Current statuses; see PaymentLink::status_at().
	 * @param bool $expiring Only open links that expire within 48 hours.
	 * @param bool $stale Only open links whose amount differs from the amount due.
	 * @param bool $alert Only links with an alert.
	 * @param int $created_by ID of a WordPress user; 0 for all.
	 */
	public function __construct(
		public readonly string $search = '',
		public readonly array $statuses = [],
		public readonly string $site = '',
		public readonly ?Environment $environment = null,
		public readonly bool $expiring = false,
		public readonly bool $stale = false,
		public readonly bool $alert = false,
		public readonly int $created_by = 0,
		public readonly string $orderby = 'created_at',
		public readonly bool $ascending = false,
		public readonly int $page = 1,
		public readonly int $per_page = 20,
	) {}

	public function offset(): int {
		return ( $this->page - 1 ) * $this->per_page;
	}
}
