<?php
/**
 * Which links a list is about.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * Filters, order and page of a list of links. A filter that is empty lets every link through.
 */
final class LinkQuery {

	public const SORTS = [ 'created_at', 'expires_at', 'amount' ];

	/**
	 * Takes the wishes.
	 *
	 * @param string           $search      The beginning of an order number, order ID, name or e-mail address.
	 * @param list<LinkStatus> $statuses    As they read now.
	 * @param string           $site        Id of a site.
	 * @param Environment|null $environment Test or live.
	 * @param bool             $expiring    Open, and over within 48 hours.
	 * @param bool             $stale       Open, and not what the order owes.
	 * @param bool             $alarm       Somebody has to look at it.
	 * @param int              $created_by  WordPress user.
	 * @param string           $orderby     One of SORTS.
	 * @param bool             $ascending   Smallest first.
	 * @param int              $page        From 1.
	 * @param int              $per_page    From 1.
	 */
	public function __construct(
		public readonly string $search = '',
		public readonly array $statuses = [],
		public readonly string $site = '',
		public readonly ?Environment $environment = null,
		public readonly bool $expiring = false,
		public readonly bool $stale = false,
		public readonly bool $alarm = false,
		public readonly int $created_by = 0,
		public readonly string $orderby = 'created_at',
		public readonly bool $ascending = false,
		public readonly int $page = 1,
		public readonly int $per_page = 20,
	) {}

	/**
	 * Returns how many links come before the page.
	 */
	public function offset(): int {
		return ( $this->page - 1 ) * $this->per_page;
	}
}
