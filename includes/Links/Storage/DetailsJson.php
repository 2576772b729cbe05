<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\Delivery;
use MultiSafepay\PaymentLinks\Links\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Shared\Application\InputBag;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * Converts the details of a link to JSON with the field names of the REST API. Amount and currency are stored in
 * separate columns.
 */
final class DetailsJson {

	public function encode( LinkDetails $details ): string {
		// phpcs:ignore WordPress.WP.AlternativeFunctions -- It has to throw, and unit tests run without WordPress.
		return json_encode(
			[
				'description'    => $details->description,
				'seconds_active' => $details->seconds_active,
				'second_chance'  => $details->second_chance,
				'gateway'        => $details->gateway,
				'customer'       => $details->customer->to_array(),
				'delivery'       => $details->delivery?->to_array(),
				'include_cart'   => $details->include_cart,
				'redirect_url'   => $details->redirect_url,
				'cancel_url'     => $details->cancel_url,
				'note'           => $details->note,
			],
			JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE
		);
	}

	/**
	 * Values that are not valid are left empty, so that the link itself remains readable.
	 */
	public function decode( string $json, int $amount, string $currency ): LinkDetails {
		$decoded = json_decode( $json, true );
		$values  = new InputBag( is_array( $decoded ) ? $decoded : [] );

		return new LinkDetails(
			new Money( $amount, new Currency( $currency ) ),
			$values->text( 'description' ),
			$values->number( 'seconds_active' ) ?? 1,
			$values->boolean( 'second_chance' ),
			$this->text_or_null( $values, 'gateway' ),
			$this->customer( $values ),
			$this->delivery( $values ),
			$values->boolean( 'include_cart' ),
			$this->text_or_null( $values, 'redirect_url' ),
			$this->text_or_null( $values, 'cancel_url' ),
			$values->text( 'note' )
		);
	}

	private function customer( InputBag $values ): Customer {
		try {
			return Customer::from_input( $values->texts( 'customer' ) );
		} catch ( InvalidFields ) {
			return Customer::from_input( [] );
		}
	}

	private function delivery( InputBag $values ): ?Delivery {
		try {
			return $values->has( 'delivery' ) ? Delivery::from_input( $values->texts( 'delivery' ) ) : null;
		} catch ( InvalidFields ) {
			return null;
		}
	}

	private function text_or_null( InputBag $values, string $field ): ?string {
		$text = $values->text( $field );

		return '' === $text ? null : $text;
	}
}
