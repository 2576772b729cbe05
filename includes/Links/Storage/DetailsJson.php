<?php
/**
 * What a link asks for, as JSON.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use MultiSafepay\PaymentLinks\Application\FormValues;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Customer;
use MultiSafepay\PaymentLinks\Domain\Delivery;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Domain\Money;

/**
 * Keeps the details of a link in one column, in the names of the wire. Amount and currency have columns of their own.
 */
final class DetailsJson {

	/**
	 * Returns JSON.
	 */
	public function encode( LinkDetails $details ): string {
		// phpcs:ignore WordPress.WP.AlternativeFunctions.json_encode_json_encode -- Must throw, and must run in tests without WordPress.
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
	 * Returns the details. What cannot be read any more is left empty, so that the link itself is never lost from sight.
	 */
	public function decode( string $json, int $amount, string $currency ): LinkDetails {
		$decoded = json_decode( $json, true );
		$values  = new FormValues( is_array( $decoded ) ? $decoded : [] );

		return new LinkDetails(
			new Money( $amount, new Currency( $currency ) ),
			$values->text( 'description' ),
			$values->number( 'seconds_active' ) ?? 1,
			$values->flag( 'second_chance' ),
			$this->text_or_null( $values, 'gateway' ),
			$this->customer( $values ),
			$this->delivery( $values ),
			$values->flag( 'include_cart' ),
			$this->text_or_null( $values, 'redirect_url' ),
			$this->text_or_null( $values, 'cancel_url' ),
			$values->text( 'note' )
		);
	}

	/**
	 * Returns the payer.
	 */
	private function customer( FormValues $values ): Customer {
		try {
			return Customer::from_input( $values->texts( 'customer' ) );
		} catch ( InvalidFields ) {
			return Customer::from_input( [] );
		}
	}

	/**
	 * Returns the delivery address, or null.
	 */
	private function delivery( FormValues $values ): ?Delivery {
		try {
			return $values->has( 'delivery' ) ? Delivery::from_input( $values->texts( 'delivery' ) ) : null;
		} catch ( InvalidFields ) {
			return null;
		}
	}

	/**
	 * Returns text, or null when there is none.
	 */
	private function text_or_null( FormValues $values, string $field ): ?string {
		$text = $values->text( $field );

		return '' === $text ? null : $text;
	}
}
