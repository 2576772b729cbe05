<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin;

use WC_Order;
use WP_Post;

final class LegacyOrderScreen {

	private const NONCE = 'woocommerce_meta_nonce';

	private static bool $is_saving = false;

	public static function register(): void {
		add_action( 'add_meta_boxes_shop_order', [ self::class, 'remove_meta_boxes' ], 40 );
		add_action( 'edit_form_top', [ self::class, 'render_nonce' ] );
		add_action( 'save_post_shop_order', [ self::class, 'save' ] );
		add_filter( 'request', [ self::class, 'all_statuses' ] );
		add_filter( 'post_updated_messages', [ self::class, 'messages' ] );
		add_filter( 'manage_edit-shop_order_columns', [ self::class, 'columns' ], 5 );
		add_action( 'manage_shop_order_posts_custom_column', [ self::class, 'cell' ], 10, 2 );
	}

	public static function remove_meta_boxes(): void {
		foreach ( [ 'submitdiv' => 'side', 'commentsdiv' => 'normal', 'commentstatusdiv' => 'normal', 'slugdiv' => 'normal' ] as $id => $context ) {
			remove_meta_box( $id, 'shop_order', $context );
		}
	}

	public static function render_nonce( WP_Post $post ): void {
		if ( $post->post_type === 'shop_order' ) {
			wp_nonce_field( 'woocommerce_save_data', self::NONCE );
		}
	}

	public static function save( int $id ): void {
		$nonce = isset( $_POST[ self::NONCE ] ) && is_string( $_POST[ self::NONCE ] ) ? $_POST[ self::NONCE ] : '';
		if ( self::$is_saving || wp_verify_nonce( wp_unslash( $nonce ), 'woocommerce_save_data' ) === false || ! current_user_can( 'edit_post', $id ) ) {
			return;
		}
		$order = wc_get_order( $id );
		if ( ! $order instanceof WC_Order ) {
			return;
		}
		// Saving the order saves its post, which calls this method again.
		self::$is_saving = true;
		OrderForm::save( $order );
		do_action( 'woocommerce_process_shop_order_meta', $id, get_post( $id ) );
		self::$is_saving = false;
	}

	/**
	 * WordPress does not list posts with non-public statuses by default.
	 *
	 * @param array<string, mixed> $query
	 *
	 * @return array<string, mixed>
	 */
	public static function all_statuses( array $query ): array {
		if ( ( $query['post_type'] ?? '' ) === 'shop_order' && in_array( $query['post_status'] ?? '', [ '', 'all' ], true ) ) {
			$query['post_status'] = array_keys( wc_get_order_statuses() );
		}
		return $query;
	}

	/**
	 * Without these messages, WordPress shows its messages about posts.
	 *
	 * @param array<string, array<int, string|false>> $messages
	 *
	 * @return array<string, array<int, string|false>>
	 */
	public static function messages( array $messages ): array {
		$messages['shop_order'] = [ 1 => 'Order updated.', 4 => 'Order updated.', 6 => 'Order updated.' ];
		return $messages;
	}

	/**
	 * @return array<string, string>
	 */
	public static function columns(): array {
		return [ 'cb' => '<input type="checkbox" />', 'order_number' => 'Order', 'order_date' => 'Date', 'order_status' => 'Status', 'order_total' => 'Total' ];
	}

	public static function cell( string $column, int $id ): void {
		$order = wc_get_order( $id );
		if ( $order instanceof WC_Order ) {
			OrderCell::render( $column, $order );
		}
	}
}
