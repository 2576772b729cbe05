<?php
/**
 * What is seen of, and done to, many orders at once.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use Closure;
use MultiSafepay\PaymentLinks\Admin\OrdersList;
use MultiSafepay\PaymentLinks\WooCommerce\BatchActions;
use WP_Screen;

/**
 * The hooks of the orders list and of batches. As in Plugin, objects are built when a hook that needs them fires.
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
		add_action( BatchActions::HOOK, fn ( mixed $id ) => is_numeric( $id ) ? ( $this->services )()->bulk->run_batch->run( (int) $id, BatchActions::RUN_SECONDS ) : null );
		if ( is_admin() ) {
			add_action( 'current_screen', fn ( mixed $screen ) => $screen instanceof WP_Screen && OrdersList::is_on( $screen ) ? ( $this->orders_list )()->register( $screen->id ) : null );
		}
	}
}
