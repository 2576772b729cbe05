<?php
/**
 * Bulk actions of the orders list.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Admin;

use MultiSafepay\PaymentLinks\Domain\Batch\BatchAction;
use MultiSafepay\PaymentLinks\Rest\BatchWords;

/**
 * Choices in WooCommerce's own list of bulk actions. The script opens a preview for them; nothing is posted.
 */
final class OrdersListBulk {

	/**
	 * Beginning of the values, which the script looks for.
	 */
	private const PREFIX = 'msp_batch_';

	/**
	 * Takes the words and the scripts.
	 */
	public function __construct(
		private readonly BatchWords $words,
		private readonly ScriptAssets $assets,
	) {}

	/**
	 * Adds the hooks for the list of this request.
	 *
	 * @param string $screen_id Of the current screen.
	 */
	public function register( string $screen_id ): void {
		add_filter( "bulk_actions-{$screen_id}", $this->add_actions( ... ), 20 );
		add_action( 'admin_enqueue_scripts', fn () => $this->assets->enqueue( 'batches' ) );
		add_action( 'admin_footer', $this->print_node( ... ) );
	}

	/**
	 * Adds the actions as a group of their own.
	 */
	private function add_actions( mixed $actions ): mixed {
		// WooCommerce offers nothing to people who may not edit the orders of others; nor do we.
		if ( ! is_array( $actions ) || [] === $actions ) {
			return $actions;
		}

		$ours = [];
		foreach ( BatchAction::cases() as $action ) {
			$ours[ self::PREFIX . $action->value ] = $this->words->action( $action );
		}

		return $actions + [ __( 'Payment links', 'multisafepay-payment-links' ) => $ours ];
	}

	/**
	 * Prints where the script draws; it puts the node above the list.
	 */
	private function print_node(): void {
		echo '<div id="multisafepay-payment-links-batches"></div>';
	}
}
