<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Domain;

use LogicException;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use SensitiveParameter;
use stdClass;
use WeakMap;

/**
 * An API key. Casting to string gives the mask, dumps do not contain the key, and serialising throws.
 */
final class ApiKey {

	private const MASK = '••••••••';

	/**
	 * The keys, stored outside the objects so that no dump, cast or stack trace of an object can contain one.
	 *
	 * @var WeakMap<stdClass, string>|null
	 */
	private static ?WeakMap $keys = null;

	/**
	 * Index into the map. Clones of the object share it.
	 */
	private readonly stdClass $handle;

	/**
	 * MultiSafepay does not document the format. Its own plugins refuse keys under five characters.
	 *
	 * @throws InvalidValue If the key is too short, too long or has characters that a header cannot contain.
	 */
	public function __construct( #[SensitiveParameter] string $key ) {
		$key = trim( $key );
		if ( 1 !== preg_match( '/\A[\x21-\x7e]{5,200}\z/', $key ) ) {
			throw new InvalidValue( 'api_key', 'invalid_api_key' );
		}

		$this->handle = new stdClass();
		self::$keys ??= new WeakMap();
		self::$keys->offsetSet( $this->handle, $key );
	}

	/**
	 * Returns the key in plain text. Use it only for request headers, signatures, storage and masking.
	 */
	public function reveal(): string {
		return self::$keys?->offsetGet( $this->handle ) ?? throw new LogicException( 'There is no key.' );
	}

	/**
	 * Returns dots and the last four characters, or only dots for a short key.
	 */
	public function masked(): string {
		$key = $this->reveal();

		return strlen( $key ) < 16 ? self::MASK : self::MASK . substr( $key, -4 );
	}

	/**
	 * Returns a short one-way hash that identifies the key that a link was created with.
	 */
	public function fingerprint(): string {
		return substr( hash( 'sha256', 'multisafepay-payment-links:' . $this->reveal() ), 0, 16 );
	}

	public function __toString(): string {
		return $this->masked();
	}

	/**
	 * @return never
	 * @throws LogicException Always, so that a key is never stored in a cache or session.
	 */
	public function __serialize(): array {
		throw new LogicException( 'An API key is not serialised.' );
	}
}
