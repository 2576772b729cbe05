<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\WordPress;

/**
 * The shop's name as plain text. WordPress stores it with HTML entities.
 */
final class ShopName {

	private function __construct() {}

	public static function plain(): string {
		$name = get_option( 'blogname' );

		return is_string( $name ) ? html_entity_decode( $name, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) : '';
	}
}
