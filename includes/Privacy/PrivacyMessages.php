<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Privacy;

final class PrivacyMessages {

	public static function plugin_name(): string {
		return __( 'Payment Links for MultiSafepay', 'multisafepay-payment-links' );
	}

	public static function tool_name(): string {
		return __( 'MultiSafepay payment links', 'multisafepay-payment-links' );
	}

	public static function group(): string {
		return __( 'Payment links', 'multisafepay-payment-links' );
	}

	public static function group_description(): string {
		return __( 'Links that the shop made for you to pay an order at MultiSafepay.', 'multisafepay-payment-links' );
	}

	public static function retained( string $order_id ): string {
		return sprintf(
			/* translators: %s: order ID of a payment link. */
			__( 'Payment link %s can still be paid. Cancel it, then erase again.', 'multisafepay-payment-links' ),
			$order_id
		);
	}

	/**
	 * @return list<string> Paragraphs of the suggested privacy policy.
	 */
	public static function policy(): array {
		$paragraphs = [
			[
				__(
					'When we send you a payment link, we store your name and contact details with it.',
					'multisafepay-payment-links'
				),
				__( 'We also store the amount and the history of the link.', 'multisafepay-payment-links' ),
			],
			[
				__(
					'We share these details, your order and your language with MultiSafepay.',
					'multisafepay-payment-links'
				),
				__(
					'MultiSafepay is our payment provider. It shows the payment page and may send you reminders.',
					'multisafepay-payment-links'
				),
				__( 'Read the privacy statement of MultiSafepay on their website.', 'multisafepay-payment-links' ),
			],
			[
				__( 'We keep payment links as long as the order they belong to.', 'multisafepay-payment-links' ),
				__(
					'When your order is anonymised, its payment links are anonymised too.',
					'multisafepay-payment-links'
				),
				__( 'We keep the amounts for our accounts.', 'multisafepay-payment-links' ),
			],
		];

		return array_map( static fn ( array $sentences ): string => implode( ' ', $sentences ), $paragraphs );
	}

	/**
	 * @phpstan-param 'payment_link'|'order'|'created'|'amount'|'status'|'payment_page'|'history' $field
	 */
	public static function label( string $field ): string {
		return match ( $field ) {
			'payment_link' => __( 'Payment link', 'multisafepay-payment-links' ),
			'order' => __( 'Order', 'multisafepay-payment-links' ),
			'created' => __( 'Created', 'multisafepay-payment-links' ),
			'amount' => __( 'Amount', 'multisafepay-payment-links' ),
			'status' => __( 'Status', 'multisafepay-payment-links' ),
			'payment_page' => __( 'Payment page', 'multisafepay-payment-links' ),
			'history' => __( 'History', 'multisafepay-payment-links' ),
		};
	}
}
