<?php

declare( strict_types = 1 );

function wc_string_to_bool( $string ) {
	return is_bool( $string ) ? $string : in_array( strtolower( (string) $string ), [ 'yes', '1', 'true', 'on' ], true );
}

function wc_bool_to_string( $bool ) {
	return wc_string_to_bool( $bool ) ? 'yes' : 'no';
}

function wc_clean( $var ) {
	return is_array( $var ) ? array_map( 'wc_clean', $var ) : ( is_scalar( $var ) ? sanitize_text_field( (string) $var ) : $var );
}

function wc_sanitize_textarea( $var ) {
	return implode( "\n", array_map( 'wc_clean', explode( "\n", (string) $var ) ) );
}

function wc_stock_amount( $amount ) {
	return apply_filters( 'woocommerce_stock_amount', (int) $amount );
}

function wc_format_coupon_code( $value ) {
	return wp_kses_post( (string) apply_filters( 'woocommerce_coupon_code', strtolower( trim( (string) $value ) ) ) );
}

function wc_strtolower( $string ) {
	return mb_strtolower( (string) $string );
}

function wc_timezone_string() {
	return wp_timezone_string();
}

function wc_timezone_offset() {
	return (float) ( new DateTime( 'now', wp_timezone() ) )->getOffset();
}

function wc_string_to_timestamp( $time_string, $from_timestamp = null ) {
	$timestamp = strtotime( (string) $time_string, $from_timestamp ?? time() );
	return $timestamp === false ? 0 : $timestamp;
}

/**
 * A text without an offset is in the shop's time zone.
 */
function wc_string_to_datetime( $time_string ) {
	$date = new WC_DateTime( (string) $time_string, wp_timezone() );
	$date->setTimezone( wp_timezone() );
	return $date;
}

function wc_date_format() {
	$format = (string) get_option( 'date_format' );
	return apply_filters( 'woocommerce_date_format', $format === '' ? 'F j, Y' : $format );
}

function wc_time_format() {
	$format = (string) get_option( 'time_format' );
	return apply_filters( 'woocommerce_time_format', $format === '' ? 'g:i a' : $format );
}

function wc_format_datetime( $date, $format = '' ) {
	return $date instanceof WC_DateTime ? $date->date_i18n( $format === '' ? wc_date_format() : $format ) : '';
}

function wc_rest_prepare_date_response( $date, $utc = true ) {
	if ( $date === null || $date === '' ) {
		return null;
	}
	$date = $date instanceof WC_DateTime ? $date : wc_string_to_datetime( is_numeric( $date ) ? '@' . (int) $date : $date );
	return $utc ? gmdate( 'Y-m-d\TH:i:s', $date->getTimestamp() ) : $date->date( 'Y-m-d\TH:i:s' );
}

function wc_get_template_html( $template_name, $args = [], $template_path = '', $default_path = '' ) {
	ob_start();
	wc_get_template( $template_name, $args, $template_path, $default_path );
	return (string) ob_get_clean();
}

function wc_get_template( $template_name, $args = [], $template_path = '', $default_path = '' ) {
	$template = wc_locate_template( $template_name, $template_path, $default_path );
	$template = apply_filters( 'wc_get_template', $template, $template_name, $args, $template_path, $default_path );
	if ( ! is_file( $template ) ) {
		return;
	}
	// Templates use their arguments as variables.
	extract( (array) $args, EXTR_SKIP ); // phpcs:ignore WordPress.PHP.DontExtract
	include $template;
}

function wc_locate_template( $template_name, $template_path = '', $default_path = '' ) {
	$template_path = $template_path === '' ? 'woocommerce/' : $template_path;
	$default_path  = $default_path === '' ? WC_ABSPATH . 'templates/' : $default_path;
	$template      = locate_template( [ trailingslashit( $template_path ) . $template_name, $template_name ] );
	return apply_filters( 'woocommerce_locate_template', $template === '' ? $default_path . $template_name : $template, $template_name, $template_path );
}
