<?php

declare( strict_types = 1 );

namespace Automattic\WooCommerce\Utilities;

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\OrderStorage;

class FeaturesUtil {

	/**
	 * @var array<string, array<string, bool>> By feature and plugin file.
	 */
	private static array $declared = [];

	public static function feature_is_enabled( string $feature_id ): bool {
		return $feature_id === 'custom_order_tables' && OrderStorage::is_hpos();
	}

	public static function declare_compatibility( string $feature_id, string $plugin_file, bool $positive_compatibility = true ): bool {
		if ( ! doing_action( 'before_woocommerce_init' ) ) {
			_doing_it_wrong( __METHOD__, 'Call it inside the before_woocommerce_init action.', '7.0' );
			return false;
		}
		self::$declared[ $feature_id ][ plugin_basename( $plugin_file ) ] = $positive_compatibility;
		return true;
	}

	public static function get_compatible_plugins_for_feature( string $feature_id ): array {
		$declared = self::$declared[ $feature_id ] ?? [];
		return [
			'compatible'   => array_keys( $declared, true, true ),
			'incompatible' => array_keys( $declared, false, true ),
			'uncertain'    => [],
		];
	}
}
