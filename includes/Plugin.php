<?php
/**
 * The composition root.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use MultiSafepay\PaymentLinks\Admin\LinksMenu;
use MultiSafepay\PaymentLinks\Admin\Roles;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Email\PaymentLinkEmail;
use MultiSafepay\PaymentLinks\Email\PaymentLinkMailer;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use MultiSafepay\PaymentLinks\WooCommerce\Jobs;
use RuntimeException;
use WC_Order;
use WP_REST_Request;
use wpdb;

/**
 * Adds the hooks. The objects behind them are built when a hook that needs them fires, so that pages which need none
 * of them pay for none.
 */
final class Plugin {

	/**
	 * The objects, once built.
	 */
	private ?Services $services = null;

	/**
	 * The REST server that has our routes.
	 */
	private mixed $rest_server = null;

	/**
	 * Starts the plugin where its requirements are met.
	 */
	public static function start(): void {
		if ( ( new Requirements() )->are_met() ) {
			( new self() )->boot();
		}
	}

	/**
	 * Sets up tables, roles and schedules on activation.
	 */
	public static function activate(): void {
		self::migrate();
		PaymentLinkMailer::keep_settings();
		Jobs::schedule_once();
		Lifecycle::register_uninstall();
	}

	/**
	 * Adds the hooks.
	 */
	public function boot(): void {
		// Before WordPress's own filter, which answers OPTIONS from the routes it finds.
		add_filter( 'rest_pre_dispatch', $this->before_dispatch( ... ), 0, 3 );
		add_action( ActionHooks::SETTLE, fn ( mixed $link_id ) => $this->settle( $link_id ) );
		add_action( ActionHooks::RETIRE, fn ( mixed $link_id ) => $this->retire( $link_id ) );
		( new Operations( $this->services( ... ), static fn () => Services::order_watch( self::wpdb() ) ) )->boot();
		( new Bulk( $this->services( ... ), static fn () => BulkServices::orders_list( self::wpdb(), PLUGIN_FILE ) ) )->boot();

		// Built with WooCommerce's other e-mails, when the first of them is needed.
		add_filter( 'woocommerce_email_classes', static fn ( mixed $emails ): mixed => is_array( $emails ) ? $emails + [ PaymentLinkEmail::ID => new PaymentLinkEmail() ] : $emails );
		add_action( ActionHooks::FOLLOW, fn ( mixed $link_id ) => $this->follow( $link_id ) );

		if ( ! is_admin() ) {
			return;
		}

		add_action( 'admin_init', [ self::class, 'migrate' ] );
		( new LinksMenu( fn () => $this->services()->all_links->page, fn () => $this->services()->all_links->export ) )->boot();
		foreach ( [ 'load-woocommerce_page_wc-settings', 'load-plugins.php' ] as $screen ) {
			add_action( $screen, fn () => $this->services()->settings_page->register() );
		}
		add_action( 'add_meta_boxes', $this->add_panel( ... ), 10, 2 );
	}

	/**
	 * Adds the panel to the order screen; other screens with meta boxes build nothing.
	 *
	 * @param mixed $screen        Post type, or the id of a screen.
	 * @param mixed $order_or_post The order, or its post.
	 */
	private function add_panel( mixed $screen, mixed $order_or_post = null ): void {
		if ( 'shop_order' === $screen || $order_or_post instanceof WC_Order ) {
			$this->services()->order_panel->add( $order_or_post );
		}
	}

	/**
	 * Registers the routes when the first request for one of them, or for the index of routes, is on its way.
	 *
	 * WordPress starts its REST server on many pages of the admin, and for every request of a block cart; building our
	 * objects there would be work for nothing.
	 *
	 * @param mixed                                 $result  Handed through.
	 * @param mixed                                 $server  The REST server; tests start a new one.
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private function before_dispatch( mixed $result, mixed $server, WP_REST_Request $request ): mixed {
		$route = $request->get_route();
		if ( $this->rest_server !== $server && ( '/' === $route || str_starts_with( $route, '/multisafepay-payment-links/' ) ) ) {
			$this->rest_server = $server;
			self::migrate();
			$this->services()->register_routes();
		}

		return $result;
	}

	/**
	 * Brings tables and roles to this version; costs nothing once they are.
	 */
	public static function migrate(): void {
		if ( Schema::VERSION === Schema::stored_version() ) {
			return;
		}

		( new Schema( self::wpdb() ) )->migrate();
		( new Roles() )->grant();
	}

	/**
	 * Settles a creation that was not confirmed.
	 *
	 * @param mixed $link_id Argument of the scheduled action.
	 */
	private function settle( mixed $link_id ): void {
		if ( is_numeric( $link_id ) ) {
			$this->services()->retire_lost_link->settle( (int) $link_id, Actor::system() );
		}
	}

	/**
	 * Retires a link outside the request that asked for it.
	 *
	 * @param mixed $link_id Argument of the scheduled action.
	 */
	private function retire( mixed $link_id ): void {
		if ( is_numeric( $link_id ) ) {
			$this->services()->retire_in_background->run( (int) $link_id );
		}
	}

	/**
	 * Finishes a payment whose process died.
	 *
	 * @param mixed $link_id Argument of the scheduled action.
	 */
	private function follow( mixed $link_id ): void {
		if ( is_numeric( $link_id ) ) {
			$this->services()->follow_payment->catch_up( (int) $link_id );
		}
	}

	/**
	 * Returns the objects.
	 */
	private function services(): Services {
		return $this->services ??= Services::build( self::wpdb(), PLUGIN_FILE );
	}

	/**
	 * Returns WordPress's database; the only global that enters.
	 */
	private static function wpdb(): wpdb {
		global $wpdb;

		return $wpdb instanceof wpdb ? $wpdb : throw new RuntimeException( 'WordPress has no database.' );
	}
}
