<?php
/**
 * Words for bad input.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;

/**
 * Turns the reasons of InvalidValue into words for staff.
 */
final class FieldWords {

	/**
	 * Returns what is wrong and how to mend it.
	 */
	public function of( InvalidValue $error ): string {
		$text      = $this->texts()[ $error->reason ] ?? __( 'This value cannot be used.', 'multisafepay-payment-links' );
		$arguments = [];
		foreach ( $error->arguments as $name => $value ) {
			$arguments[ '{' . $name . '}' ] = (string) $value;
		}

		return strtr( $text, $arguments );
	}

	/**
	 * The words, by reason.
	 *
	 * @return array<string, string>
	 */
	private function texts(): array {
		return [
			/* translators: {minimum} is an amount, {currency} a currency code; keep them. */
			'amount_too_low'            => __( 'Enter an amount of at least {minimum} {currency}.', 'multisafepay-payment-links' ),
			'amount_too_high'           => __( 'This amount is too high.', 'multisafepay-payment-links' ),
			'invalid_amount'            => __( 'This is not an amount.', 'multisafepay-payment-links' ),
			/* translators: {currency} is a currency code; keep it. */
			'fraction_of_unit'          => __( 'This amount has more decimals than {currency} has.', 'multisafepay-payment-links' ),
			/* translators: {due} is an amount, {currency} a currency code; keep them. */
			'amount_above_due'          => __( 'The order owes {due} {currency}. Confirm that the customer pays more, or lower the amount.', 'multisafepay-payment-links' ),
			/* translators: {currency} is a currency code; keep it. */
			'amount_not_comparable'     => __( 'What the order owes has more decimals than {currency} has. Confirm this amount, or mend the order.', 'multisafepay-payment-links' ),
			'invalid_currency'          => __( 'This is not a currency code.', 'multisafepay-payment-links' ),
			/* translators: {currency} is a currency code; keep it. */
			'currency_not_supported'    => __( 'MultiSafepay cannot take payments in {currency}.', 'multisafepay-payment-links' ),
			/* translators: {currency} is a currency code; keep it. */
			'other_currency'            => __( 'The order is in {currency}; a link in another currency is not possible.', 'multisafepay-payment-links' ),
			/* translators: {currency} is a currency code; keep it. */
			'currency_not_in_shop'      => __( 'This shop cannot have orders in {currency}.', 'multisafepay-payment-links' ),
			/* translators: {decimals} is a number; keep it. */
			'more_decimals_than_shop'   => __( 'The shop keeps {decimals} decimals of an amount (WooCommerce > Settings > General). Enter an amount that fits.', 'multisafepay-payment-links' ),
			'unknown_customer'          => __( 'This customer does not exist any more, or you may not make orders for this account. Search again.', 'multisafepay-payment-links' ),
			'unknown_tax_class'         => __( 'Choose a tax class from the list.', 'multisafepay-payment-links' ),
			'order_id_empty'            => __( 'Enter an order ID.', 'multisafepay-payment-links' ),
			/* translators: {max} is a number; keep it. */
			'order_id_too_long'         => __( 'An order ID has at most {max} characters.', 'multisafepay-payment-links' ),
			'order_id_characters'       => __( 'Use letters, digits, hyphens, underscores and dots only.', 'multisafepay-payment-links' ),
			'description_empty'         => __( 'Enter a description; the customer sees it.', 'multisafepay-payment-links' ),
			/* translators: {max} is a number; keep it. */
			'description_too_long'      => __( 'The description is longer than {max} bytes; letters with accents count as two or more.', 'multisafepay-payment-links' ),
			/* translators: {max} is a number; keep it. */
			'days_out_of_range'         => __( 'Enter a whole number of days from 1 to {max}.', 'multisafepay-payment-links' ),
			/* translators: {max} is a number; keep it. */
			'seconds_out_of_range'      => __( 'Enter a whole number of seconds from 1 to {max}.', 'multisafepay-payment-links' ),
			'gateway_unavailable'       => __( 'This payment method is not available on the site.', 'multisafepay-payment-links' ),
			'invalid_email'             => __( 'This is not an e-mail address.', 'multisafepay-payment-links' ),
			'second_chance_needs_email' => __( 'Second Chance needs an e-mail address.', 'multisafepay-payment-links' ),
			'invalid_country'           => __( 'Choose a country from the list.', 'multisafepay-payment-links' ),
			'invalid_locale'            => __( 'Choose a language from the list.', 'multisafepay-payment-links' ),
			'invalid_birthday'          => __( 'Enter the birthday as year-month-day.', 'multisafepay-payment-links' ),
			'invalid_url'               => __( 'This is not a web address.', 'multisafepay-payment-links' ),
			'required'                  => __( 'This field is needed.', 'multisafepay-payment-links' ),
			/* translators: {min} is a number; keep it. */
			'too_short'                 => __( 'At least {min} characters.', 'multisafepay-payment-links' ),
			/* translators: {max} is a number; keep it. */
			'too_long'                  => __( 'At most {max} characters.', 'multisafepay-payment-links' ),
			'unknown_site'              => __( 'Choose a site from the list.', 'multisafepay-payment-links' ),
			'invalid_idempotency_key'   => __( 'The form is damaged. Reload the page.', 'multisafepay-payment-links' ),
			'key_of_other_order'        => __( 'This form belongs to another order. Reload the page.', 'multisafepay-payment-links' ),
			'key_of_other_link'         => __( 'This form belongs to another payment link. Reload the page.', 'multisafepay-payment-links' ),
			/* translators: {payment_url} is a placeholder; keep it. */
			'payment_url_missing'       => __( 'Put {payment_url} into the message: without it the customer cannot pay.', 'multisafepay-payment-links' ),
			/* translators: {placeholder} is what was typed between braces, {known} a list of placeholders; keep them. */
			'unknown_message_gap'       => __( '{placeholder} is not known. Use one of: {known}.', 'multisafepay-payment-links' ),
			'orders_or_links'           => __( 'Choose orders, or payment links, but not both; new links are made for orders.', 'multisafepay-payment-links' ),
			/* translators: {max} is a number; keep it. */
			'too_many_items'            => __( 'Choose at most {max} at a time.', 'multisafepay-payment-links' ),
			'not_ids'                   => __( 'This must be a list of ids: whole numbers above zero.', 'multisafepay-payment-links' ),
			/* translators: {order} is the number of an order; keep it. */
			'order_of_others'           => __( 'You may not edit order {order}.', 'multisafepay-payment-links' ),
			'not_text'                  => __( 'This must be text.', 'multisafepay-payment-links' ),
			'not_boolean'               => __( 'This must be true or false.', 'multisafepay-payment-links' ),
			/* translators: {min} and {max} are numbers; keep them. */
			'not_whole_number'          => __( 'Enter a whole number from {min} to {max}.', 'multisafepay-payment-links' ),
			/* translators: {min} and {max} are numbers; keep them. */
			'out_of_range'              => __( 'Enter a whole number from {min} to {max}.', 'multisafepay-payment-links' ),
			'not_a_list'                => __( 'This must be a list.', 'multisafepay-payment-links' ),
			'not_an_object'             => __( 'This must be an object.', 'multisafepay-payment-links' ),
			/* translators: {choices} is a list of fixed words; keep it. */
			'invalid_choice'            => __( 'Choose one of: {choices}.', 'multisafepay-payment-links' ),
			'control_characters'        => __( 'Remove line breaks and other invisible characters.', 'multisafepay-payment-links' ),
			/* translators: {placeholder} is what was typed between braces; {order_number} and {shop_name} are placeholders; keep them. */
			'unknown_placeholder'       => __( '{placeholder} is not known. Use {order_number} or {shop_name}.', 'multisafepay-payment-links' ),
			/* translators: {order_number} and {n} are placeholders; keep them. */
			'template_placeholders'     => __( 'Use {order_number} and {n} once each.', 'multisafepay-payment-links' ),
			'template_characters'       => __( 'Use only letters, digits and - _ . around the placeholders.', 'multisafepay-payment-links' ),
			/* translators: {max} is a number; keep it. */
			'template_too_long'         => __( 'Use at most {max} characters besides the placeholders.', 'multisafepay-payment-links' ),
			'template_adjacent'         => __( 'Put a character between the placeholders.', 'multisafepay-payment-links' ),
			'invalid_api_key'           => __( 'This is not an API key. Copy it whole from the MultiSafepay dashboard.', 'multisafepay-payment-links' ),
			'site_without_key'          => __( 'This site has no API key yet.', 'multisafepay-payment-links' ),
			'not_with_site'             => __( 'Send either a saved site or a key, not both.', 'multisafepay-payment-links' ),
			'no_official_key'           => __( 'The MultiSafepay plugin has no API key for this environment.', 'multisafepay-payment-links' ),
			'site_id_format'            => __( 'Use 1 to 32 small letters, digits and hyphens.', 'multisafepay-payment-links' ),
			'site_id_duplicate'         => __( 'Another site has this id.', 'multisafepay-payment-links' ),
			'no_sites'                  => __( 'Keep at least one site.', 'multisafepay-payment-links' ),
			/* translators: {max} is a number; keep it. */
			'too_many_sites'            => __( 'There can be at most {max} sites.', 'multisafepay-payment-links' ),
			'no_default_site'           => __( 'Choose the site that new links begin with.', 'multisafepay-payment-links' ),
			'several_default_sites'     => __( 'Only one site can be the default.', 'multisafepay-payment-links' ),
			'unknown_field'             => __( 'Unknown field.', 'multisafepay-payment-links' ),
			'invalid_json'              => __( 'The request is not JSON.', 'multisafepay-payment-links' ),
		];
	}
}
