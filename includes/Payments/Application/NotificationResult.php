<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

/**
 * Determines the HTTP status code and so whether MultiSafepay retries: it stops after `Handled`, `Ignored` and
 * `Unknown`. `Unknown` is a status that this version does not support, so a retry cannot help.
 */
enum NotificationResult {

	case Handled;
	case Ignored;
	case Unknown;
	case Refused;
	case Malformed;
	case NotNow;
}
