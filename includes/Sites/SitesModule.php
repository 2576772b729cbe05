<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Shared\Application\Options;
use MultiSafepay\PaymentLinks\Shared\WordPress\Log;
use MultiSafepay\PaymentLinks\Shared\WordPress\StorageGuard;
use MultiSafepay\PaymentLinks\Sites\Application\KeyHistory;
use MultiSafepay\PaymentLinks\Sites\Application\KnownKeys;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use MultiSafepay\PaymentLinks\Sites\Application\SiteRepository;
use MultiSafepay\PaymentLinks\Sites\Application\SiteResolver;

final class SitesModule implements Module {

	/**
	 * The tab of this plugin under WooCommerce > Settings.
	 */
	public const SETTINGS_TAB = 'multisafepay_payment_links';

	private const SETTINGS_OPTION = 'multisafepay_payment_links_settings';

	public function __construct( private readonly Container $container ) {}

	public static function bindings(): array {
		return [
			Log::class            => static fn ( Container $container ): Log => new Log(
				static fn (): array => $container->get( KnownKeys::class )->secrets()
			),
			SettingsStore::class  => static fn ( Container $container ): SettingsStore => new SettingsStore(
				$container->get( Options::class ),
				self::SETTINGS_OPTION
			),
			SiteRepository::class => SiteResolver::class,
		];
	}

	public static function settings_url(): string {
		return admin_url( 'admin.php?page=wc-settings&tab=' . self::SETTINGS_TAB );
	}

	public function add_hooks(): void {
		// Runs after all other filters, so that it receives the value that is stored.
		add_filter( 'pre_update_option_' . self::SETTINGS_OPTION, $this->keep_former_keys( ... ), PHP_INT_MAX, 2 );
		add_action(
			self::NIGHTLY,
			fn () => $this->container->get( StorageGuard::class )->run(
				fn () => $this->container->get( KeyHistory::class )->prune()
			)
		);
	}

	public function routes(): array {
		return [];
	}

	private function keep_former_keys( mixed $after, mixed $before ): mixed {
		$this->container->get( KeyHistory::class )->remember( $before, $after );

		return $after;
	}
}
