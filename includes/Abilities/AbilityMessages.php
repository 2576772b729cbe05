<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Abilities;

final class AbilityMessages {

	public static function category(): string {
		return __( 'Payment links', 'multisafepay-payment-links' );
	}

	public static function category_description(): string {
		return __( 'MultiSafepay payment links of the shop’s orders.', 'multisafepay-payment-links' );
	}

	public static function link_status_label(): string {
		return __( 'Payment links of an order', 'multisafepay-payment-links' );
	}

	public static function link_status_description(): string {
		return __( 'Tells how the payment links of an order stand, newest first.', 'multisafepay-payment-links' );
	}

	public static function unpaid_orders_label(): string {
		return __( 'Unpaid orders without an open payment link', 'multisafepay-payment-links' );
	}

	public static function unpaid_orders_description(): string {
		return __(
			'Lists orders that wait for payment and have no payment link that a customer can pay now, newest first.',
			'multisafepay-payment-links'
		);
	}

	public static function create_label(): string {
		return __( 'Create a payment link', 'multisafepay-payment-links' );
	}

	public static function create_description(): string {
		return __(
			'Makes a payment link for what an order owes, or for the amount that is given.',
			'multisafepay-payment-links'
		)
			. ' ' . __( 'The same idempotency key always gives the same link.', 'multisafepay-payment-links' );
	}

	public static function cancel_label(): string {
		return __( 'Cancel a payment link', 'multisafepay-payment-links' );
	}

	public static function cancel_description(): string {
		return __(
			'Cancels a payment link at MultiSafepay, so that nobody can pay it any more.',
			'multisafepay-payment-links'
		);
	}
}
