<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Domain;

/**
 * Why the links of an order must no longer be paid.
 */
enum OrderEnd: string {

	case Paid      = 'paid';
	case Cancelled = 'cancelled';
	case Refunded  = 'refunded';
	case Trashed   = 'trashed';
	case Deleted   = 'deleted';
}
