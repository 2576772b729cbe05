<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Customer;

use MultiSafepay\PaymentLinks\Shared\Domain\CountryCode;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\PlainText;

/**
 * MultiSafepay's limits in characters. Values from an order are shortened; values from a request are refused.
 *
 * Email addresses may be longer than MultiSafepay accepts, because the shop sends email itself. MultiSafepay then gets
 * none.
 */
final class CustomerLimits {

	public const MIN_NAME = 2;

	public const MAX_PROVIDER_EMAIL = 64;

	private const MIN_PHONE_DIGITS = 5;

	/**
	 * An international number has at most 15 digits.
	 */
	private const MAX_PHONE_DIGITS = 15;

	private const CUSTOMER = [
		'first_name'   => 25,
		'last_name'    => 25,
		'email'        => 254,
		'phone'        => 25,
		'company_name' => 100,
		'address1'     => 64,
		'address2'     => 64,
		'house_number' => 10,
		'zip_code'     => 10,
		'city'         => 50,
		'state'        => 6,
		'country'      => 2,
	];

	private const DELIVERY = [
		'first_name'   => 25,
		'last_name'    => 25,
		'address1'     => 64,
		'house_number' => 9,
		'zip_code'     => 10,
		'city'         => 50,
		'country'      => 2,
		'phone'        => 25,
		'email'        => 254,
	];

	/**
	 * @param array<string, int> $limits Characters by field.
	 */
	private function __construct(
		private readonly string $prefix,
		private readonly array $limits,
	) {}

	public static function customer(): self {
		return new self( 'customer', self::CUSTOMER );
	}

	public static function delivery(): self {
		return new self( 'delivery', self::DELIVERY );
	}

	/**
	 * Shortens stored values. Texts are cut; codes and numbers that do not fit are omitted, because cutting makes them
	 * wrong.
	 *
	 * @param array<string, string> $raw By field. Unknown fields are ignored.
	 * @return array<string, string> All fields; empty if a value does not fit.
	 */
	public function fit( array $raw ): array {
		$fitted = [];
		foreach ( $this->limits as $field => $max ) {
			$fitted[ $field ] = self::fit_field( $field, new PlainText( $raw[ $field ] ?? '' ), $max );
		}

		return $fitted;
	}

	/**
	 * Validates values from a request.
	 *
	 * @param array<string, string|null> $input By field. Unknown fields are ignored.
	 * @return array{array<string, string>, list<InvalidValue>} All fields, and the errors.
	 */
	public function validate( array $input ): array {
		$values = [];
		$errors = [];
		foreach ( $this->limits as $field => $max ) {
			$text   = new PlainText( $input[ $field ] ?? '' );
			$reason = self::error_reason( $field, $text, $max );
			if ( null !== $reason ) {
				$errors[] = $this->error( $field, $reason, 'too_long' === $reason ? [ 'max' => $max ] : [] );
			}
			$values[ $field ] = 'country' === $field ? strtoupper( $text->value ) : $text->value;
		}

		return [ $values, $errors ];
	}

	/**
	 * @param array<string, int|string> $arguments Placeholders of the message.
	 */
	public function error( string $field, string $reason, array $arguments = [] ): InvalidValue {
		return new InvalidValue( $this->prefix . '.' . $field, $reason, $arguments );
	}

	/**
	 * @param list<InvalidValue> $errors
	 * @throws InvalidFields If there are errors.
	 */
	public static function throw_if_any( array $errors ): void {
		if ( [] !== $errors ) {
			throw new InvalidFields( $errors );
		}
	}

	/**
	 * Returns the reason of the error, or null if the value is valid or empty.
	 */
	private static function error_reason( string $field, PlainText $text, int $max ): ?string {
		return match ( true ) {
			'' === $text->value => null,
			'country' === $field => null === CountryCode::of( $text->value ) ? 'invalid_country' : null,
			$text->length() > $max => 'too_long',
			'email' === $field && ! self::is_email( $text->value ) => 'invalid_email',
			default => null,
		};
	}

	private static function fit_field( string $field, PlainText $text, int $max ): string {
		return match ( $field ) {
			'country' => CountryCode::of( $text->value ) ?? '',
			'email' => $text->length() <= $max && self::is_email( $text->value ) ? $text->value : '',
			'phone' => self::fit_whole( new PlainText( self::phone( $text->value ) ), '/[^0-9+(]+|\(0\)|\(/', $max ),
			'zip_code', 'house_number' => self::fit_whole( $text, '/\s+/', $max ),
			'state' => $text->length() <= $max ? $text->value : '',
			default => $text->cut_to( $max ),
		};
	}

	/**
	 * Fits a number without cutting it: removes separators if it is too long, and omits it if that is not enough.
	 */
	private static function fit_whole( PlainText $text, string $separators, int $max ): string {
		if ( $text->length() <= $max ) {
			return $text->value;
		}
		$compact = new PlainText( (string) preg_replace( $separators, '', $text->value ) );

		return $compact->length() <= $max ? $compact->value : '';
	}

	/**
	 * Returns the phone number without an extension, a second number or remarks, whose digits would be read as part of
	 * it.
	 */
	private static function phone( string $text ): string {
		preg_match( '/[+(]*\d[\d\s()+.\/\x{2010}-\x{2015}-]*/u', $text, $match );
		$number = $match[0] ?? '';
		$number = self::digits( $number ) > self::MAX_PHONE_DIGITS ? explode( '/', $number )[0] : $number;
		$digits = self::digits( $number );

		return $digits >= self::MIN_PHONE_DIGITS && $digits <= self::MAX_PHONE_DIGITS ? trim( $number, ' /.-(' ) : '';
	}

	/**
	 * Whether MultiSafepay accepts the length of the address.
	 */
	public static function fits_provider_email( string $email ): bool {
		return ( new PlainText( $email ) )->length() <= self::MAX_PROVIDER_EMAIL;
	}

	private static function digits( string $text ): int {
		return strlen( (string) preg_replace( '/\D/', '', $text ) );
	}

	private static function is_email( string $text ): bool {
		return false !== filter_var( $text, FILTER_VALIDATE_EMAIL );
	}
}
