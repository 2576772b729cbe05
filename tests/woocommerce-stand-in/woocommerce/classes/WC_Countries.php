<?php

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Data\Countries;
use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Data\States;

class WC_Countries {

	public function get_countries() {
		return apply_filters( 'woocommerce_countries', Countries::NAMES );
	}

	public function country_exists( $country_code ) {
		return isset( $this->get_countries()[ $country_code ] );
	}

	public function get_states( $cc = null ) {
		$states = apply_filters( 'woocommerce_states', States::NAMES + array_fill_keys( array_keys( Countries::NAMES ), [] ) );
		return $cc === null ? $states : ( $states[ $cc ] ?? false );
	}

	public function get_allowed_countries() {
		return apply_filters( 'woocommerce_countries_allowed_countries', $this->get_countries() );
	}

	public function get_shipping_countries() {
		return apply_filters( 'woocommerce_countries_shipping_countries', $this->get_countries() );
	}

	public function get_european_union_countries( $type = '' ) {
		return apply_filters( 'woocommerce_european_union_countries', array_merge( Countries::EUROPEAN_UNION, $type === 'eu_vat' ? [ 'MC' ] : [] ), $type );
	}

	public function get_base_country() {
		return apply_filters( 'woocommerce_countries_base_country', wc_get_base_location()['country'] );
	}

	public function get_base_state() {
		return apply_filters( 'woocommerce_countries_base_state', wc_get_base_location()['state'] );
	}

	public function get_base_address() {
		return apply_filters( 'woocommerce_countries_base_address', get_option( 'woocommerce_store_address', '' ) );
	}

	public function get_base_city() {
		return apply_filters( 'woocommerce_countries_base_city', get_option( 'woocommerce_store_city', '' ) );
	}

	public function get_base_postcode() {
		return apply_filters( 'woocommerce_countries_base_postcode', get_option( 'woocommerce_store_postcode', '' ) );
	}

	public function tax_or_vat() {
		return in_array( $this->get_base_country(), $this->get_european_union_countries( 'eu_vat' ), true ) ? 'VAT' : 'Tax';
	}

	public function get_formatted_address( $args = [], $separator = '<br/>' ) {
		$args    = array_map( static fn ( $part ): string => trim( (string) $part ), (array) $args ) + array_fill_keys( [ 'first_name', 'last_name', 'company', 'address_1', 'address_2', 'city', 'state', 'postcode', 'country' ], '' );
		$states  = $this->get_states( $args['country'] );
		$country = $args['country'] === $this->get_base_country() ? '' : ( $this->get_countries()[ $args['country'] ] ?? $args['country'] );
		$lines   = [ $args['company'], "{$args['first_name']} {$args['last_name']}", $args['address_1'], $args['address_2'], "{$args['postcode']} {$args['city']}", is_array( $states ) ? ( $states[ $args['state'] ] ?? $args['state'] ) : $args['state'], $country ];
		return implode( $separator, array_map( 'esc_html', array_filter( array_map( 'trim', $lines ), static fn ( string $line ): bool => $line !== '' ) ) );
	}

	/**
	 * @param string $cc Country code.
	 * @return string
	 */
	public function get_country_calling_code( $cc ) {
		$codes = [
			'BE' => '+32',
			'DE' => '+49',
			'FR' => '+33',
			'GB' => '+44',
			'NL' => '+31',
			'US' => '+1',
		];
		return $codes[ $cc ] ?? '';
	}
}
