<?php
/**
 * What is seen of, and done to, many orders at once.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use Closure;
use MultiSafepay\PaymentLinks\Abilities\Abilities;
use MultiSafepay\PaymentLinks\Admin\OrdersList;
use MultiSafepay\PaymentLinks\Settings\SettingsStore;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use MultiSafepay\PaymentLinks\WooCommerce\AutomaticLinks;
use MultiSafepay\PaymentLinks\WooCommerce\BatchActions;
use WP_Screen;

/**
 * The hooks of the orders list, of batches and of automatic links. As in Plugin, objects are built when a hook that needs them fires.
 */
final class Bulk {

	/**
	 * Takes the ways to the objects.
	 *
	 * @param Closure(): Services   $services    All objects, built once.
	 * @param Closure(): OrdersList $orders_list The orders list.
	 */
	public function __construct(
		private readonly Closure $services,
		private readonly Closure $orders_list,
	) {}

	/**
	 * Adds the hooks.
	 */
	public function boot(): void {
		add_action( ActionHooks::BATCH, fn ( mixed $id ) => is_numeric( $id ) ? ( $this->services )()->bulk->run_batch->run( (int) $id, BatchActions::RUN_SECONDS ) : null );
		// What happens by itself; while an order is saved, no more than one action is scheduled.
		add_action( 'woocommerce_process_shop_order_meta', static fn ( mixed $id ) => AutomaticLinks::order_saved( $id, false ), 60 );
		add_action( 'woocommerce_rest_insert_shop_order_object', static fn ( mixed $order, mixed $request, mixed $is_new = false ) => true === $is_new ? AutomaticLinks::order_saved( $order, true ) : null, 10, 3 );
		add_action( ActionHooks::AUTO_CREATE, fn ( mixed $id, mixed $tries = 0 ) => is_numeric( $id ) && is_numeric( $tries ) ? ( $this->services )()->bulk->automatic_links->make( (int) $id, (int) $tries ) : null, 10, 2 );
		add_action( 'woocommerce_email_before_order_table', $this->add_to_order_email( ... ), 10, 4 );

		// Fired where WordPress has the Abilities API, when somebody asks for the first ability.
		add_action( 'wp_abilities_api_categories_init', static fn () => Abilities::register_category() );
		add_action( 'wp_abilities_api_init', fn () => ( $this->services )()->bulk->abilities->register() );

		if ( is_admin() ) {
			add_action( 'current_screen', fn ( mixed $screen ) => $screen instanceof WP_Screen && OrdersList::is_on( $screen ) ? ( $this->orders_list )()->register( $screen->id ) : null );
		}
	}

	/**
	 * Puts the open link into WooCommerce's e-mail with an order's details, where the shop wants that. Templates of themes
	 * may fire the hook with less than WooCommerce does.
	 *
	 * @param mixed $order         The order.
	 * @param mixed $sent_to_admin Whether the e-mail goes to the shop itself.
	 * @param mixed $is_plain_text Whether it is plain text.
	 * @param mixed $email         The e-mail.
	 */
	private function add_to_order_email( mixed $order, mixed $sent_to_admin = false, mixed $is_plain_text = false, mixed $email = null ): void {
		if ( true !== $sent_to_admin && ( new SettingsStore() )->load()->automation->link_in_order_email ) {
			( $this->services )()->bulk->order_email_link->print( $order, $is_plain_text, $email );
		}
	}
}
