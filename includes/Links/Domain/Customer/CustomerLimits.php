<?php
/**
 * How much the provider takes about a person.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;

/**
 * The provider's limits in characters. What the shop stored is made to fit; what a person typed is refused instead.
 */
final class CustomerLimits {

	public const MIN_NAME = 2;

	private const CUSTOMER = [
		'first_name'   => 25,
		'last_name'    => 25,
		'email'        => 64,
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
		'email'        => 64,
	];

	/**
	 * Takes limits and the name that errors begin with.
	 *
	 * @param string             $prefix Field of the wire.
	 * @param array<string, int> $limits Characters by field.
	 */
	private function __construct(
		private readonly string $prefix,
		private readonly array $limits,
	) {}

	/**
	 * The limits of the payer.
	 */
	public static function customer(): self {
		return new self( 'customer', self::CUSTOMER );
	}

	/**
	 * The limits of the receiver of goods.
	 */
	public static function delivery(): self {
		return new self( 'delivery', self::DELIVERY );
	}

	/**
	 * Makes stored values fit: words are cut, codes and numbers that would be wrong when cut are dropped.
	 *
	 * @param array<string, string> $raw By field; others are left out.
	 * @return array<string, string> Every field, empty where nothing fits.
	 */
	public function fitted( array $raw ): array {
		$fitted = [];
		foreach ( $this->limits as $field => $max ) {
			$fitted[ $field ] = self::fit( $field, new PlainText( $raw[ $field ] ?? '' ), $max );
		}

		return $fitted;
	}

	/**
	 * Checks typed values.
	 *
	 * @param array<string, string|null> $input By field; others are left out.
	 * @return array{array<string, string>, list<InvalidValue>} Every field, and what is wrong.
	 */
	public function checked( array $input ): array {
		$values = [];
		$errors = [];
		foreach ( $this->limits as $field => $max ) {
			$text   = new PlainText( $input[ $field ] ?? '' );
			$reason = self::objection( $field, $text, $max );
			if ( null !== $reason ) {
				$errors[] = $this->error( $field, $reason, 'too_long' === $reason ? [ 'max' => $max ] : [] );
			}
			$values[ $field ] = 'country' === $field ? strtoupper( $text->value ) : $text->value;
		}

		return [ $values, $errors ];
	}

	/**
	 * Makes an error of a field.
	 *
	 * @param string                    $field     Without the prefix.
	 * @param string                    $reason    Stable code.
	 * @param array<string, int|string> $arguments What the words need.
	 */
	public function error( string $field, string $reason, array $arguments = [] ): InvalidValue {
		return new InvalidValue( $this->prefix . '.' . $field, $reason, $arguments );
	}

	/**
	 * Throws when there is an error.
	 *
	 * @param list<InvalidValue> $errors Any.
	 * @throws InvalidFields With all of them.
	 */
	public static function refuse( array $errors ): void {
		if ( [] !== $errors ) {
			throw new InvalidFields( $errors );
		}
	}

	/**
	 * Says what is wrong with a typed value. An empty one is fine.
	 */
	private static function objection( string $field, PlainText $text, int $max ): ?string {
		return match ( true ) {
			'' === $text->value => null,
			'country' === $field => null === CountryCode::of( $text->value ) ? 'invalid_country' : null,
			$text->length() > $max => 'too_long',
			'email' === $field && ! self::is_email( $text->value ) => 'invalid_email',
			default => null,
		};
	}

	/**
	 * Makes a stored value fit.
	 */
	private static function fit( string $field, PlainText $text, int $max ): string {
		return match ( $field ) {
			'country' => CountryCode::of( $text->value ) ?? '',
			'email' => $text->length() <= $max && self::is_email( $text->value ) ? $text->value : '',
			'phone' => self::whole( $text, '/[^0-9+]+/', $max ),
			'zip_code', 'house_number' => self::whole( $text, '/\s+/', $max ),
			'state' => $text->length() <= $max ? $text->value : '',
			default => $text->cut_to( $max ),
		};
	}

	/**
	 * Keeps a number whole: without its filling where that makes it fit, else not at all.
	 */
	private static function whole( PlainText $text, string $filling, int $max ): string {
		if ( $text->length() <= $max ) {
			return $text->value;
		}
		$packed = new PlainText( (string) preg_replace( $filling, '', $text->value ) );

		return $packed->length() <= $max ? $packed->value : '';
	}

	/**
	 * Tells whether mail could go there.
	 */
	private static function is_email( string $text ): bool {
		return false !== filter_var( $text, FILTER_VALIDATE_EMAIL );
	}
}
