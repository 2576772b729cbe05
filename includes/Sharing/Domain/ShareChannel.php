<?php
/**
 * How a link went to the customer.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * The ways in which staff send a link; the words of the wire.
 */
enum SentBy: string {

	case Email    = 'email';
	case Whatsapp = 'whatsapp';
	case Sms      = 'sms';
	case Copy     = 'copy';
}
