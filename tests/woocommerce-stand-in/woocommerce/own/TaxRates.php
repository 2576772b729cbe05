<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

final class TaxRates {

	private const OPTION = 'woocommerce_stand_in_tax_rates';

	private const DEFAULTS = [
		'tax_rate_country'  => '',
		'tax_rate_state'    => '',
		'tax_rate'          => '0',
		'tax_rate_name'     => 'Tax',
		'tax_rate_priority' => 1,
		'tax_rate_compound' => 0,
		'tax_rate_shipping' => 1,
		'tax_rate_order'    => 0,
		'tax_rate_class'    => '',
	];

	/**
	 * @return array<int, array<string, mixed>> By ID.
	 */
	public static function all(): array {
		return (array) get_option( self::OPTION, [] );
	}

	/**
	 * @param array<string, mixed> $rate
	 */
	public static function add( array $rate ): int {
		$all        = self::all();
		$id         = $all === [] ? 1 : max( array_keys( $all ) ) + 1;
		$all[ $id ] = $rate + self::DEFAULTS;
		update_option( self::OPTION, $all );
		return $id;
	}

	/**
	 * @return array<string, mixed>|null
	 */
	public static function get( int $id ): ?array {
		return self::all()[ $id ] ?? null;
	}

	public static function remove( int $id ): void {
		$all = self::all();
		unset( $all[ $id ] );
		update_option( self::OPTION, $all );
	}
}
