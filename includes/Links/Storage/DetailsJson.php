<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use MultiSafepay\PaymentLinks\Links\Application\Create\LinkForm;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkFields;
use MultiSafepay\PaymentLinks\Links\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * Converts the details of a link to JSON with the field names of the REST API. Amount and currency are stored in
 * separate columns.
 */
final class DetailsJson {

	public function encode( LinkDetails $details ): string {
		$fields = LinkFields::stored();
		$values = [ 'seconds_active' => $details->seconds_active ] + LinkInput::of( $details, $fields )->to_array();
		$stored = [];
		foreach ( $fields as $name ) {
			$stored[ $name ] = $values[ $name ] ?? null;
		}

		// phpcs:ignore WordPress.WP.AlternativeFunctions -- It has to throw, and unit tests run without WordPress.
		return json_encode(
			$stored,
			JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE
		);
	}

	/**
	 * Values that are not valid are left empty, so that the link itself remains readable.
	 */
	public function decode( string $json, int $amount, string $currency ): LinkDetails {
		$decoded = json_decode( $json, true );

		return LinkForm::read( is_array( $decoded ) ? $decoded : [] )->details(
			new Money( $amount, new Currency( $currency ) )
		);
	}
}
