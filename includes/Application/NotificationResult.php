<?php
/**
 * What became of a notification.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

/**
 * Decides whether the provider sends it again: it stops after "handled" and "ignored" only.
 */
enum NotificationResult {

	case Handled;
	case Ignored;
	case Refused;
	case Malformed;
	case NotNow;
}
