<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\LinksPage;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkSchema;
use MultiSafepay\PaymentLinks\LinksPage\Admin\LinksExport;
use MultiSafepay\PaymentLinks\LinksPage\Admin\LinksPage;
use MultiSafepay\PaymentLinks\LinksPage\Rest\LinkListArguments;
use MultiSafepay\PaymentLinks\LinksPage\Rest\LinkListController;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Route;
use MultiSafepay\PaymentLinks\Shared\Rest\Permissions;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

final class LinksPageModule implements Module {

	public const EXPORT_ACTION = 'multisafepay_payment_links_export';

	private const SLUG = 'multisafepay-payment-links';

	/**
	 * After WooCommerce's own menu entries.
	 */
	private const MENU_PRIORITY = 60;

	public function __construct( private readonly Container $container ) {}

	public static function bindings(): array {
		return [];
	}

	public function add_hooks(): void {
		add_action( 'admin_menu', $this->add_menu_entry( ... ), self::MENU_PRIORITY );
		add_action(
			'admin_post_' . self::EXPORT_ACTION,
			fn () => $this->container->get( LinksExport::class )->respond()
		);
	}

	public function routes(): array {
		return [
			new Route(
				'/links',
				'GET',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					LinkListController::class
				)->get_items( $request ),
				fn (): bool|WP_Error => $this->container->get( Permissions::class )->check_all_links(),
				LinkListArguments::all(),
				static fn (): array => LinkSchema::link(),
			),
			new Route(
				'/links/totals',
				'GET',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					LinkListController::class
				)->totals( $request ),
				fn (): bool|WP_Error => $this->container->get( Permissions::class )->check_all_links(),
				LinkListArguments::filters(),
				static fn (): array => LinkSchema::total(),
			),
		];
	}

	private function add_menu_entry(): void {
		$title = LinksPageMessages::title();
		$hook  = add_submenu_page(
			'woocommerce',
			$title,
			$title,
			Permissions::CAPABILITY,
			self::SLUG,
			fn () => $this->container->get( LinksPage::class )->render()
		);
		if ( false !== $hook ) {
			add_action(
				'load-' . $hook,
				fn () => add_action(
					'admin_enqueue_scripts',
					fn () => $this->container->get( LinksPage::class )->enqueue()
				)
			);
		}
	}
}
