<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\OrdersList;

use MultiSafepay\PaymentLinks\Batches\BatchMessages;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchAction;

/**
 * Adds options to WooCommerce's bulk actions. The script opens a preview instead of submitting the form.
 */
final class BulkActions {

	/**
	 * Prefix of the option values. The script uses it to detect these actions.
	 */
	private const PREFIX = 'msp_batch_';

	public function add( mixed $actions ): mixed {
		// WooCommerce offers no bulk actions to users who may not edit other users' orders.
		if ( ! is_array( $actions ) || [] === $actions ) {
			return $actions;
		}

		$options = [];
		foreach ( BatchAction::cases() as $action ) {
			$options[ self::PREFIX . $action->value ] = BatchMessages::action( $action );
		}

		return $actions + [ OrdersListMessages::bulk_group() => $options ];
	}

	/**
	 * Prints the mount node; the script moves it above the list.
	 */
	public function print_node(): void {
		echo '<div id="multisafepay-payment-links-batches"></div>';
	}
}
