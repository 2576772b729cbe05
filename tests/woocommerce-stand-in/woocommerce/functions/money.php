<?php

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Data\Currencies;

function get_woocommerce_currency() {
	return apply_filters( 'woocommerce_currency', get_option( 'woocommerce_currency' ) );
}

function get_woocommerce_currencies() {
	return apply_filters( 'woocommerce_currencies', Currencies::NAMES );
}

function get_woocommerce_currency_symbols() {
	return apply_filters( 'woocommerce_currency_symbols', Currencies::SYMBOLS + array_combine( array_keys( Currencies::NAMES ), array_keys( Currencies::NAMES ) ) );
}

function get_woocommerce_currency_symbol( $currency = '' ) {
	$currency = (string) $currency === '' ? get_woocommerce_currency() : $currency;
	return apply_filters( 'woocommerce_currency_symbol', get_woocommerce_currency_symbols()[ $currency ] ?? '', $currency );
}

function get_woocommerce_price_format() {
	$formats  = [ 'left' => '%1$s%2$s', 'right' => '%2$s%1$s', 'left_space' => '%1$s&nbsp;%2$s', 'right_space' => '%2$s&nbsp;%1$s' ];
	$position = get_option( 'woocommerce_currency_pos' );
	return apply_filters( 'woocommerce_price_format', $formats[ $position ] ?? $formats['left'], $position );
}

function wc_get_price_decimals() {
	return absint( apply_filters( 'wc_get_price_decimals', get_option( 'woocommerce_price_num_decimals', 2 ) ) );
}

function wc_get_price_decimal_separator() {
	$separator = apply_filters( 'wc_get_price_decimal_separator', get_option( 'woocommerce_price_decimal_sep' ) );
	return (string) $separator === '' ? '.' : stripslashes( (string) $separator );
}

function wc_get_price_thousand_separator() {
	return stripslashes( (string) apply_filters( 'wc_get_price_thousand_separator', get_option( 'woocommerce_price_thousand_sep' ) ) );
}

function wc_get_rounding_precision() {
	return max( wc_get_price_decimals() + 2, WC_ROUNDING_PRECISION );
}

function wc_trim_zeros( $price ) {
	return preg_replace( '/' . preg_quote( wc_get_price_decimal_separator(), '/' ) . '0++$/', '', (string) $price );
}

function wc_round_tax_total( $value, $precision = null ) {
	return apply_filters( 'wc_round_tax_total', round( (float) $value, $precision ?? wc_get_price_decimals(), wc_prices_include_tax() ? PHP_ROUND_HALF_DOWN : PHP_ROUND_HALF_UP ), $value, $precision, WC_TAX_ROUNDING_MODE );
}

/**
 * Converts numbers and localized texts to a decimal text with a point.
 */
function wc_format_decimal( $number, $dp = false, $trim_zeros = false ) {
	if ( ! is_float( $number ) && ! is_int( $number ) ) {
		$number = str_replace( [ wc_get_price_thousand_separator() === '.' ? '' : wc_get_price_thousand_separator(), wc_get_price_decimal_separator() ], [ '', '.' ], trim( (string) $number ) );
		$number = preg_replace( '/[^0-9.\-]/', '', $number );
		if ( $number === '' || $number === null ) {
			return '';
		}
	}
	if ( $dp !== false ) {
		$number = number_format( round( (float) $number, (int) ( $dp === '' ? wc_get_price_decimals() : $dp ) ), (int) ( $dp === '' ? wc_get_price_decimals() : $dp ), '.', '' );
	} elseif ( is_float( $number ) ) {
		$number = rtrim( rtrim( number_format( $number, wc_get_rounding_precision(), '.', '' ), '0' ), '.' );
	}
	$number = (string) $number;
	if ( $trim_zeros && str_contains( $number, '.' ) ) {
		$number = rtrim( rtrim( $number, '0' ), '.' );
	}
	return $number === '-0' ? '0' : $number;
}

function wc_format_localized_price( $value ) {
	return apply_filters( 'woocommerce_format_localized_price', str_replace( '.', wc_get_price_decimal_separator(), (string) $value ), $value );
}

function wc_price( $price, $args = [] ) {
	$args     = apply_filters(
		'wc_price_args',
		wp_parse_args(
			$args,
			[
				'currency'           => '',
				'decimal_separator'  => wc_get_price_decimal_separator(),
				'thousand_separator' => wc_get_price_thousand_separator(),
				'decimals'           => wc_get_price_decimals(),
				'price_format'       => get_woocommerce_price_format(),
				'in_span'            => true,
			]
		)
	);
	$amount   = number_format( abs( (float) $price ), (int) $args['decimals'], $args['decimal_separator'], $args['thousand_separator'] );
	$symbol   = get_woocommerce_currency_symbol( $args['currency'] );
	$sign     = (float) $price < 0 ? '-' : '';
	$formatted = $args['in_span']
		? '<span class="woocommerce-Price-amount amount"><bdi>' . $sign . sprintf( $args['price_format'], '<span class="woocommerce-Price-currencySymbol">' . $symbol . '</span>', $amount ) . '</bdi></span>'
		: $sign . sprintf( $args['price_format'], $symbol, $amount );
	return apply_filters( 'wc_price', $formatted, $amount, $args, (float) $price, $price );
}

/**
 * Returns the product's price without the tax of the shop's country.
 */
function wc_get_price_excluding_tax( $product, $args = [] ) {
	$args  = wp_parse_args( $args, [ 'qty' => 1, 'price' => '' ] );
	$price = (float) ( $args['price'] !== '' ? $args['price'] : $product->get_price() ) * (float) $args['qty'];
	if ( $product->is_taxable() && wc_prices_include_tax() ) {
		$price -= array_sum( WC_Tax::calc_tax( $price, WC_Tax::get_base_tax_rates( $product->get_tax_class() ), true ) );
	}
	return apply_filters( 'woocommerce_get_price_excluding_tax', $price, $args['qty'], $product );
}

function wc_get_price_including_tax( $product, $args = [] ) {
	$args  = wp_parse_args( $args, [ 'qty' => 1, 'price' => '' ] );
	$price = (float) ( $args['price'] !== '' ? $args['price'] : $product->get_price() ) * (float) $args['qty'];
	if ( $product->is_taxable() && ! wc_prices_include_tax() ) {
		$price += array_sum( WC_Tax::calc_tax( $price, WC_Tax::get_base_tax_rates( $product->get_tax_class() ), false ) );
	}
	return apply_filters( 'woocommerce_get_price_including_tax', round( $price, wc_get_price_decimals() ), $args['qty'], $product );
}
