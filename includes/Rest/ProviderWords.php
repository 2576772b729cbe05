<?php
/**
 * Words for refusals.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

/**
 * Turns the provider's error codes into words for staff. Its own text may be in any language and is not shown.
 */
final class ProviderWords {

	/**
	 * Fields of the form, by error code.
	 */
	private const FIELDS = [
		1001 => 'amount',
		1002 => 'currency',
		1008 => 'description',
		1018 => 'customer.country',
		1023 => 'gateway',
	];

	/**
	 * Returns why it was refused and what to do.
	 */
	public function of( int $error_code ): string {
		return match ( $error_code ) {
			1001                   => __( 'the amount is not possible.', 'multisafepay-payment-links' ),
			1002                   => __( 'this currency is not enabled for the site.', 'multisafepay-payment-links' ),
			1006                   => __( 'it does not know this order ID, or it has been used before.', 'multisafepay-payment-links' ),
			1008                   => __( 'the description is missing or too long.', 'multisafepay-payment-links' ),
			1016                   => __( 'something is missing in the request.', 'multisafepay-payment-links' ),
			1018                   => __( 'the country is not valid.', 'multisafepay-payment-links' ),
			1019                   => __( 'the site is blocked or inactive. Contact MultiSafepay.', 'multisafepay-payment-links' ),
			1020                   => __( 'the account is blocked. Contact MultiSafepay.', 'multisafepay-payment-links' ),
			1023                   => __( 'this payment method is not available on the site.', 'multisafepay-payment-links' ),
			1025, 1026, 1027, 1028,
			1029, 1030, 1031, 5001 => __( 'the items do not add up to the amount. Generate the link without the items.', 'multisafepay-payment-links' ),
			1032                   => __( 'the API key is wrong, or belongs to the other environment (test or live).', 'multisafepay-payment-links' ),
			0                      => __( 'it gave no reason. Try again in a moment; if it goes on, ask your host whether something stands between the shop and MultiSafepay.', 'multisafepay-payment-links' ),
			/* translators: %d: error number of MultiSafepay. */
			default                => sprintf( __( 'error %d. Ask MultiSafepay, naming this number.', 'multisafepay-payment-links' ), $error_code ),
		};
	}

	/**
	 * Returns the field of the form that the code is about, or null.
	 */
	public function field_of( int $error_code ): ?string {
		return self::FIELDS[ $error_code ] ?? null;
	}
}
