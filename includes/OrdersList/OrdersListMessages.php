<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\OrdersList;

use MultiSafepay\PaymentLinks\Links\Domain\LinkFilter;

final class OrdersListMessages {

	public static function column(): string {
		return __( 'Payment link', 'multisafepay-payment-links' );
	}

	public static function bulk_group(): string {
		return __( 'Payment links', 'multisafepay-payment-links' );
	}

	public static function no_link(): string {
		return __( 'No payment link', 'multisafepay-payment-links' );
	}

	public static function check_amount(): string {
		return __( 'Paid, check amount', 'multisafepay-payment-links' );
	}

	public static function check_payment(): string {
		return __( 'Check this payment', 'multisafepay-payment-links' );
	}

	public static function test(): string {
		return __( 'TEST', 'multisafepay-payment-links' );
	}

	public static function copy_link(): string {
		return __( 'Copy link', 'multisafepay-payment-links' );
	}

	public static function expires_in( string $duration ): string {
		/* translators: %s: duration, e.g. "4 weeks". */
		return sprintf( __( 'expires in %s', 'multisafepay-payment-links' ), $duration );
	}

	public static function filter_label(): string {
		return __( 'Filter by payment link', 'multisafepay-payment-links' );
	}

	/**
	 * @return array<string, string> Labels by value.
	 */
	public static function filters(): array {
		return [
			''                         => __( 'All payment links', 'multisafepay-payment-links' ),
			LinkFilter::None->value     => __( 'No payment link', 'multisafepay-payment-links' ),
			LinkFilter::Open->value     => __( 'Open', 'multisafepay-payment-links' ),
			LinkFilter::Expiring->value => sprintf(
				/* translators: %d: number of hours. */
				__( 'Expiring within %d hours', 'multisafepay-payment-links' ),
				LinkFilter::EXPIRING_HOURS
			),
			LinkFilter::Expired->value  => __( 'Expired', 'multisafepay-payment-links' ),
			LinkFilter::Paid->value     => __( 'Paid', 'multisafepay-payment-links' ),
			LinkFilter::Alert->value    => __( 'Payments to check', 'multisafepay-payment-links' ),
		];
	}
}
