<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Automation;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Shared\WordPress\HookArgument;

final class AutomationModule implements Module {

	/**
	 * Scheduled action. Arguments: order ID, number of earlier attempts.
	 */
	public const AUTO_CREATE = 'multisafepay_payment_links_auto_create';

	public function __construct( private readonly Container $container ) {}

	public static function bindings(): array {
		return [];
	}

	public function add_hooks(): void {
		add_action(
			self::AUTO_CREATE,
			fn ( mixed $id, mixed $attempts = 0 ) => $this->container->get( AutomaticLinks::class )->create(
				HookArgument::number( $id ),
				HookArgument::number( $attempts )
			),
			10,
			2
		);
		// After WooCommerce has saved the order and sent the emails that staff chose.
		add_action(
			'woocommerce_process_shop_order_meta',
			fn ( mixed $id ) => $this->container->get( AutomaticLinkScheduler::class )->order_saved( $id, false ),
			60
		);
		add_action(
			'woocommerce_rest_insert_shop_order_object',
			fn ( mixed $order, mixed $request, mixed $is_new = false ) => true === $is_new
				? $this->container->get( AutomaticLinkScheduler::class )->order_saved( $order, true )
				: null,
			10,
			3
		);
	}

	public function routes(): array {
		return [];
	}
}
