<?php
/**
 * The menu entry of all links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Admin;

use Closure;
use MultiSafepay\PaymentLinks\Rest\RouteGuard;

/**
 * Adds the page and its export; their objects are built when one of them is asked for.
 */
final class LinksMenu {

	/**
	 * Takes the ways to the objects.
	 *
	 * @param Closure(): LinksPage   $page   The page.
	 * @param Closure(): LinksExport $export The export.
	 */
	public function __construct(
		private readonly Closure $page,
		private readonly Closure $export,
	) {}

	/**
	 * Adds the hooks.
	 */
	public function boot(): void {
		// Behind WooCommerce's own entries, among them Orders.
		add_action( 'admin_menu', $this->add( ... ), 60 );
		add_action( 'admin_post_' . LinksExport::ACTION, fn () => ( $this->export )()->respond() );
	}

	/**
	 * Adds the entry.
	 */
	private function add(): void {
		$title = __( 'Payment links', 'multisafepay-payment-links' );
		$hook  = add_submenu_page( 'woocommerce', $title, $title, RouteGuard::CAPABILITY, LinksPage::SLUG, fn () => ( $this->page )()->render() );
		if ( false !== $hook ) {
			add_action( 'load-' . $hook, fn () => add_action( 'admin_enqueue_scripts', fn () => ( $this->page )()->enqueue() ) );
		}
	}
}
