<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders\Domain;

/**
 * Converts phone numbers to the international format. Returns nothing if a number is ambiguous: a message must not be
 * sent to a stranger.
 */
final class InternationalPhone {

	private function __construct() {}

	/**
	 * Returns the number in the format `+31612345678`, or an empty string if it cannot be determined.
	 *
	 * @param string $calling_code Calling code of the country, such as `+31`; empty if unknown.
	 */
	public static function of( string $input, string $calling_code ): string {
		$number = (string) preg_replace( '/[\s().\/\x{2010}-\x{2015}-]+/u', '', trim( $input ) );
		$home   = DialingPlan::find( (string) preg_replace( '/\D/', '', $calling_code ) );
		$prefix = null === $home ? '00' : $home->international_prefix();
		if ( '' !== $prefix && str_starts_with( $number, $prefix ) ) {
			$number = '+' . substr( $number, strlen( $prefix ) );
		}

		$converted = match ( true ) {
			1 === preg_match( '/\A\+\d+\z/', $number ) => self::international( substr( $number, 1 ) ),
			null === $home || ! ctype_digit( $number ) || str_starts_with( $number, '00' ) => '',
			default => self::national( $number, $home ),
		};

		return 1 === preg_match( '/\A\+[1-9]\d{7,14}\z/', $converted ) ? $converted : '';
	}

	/**
	 * @param string $digits Calling code and number.
	 */
	private static function international( string $digits ): string {
		$plan = DialingPlan::find( $digits );
		$rest = null === $plan ? '' : $plan->from_international( substr( $digits, strlen( $plan->code ) ) );

		return null === $plan || '' === $rest ? '' : '+' . $plan->code . $rest;
	}

	private static function national( string $digits, DialingPlan $home ): string {
		$rest = $home->from_national( $digits );

		return '' === $rest ? '' : '+' . $home->code . $rest;
	}
}
