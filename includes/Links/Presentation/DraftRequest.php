<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Presentation;

use MultiSafepay\PaymentLinks\Links\LinkMessages;
use WP_Error;
use WP_REST_Request;

/**
 * The common parameters of the draft routes.
 */
final class DraftRequest {

	/**
	 * Returns the site whose payment methods are requested.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public static function site( WP_REST_Request $request ): ?string {
		$site = $request->get_param( 'gateways' );

		return is_string( $site ) && '' !== $site ? $site : null;
	}

	/**
	 * Returns the amount that the payment methods have to accept, in the currency's smallest unit.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public static function amount( WP_REST_Request $request ): ?int {
		$amount = $request->get_param( 'amount' );

		return is_int( $amount ) ? $amount : null;
	}

	public static function methods_unavailable(): WP_Error {
		return new WP_Error( 'multisafepay_unavailable', LinkMessages::methods_unavailable(), [ 'status' => 502 ] );
	}
}
