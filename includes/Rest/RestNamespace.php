<?php
/**
 * The namespace of the routes.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

/**
 * Where the routes are.
 */
final class RestNamespace {

	public const V1 = 'multisafepay-payment-links/v1';
}
