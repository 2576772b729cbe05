<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Rest;

use WP_Error;

final class RouteGuard {

	private const ERRORS = [
		'read'   => [ 'view', 'Sorry, you cannot view this resource.' ],
		'create' => [ 'create', 'Sorry, you are not allowed to create resources.' ],
		'edit'   => [ 'edit', 'Sorry, you are not allowed to edit this resource.' ],
		'delete' => [ 'delete', 'Sorry, you are not allowed to delete this resource.' ],
	];

	public static function check( string $post_type, string $context, int $id = 0 ): bool|WP_Error {
		if ( wc_rest_check_post_permissions( $post_type, $context, $id ) ) {
			return true;
		}
		[ $code, $message ] = self::ERRORS[ $context ];
		return new WP_Error( "woocommerce_rest_cannot_$code", $message, [ 'status' => rest_authorization_required_code() ] );
	}
}
