<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * Whether a link asks for everything that is due, or for an amount chosen by staff.
 */
enum LinkKind: string {

	case Full    = 'full';
	case Partial = 'partial';

	/**
	 * Returns the kind of a link for an amount.
	 */
	public static function of( Money $amount, Money $due ): self {
		return $amount->equals( $due ) ? self::Full : self::Partial;
	}
}
