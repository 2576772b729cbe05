<?php
/**
 * What became of a notification.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

/**
 * Decides whether the provider sends it again: it stops after "handled", "ignored" and
 * "unknown", a state that a later version may understand but no repetition does.
 */
enum NotificationResult {

	case Handled;
	case Ignored;
	case Unknown;
	case Refused;
	case Malformed;
	case NotNow;
}
