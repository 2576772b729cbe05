<?php
/**
 * What the store manager set.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

/**
 * The settings of the plugin, always valid: at most one site is the default, and with sites there is exactly one.
 */
final class Settings {

	public const MAX_SITES                    = 20;
	public const MIN_DAYS_ACTIVE              = 1;
	public const MAX_DAYS_ACTIVE              = 365;
	public const DEFAULT_DAYS_ACTIVE          = 30;
	public const DEFAULT_DESCRIPTION_TEMPLATE = 'Order {order_number}';
	public const DEFAULT_BULK_CONCURRENCY     = 8;
	public const MAX_BULK_CONCURRENCY         = 32;

	/**
	 * The sites, exactly one of them the default.
	 *
	 * @var list<SiteSettings>
	 */
	public readonly array $sites;

	/**
	 * Takes values that have been checked; puts the default flag right.
	 *
	 * @param list<SiteSettings> $sites                In the order staff see them.
	 * @param int                $default_days_active  Days, 1 to 365.
	 * @param string             $description_template May hold `{order_number}` and `{shop_name}`.
	 * @param string             $message_template     What staff send around a link; see MessageTemplate.
	 * @param bool               $auto_retire          Whether links are retired when their order is paid another way, or ends.
	 * @param bool               $keep_held_orders     Whether an unpaid order with an open link outlives WooCommerce's hold on its stock.
	 * @param bool               $delete_data          Whether the links go with the plugin when it is deleted.
	 * @param Automation         $automation           Links that nobody presses a button for.
	 * @param int                $bulk_concurrency     Calls of MultiSafepay that a batch makes at once, 1 to 32.
	 */
	public function __construct(
		array $sites = [],
		public readonly int $default_days_active = self::DEFAULT_DAYS_ACTIVE,
		public readonly string $description_template = self::DEFAULT_DESCRIPTION_TEMPLATE,
		public readonly string $message_template = MessageTemplate::DEFAULT,
		public readonly bool $auto_retire = true,
		public readonly bool $keep_held_orders = false,
		public readonly bool $delete_data = false,
		public readonly Automation $automation = new Automation(),
		public readonly int $bulk_concurrency = self::DEFAULT_BULK_CONCURRENCY,
	) {
		$default = 0;
		foreach ( $sites as $index => $site ) {
			if ( $site->is_default ) {
				$default = $index;
				break;
			}
		}

		$flagged = [];
		foreach ( $sites as $index => $site ) {
			$flagged[] = $site->with_default( $index === $default );
		}
		$this->sites = $flagged;
	}

	/**
	 * Returns the stored site with this id, or null.
	 */
	public function site( string $id ): ?SiteSettings {
		foreach ( $this->sites as $site ) {
			if ( $site->id === $id ) {
				return $site;
			}
		}

		return null;
	}
}
