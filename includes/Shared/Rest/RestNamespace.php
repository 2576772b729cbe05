<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Rest;

use WP_REST_Request;

final class RestNamespace {

	public const V1 = 'multisafepay-payment-links/v1';

	/**
	 * Path of the notification route; the site ID follows. MultiSafepay receives this URL with every link.
	 */
	public const NOTIFICATIONS = '/notifications/';

	/**
	 * Whether a request is for a route of the plugin.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @param string $path Prefix of the path within the namespace.
	 */
	public static function contains( WP_REST_Request $request, string $path = '/' ): bool {
		return str_starts_with( $request->get_route(), '/' . self::V1 . $path );
	}
}
