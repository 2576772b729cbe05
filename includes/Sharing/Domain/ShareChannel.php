<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing\Domain;

/**
 * The values are part of the REST API.
 */
enum ShareChannel: string {

	case Email    = 'email';
	case Whatsapp = 'whatsapp';
	case Sms      = 'sms';
	case Copy     = 'copy';
}
