<?php
/**
 * Where a key comes from.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

/**
 * Where a site's key was found. Staff can change the first three in the settings, the last two only on the server.
 */
enum KeySource: string {

	case None        = 'none';
	case Stored      = 'stored';
	case Official    = 'official';
	case Constant    = 'constant';
	case Environment = 'environment';
}
