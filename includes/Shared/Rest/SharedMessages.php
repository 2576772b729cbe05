<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Rest;

/**
 * Messages that every feature uses.
 */
final class SharedMessages {

	public static function forbidden(): string {
		return __( 'You are not allowed to do this. Ask a manager of the shop.', 'multisafepay-payment-links' );
	}

	public static function order_not_found(): string {
		return __( 'This order does not exist any more.', 'multisafepay-payment-links' );
	}

	public static function invalid_fields(): string {
		return __( 'Please check the fields below.', 'multisafepay-payment-links' );
	}

	public static function invalid_value(): string {
		return __( 'This value cannot be used.', 'multisafepay-payment-links' );
	}

	public static function storage_failed(): string {
		return __(
			'The shop’s database did not answer. Press the button again in a moment: you will get one link, not two.',
			'multisafepay-payment-links'
		);
	}

	public static function reading_failed(): string {
		return __(
			'The shop’s database did not answer. Load the page again in a moment.',
			'multisafepay-payment-links'
		);
	}

	/**
	 * @return array<string, string> By InvalidValue::$reason; `{name}` is replaced by the argument of this name.
	 */
	public static function fields(): array {
		return [
			'required'           => __( 'This field is needed.', 'multisafepay-payment-links' ),
			/* translators: {min} is a number; keep it. */
			'too_short'          => __( 'At least {min} characters.', 'multisafepay-payment-links' ),
			/* translators: {max} is a number; keep it. */
			'too_long'           => __( 'At most {max} characters.', 'multisafepay-payment-links' ),
			'not_text'           => __( 'This must be text.', 'multisafepay-payment-links' ),
			'not_boolean'        => __( 'This must be true or false.', 'multisafepay-payment-links' ),
			/* translators: {min} and {max} are numbers; keep them. */
			'not_whole_number'   => __( 'Enter a whole number from {min} to {max}.', 'multisafepay-payment-links' ),
			/* translators: {min} and {max} are numbers; keep them. */
			'out_of_range'       => __( 'Enter a whole number from {min} to {max}.', 'multisafepay-payment-links' ),
			'not_a_list'         => __( 'This must be a list.', 'multisafepay-payment-links' ),
			'not_an_object'      => __( 'This must be an object.', 'multisafepay-payment-links' ),
			/* translators: {choices} is a list of fixed words; keep it. */
			'invalid_choice'     => __( 'Choose one of: {choices}.', 'multisafepay-payment-links' ),
			'control_characters' => __(
				'Remove line breaks and other invisible characters.',
				'multisafepay-payment-links'
			),
			'invalid_email'      => __( 'This is not an e-mail address.', 'multisafepay-payment-links' ),
			'unknown_field'      => __( 'Unknown field.', 'multisafepay-payment-links' ),
			'invalid_json'       => __( 'The request is not JSON.', 'multisafepay-payment-links' ),
		];
	}
}
