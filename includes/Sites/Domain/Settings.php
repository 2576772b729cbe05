<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

/**
 * The settings of the plugin. If there are sites, exactly one of them is the default.
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
	 * @var list<SiteSettings>
	 */
	public readonly array $sites;

	/**
	 * @param list<SiteSettings> $sites In the order of the settings screen.
	 * @param bool $auto_cancel Whether links are cancelled when their order is paid another way, cancelled, refunded or
	 * deleted.
	 * @param bool $keep_held_orders See LinkDefaults::keeps_held_orders().
	 * @param bool $delete_data Whether deleting the plugin also deletes the links.
	 * @param int $bulk_concurrency Concurrent requests of a batch, 1 to 32.
	 */
	public function __construct(
		array $sites = [],
		public readonly int $default_days_active = self::DEFAULT_DAYS_ACTIVE,
		public readonly string $description_template = self::DEFAULT_DESCRIPTION_TEMPLATE,
		public readonly string $message_template = MessageTemplate::DEFAULT,
		public readonly bool $auto_cancel = true,
		public readonly bool $keep_held_orders = false,
		public readonly bool $delete_data = false,
		public readonly AutomationSettings $automation = new AutomationSettings(),
		public readonly int $bulk_concurrency = self::DEFAULT_BULK_CONCURRENCY,
	) {
		$default = 0;
		foreach ( $sites as $index => $site ) {
			if ( $site->is_default ) {
				$default = $index;
				break;
			}
		}

		$normalised = [];
		foreach ( $sites as $index => $site ) {
			$normalised[] = $site->with_default( $index === $default );
		}
		$this->sites = $normalised;
	}

	public function site( string $id ): ?SiteSettings {
		foreach ( $this->sites as $site ) {
			if ( $site->id === $id ) {
				return $site;
			}
		}

		return null;
	}
}
