<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\OrderPanel;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Module;
use WC_Order;
use WP_Post;

/**
 * Adds the panel to the order screen, both with HPOS and with post-based orders.
 */
final class OrderPanelModule implements Module {

	public function __construct( private readonly Container $container ) {}

	public static function bindings(): array {
		return [];
	}

	public function add_hooks(): void {
		add_action(
			'add_meta_boxes',
			fn ( mixed $screen, mixed $order_or_post = null ) => $this->add_panel( $order_or_post ),
			10,
			2
		);
	}

	public function routes(): array {
		return [];
	}

	private function add_panel( mixed $order_or_post ): void {
		$order = $this->order( $order_or_post );
		if ( null === $order || ! $this->container->get( OrderPanel::class )->is_visible( $order ) ) {
			return;
		}

		add_meta_box(
			OrderPanel::ID,
			OrderPanelMessages::title(),
			fn () => $this->container->get( OrderPanel::class )->render( $order ),
			wc_get_page_screen_id( 'shop-order' ),
			'normal',
			'high'
		);
		add_action( 'admin_enqueue_scripts', fn () => $this->container->get( OrderPanel::class )->enqueue() );
	}

	/**
	 * Returns null for other screens and for other order types, e.g. refunds and subscriptions.
	 */
	private function order( mixed $order_or_post ): ?WC_Order {
		if ( $order_or_post instanceof WP_Post && 'shop_order' === $order_or_post->post_type ) {
			$order_or_post = wc_get_order( $order_or_post->ID );
		}

		return $order_or_post instanceof WC_Order && 'shop_order' === $order_or_post->get_type()
			? $order_or_post
			: null;
	}
}
