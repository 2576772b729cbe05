<?php

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\OrderStorage;

function WC() {
	return WooCommerce::instance();
}

function wc_get_logger() {
	static $logger = null;
	return apply_filters( 'woocommerce_logging_class', $logger ??= new WC_Logger() );
}

function wc_tax_enabled() {
	return apply_filters( 'wc_tax_enabled', get_option( 'woocommerce_calc_taxes' ) === 'yes' );
}

function wc_prices_include_tax() {
	return wc_tax_enabled() && apply_filters( 'woocommerce_prices_include_tax', get_option( 'woocommerce_prices_include_tax' ) === 'yes' );
}

function wc_coupons_enabled() {
	return apply_filters( 'woocommerce_coupons_enabled', get_option( 'woocommerce_enable_coupons' ) === 'yes' );
}

function wc_get_base_location() {
	$parts = explode( ':', (string) get_option( 'woocommerce_default_country', 'US:CA' ) );
	return apply_filters( 'woocommerce_get_base_location', [ 'country' => $parts[0], 'state' => $parts[1] ?? '' ] );
}

function wc_get_page_id( $page ) {
	$id = (int) apply_filters( 'woocommerce_get_' . $page . '_page_id', get_option( 'woocommerce_' . $page . '_page_id' ) );
	return $id > 0 ? $id : -1;
}

function wc_get_page_permalink( $page, $fallback = null ) {
	$id  = wc_get_page_id( $page );
	$url = $id > 0 ? get_permalink( $id ) : false;
	return apply_filters( 'woocommerce_get_' . $page . '_page_permalink', $url === false ? ( $fallback ?? home_url() ) : $url );
}

function wc_get_checkout_url() {
	return apply_filters( 'woocommerce_get_checkout_url', wc_get_page_permalink( 'checkout' ) );
}

function wc_get_endpoint_url( $endpoint, $value = '', $permalink = '' ) {
	$permalink = $permalink === '' ? (string) get_permalink() : $permalink;
	$url       = get_option( 'permalink_structure' )
		? trailingslashit( $permalink ) . $endpoint . '/' . ( (string) $value === '' ? '' : user_trailingslashit( (string) $value ) )
		: add_query_arg( $endpoint, $value, $permalink );
	return apply_filters( 'woocommerce_get_endpoint_url', $url, $endpoint, $value, $permalink );
}

function wc_get_page_screen_id( $for ) {
	if ( ! in_array( $for, [ 'shop-order', 'shop_order' ], true ) ) {
		return '';
	}
	return OrderStorage::is_hpos() ? 'woocommerce_page_wc-orders' : 'shop_order';
}

function wc_get_screen_ids() {
	return apply_filters( 'woocommerce_screen_ids', [ 'toplevel_page_woocommerce', 'woocommerce_page_wc-orders', 'shop_order', 'edit-shop_order', 'woocommerce_page_wc-settings', 'edit-product', 'product' ] );
}

function wc_help_tip( $tip, $allow_html = false ) {
	$tip = $allow_html ? wp_kses_post( $tip ) : esc_attr( $tip );
	return apply_filters( 'wc_help_tip', '<span class="woocommerce-help-tip" tabindex="0" aria-label="' . esc_attr( wp_strip_all_tags( $tip ) ) . '" data-tip="' . esc_attr( $tip ) . '"></span>', $tip, $tip, $allow_html );
}

function wc_mail( $to, $subject, $message, $headers = "Content-Type: text/html\r\n", $attachments = '' ) {
	WC()->mailer()->send( $to, $subject, $message, $headers, $attachments );
}

function wc_rest_check_post_permissions( $post_type, $context = 'read', $object_id = 0 ) {
	$capabilities = [ 'read' => 'read_private_posts', 'create' => 'publish_posts', 'edit' => 'edit_post', 'delete' => 'delete_post', 'batch' => 'edit_others_posts' ];
	$object       = get_post_type_object( $post_type );
	$is_allowed   = $object !== null && current_user_can( $object->cap->{$capabilities[ $context ]}, $object_id );
	return apply_filters( 'woocommerce_rest_check_permissions', $is_allowed, $context, $object_id, $post_type );
}
