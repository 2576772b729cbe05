<?php

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\TaxRates;

class WC_Tax {

	public static function calc_tax( $price, $rates, $price_includes_tax = false, $deprecated = false ) {
		return $price_includes_tax ? self::calc_inclusive_tax( $price, $rates ) : self::calc_exclusive_tax( $price, $rates );
	}

	public static function calc_shipping_tax( $price, $rates ) {
		return self::calc_exclusive_tax( $price, $rates );
	}

	public static function calc_inclusive_tax( $price, $rates ) {
		$total_rate = array_sum( array_map( static fn ( $rate ): float => (float) $rate['rate'], $rates ) );
		$taxes      = [];
		foreach ( $rates as $id => $rate ) {
			$taxes[ $id ] = round( (float) $price * (float) $rate['rate'] / ( 100 + $total_rate ), wc_get_rounding_precision() );
		}
		return $taxes;
	}

	public static function calc_exclusive_tax( $price, $rates ) {
		$taxes = [];
		foreach ( $rates as $id => $rate ) {
			$taxes[ $id ] = round( (float) $price * (float) $rate['rate'] / 100, wc_get_rounding_precision() );
		}
		return $taxes;
	}

	public static function round( $in ) {
		return apply_filters( 'wc_tax_round', round( (float) $in, wc_get_rounding_precision() ), $in );
	}

	public static function get_tax_total( $taxes ) {
		return array_sum( $taxes );
	}

	public static function find_rates( $args = [] ) {
		$args  = wp_parse_args( $args, [ 'country' => '', 'state' => '', 'city' => '', 'postcode' => '', 'tax_class' => '' ] );
		$rates = [];
		foreach ( TaxRates::all() as $id => $rate ) {
			if ( in_array( $rate['tax_rate_country'], [ '', $args['country'] ], true ) && in_array( $rate['tax_rate_state'], [ '', $args['state'] ], true ) && $rate['tax_rate_class'] === self::format_tax_rate_class( $args['tax_class'] ) ) {
				$rates[ $id ] = [
					'rate'     => (float) $rate['tax_rate'],
					'label'    => $rate['tax_rate_name'],
					'shipping' => wc_bool_to_string( (bool) $rate['tax_rate_shipping'] ),
					'compound' => wc_bool_to_string( (bool) $rate['tax_rate_compound'] ),
				];
			}
		}
		return apply_filters( 'woocommerce_find_rates', $args['country'] === '' ? [] : $rates, $args );
	}

	public static function find_shipping_rates( $args = [] ) {
		return array_filter( self::find_rates( $args ), static fn ( $rate ): bool => $rate['shipping'] === 'yes' );
	}

	public static function get_base_tax_rates( $tax_class = '' ) {
		return self::find_rates( wc_get_base_location() + [ 'tax_class' => $tax_class ] );
	}

	public static function is_compound( $key_or_rate ) {
		return (bool) ( self::row( $key_or_rate )['tax_rate_compound'] ?? false );
	}

	public static function get_rate_label( $key_or_rate ) {
		$label = (string) ( self::row( $key_or_rate )['tax_rate_name'] ?? '' );
		return apply_filters( 'woocommerce_rate_label', $label === '' ? WC()->countries->tax_or_vat() : $label, $key_or_rate );
	}

	public static function get_rate_percent( $key_or_rate ) {
		return apply_filters( 'woocommerce_rate_percent', self::get_rate_percent_value( $key_or_rate ) . '%', $key_or_rate );
	}

	public static function get_rate_percent_value( $key_or_rate ) {
		return (float) ( self::row( $key_or_rate )['tax_rate'] ?? 0 );
	}

	public static function get_rate_code( $key_or_rate ) {
		$row  = self::row( $key_or_rate );
		$code = $row === null ? '' : strtoupper( implode( '-', array_filter( [ $row['tax_rate_country'], $row['tax_rate_state'], $row['tax_rate_name'], (string) absint( $row['tax_rate_priority'] ) ] ) ) );
		return apply_filters( 'woocommerce_rate_code', $code, $key_or_rate );
	}

	public static function get_tax_classes() {
		return [ 'Reduced rate', 'Zero rate' ];
	}

	public static function get_tax_class_slugs() {
		return [ 'reduced-rate', 'zero-rate' ];
	}

	public static function format_tax_rate_class( $class ) {
		$class = sanitize_title( (string) $class );
		return in_array( $class, [ 'standard', 'inherit' ], true ) ? '' : $class;
	}

	public static function _insert_tax_rate( $tax_rate ) {
		$id = TaxRates::add( [ 'tax_rate_class' => self::format_tax_rate_class( $tax_rate['tax_rate_class'] ?? '' ) ] + (array) $tax_rate );
		do_action( 'woocommerce_tax_rate_added', $id, $tax_rate );
		return $id;
	}

	public static function _get_tax_rate( $tax_rate_id, $output_type = ARRAY_A ) {
		$row = TaxRates::get( (int) $tax_rate_id );
		$row = $row === null ? null : [ 'tax_rate_id' => (int) $tax_rate_id ] + $row;
		return $row === null || $output_type === ARRAY_A ? $row : (object) $row;
	}

	public static function _delete_tax_rate( $tax_rate_id ) {
		TaxRates::remove( (int) $tax_rate_id );
	}

	/**
	 * @return array<string, mixed>|null
	 */
	private static function row( mixed $key_or_rate ): ?array {
		return is_object( $key_or_rate ) ? (array) $key_or_rate : TaxRates::get( (int) $key_or_rate );
	}
}
