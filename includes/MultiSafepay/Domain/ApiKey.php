<?php
/**
 * A secret of the provider.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

use LogicException;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use SensitiveParameter;
use stdClass;
use WeakMap;

/**
 * An API key that prints, dumps and serialises as its mask only.
 */
final class ApiKey {

	private const MASK = '••••••••';

	/**
	 * The keys, kept beside the objects so that no dump, cast or stack trace of an object can show one.
	 *
	 * @var WeakMap<stdClass, string>|null
	 */
	private static ?WeakMap $keys = null;

	/**
	 * Where this key is; copies of the object share it.
	 */
	private readonly stdClass $handle;

	/**
	 * Trims and checks the key. The provider publishes no shape; its own software refuses keys under five characters.
	 *
	 * @throws InvalidValue When it is too short, too long or holds characters that cannot stand in a header.
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
	 * Returns the key itself: for the request header and the signature check only.
	 */
	public function reveal(): string {
		return self::$keys?->offsetGet( $this->handle ) ?? throw new LogicException( 'There is no key.' );
	}

	/**
	 * Returns what staff may see: the last four characters behind dots, dots alone for a key too short for that.
	 */
	public function masked(): string {
		$key = $this->reveal();

		return strlen( $key ) < 16 ? self::MASK : self::MASK . substr( $key, -4 );
	}

	/**
	 * Returns a short one-way mark that tells which key a link was made with.
	 */
	public function fingerprint(): string {
		return substr( hash( 'sha256', 'multisafepay-payment-links:' . $this->reveal() ), 0, 16 );
	}

	/**
	 * Prints the mask.
	 */
	public function __toString(): string {
		return $this->masked();
	}

	/**
	 * Refuses to leave the process.
	 *
	 * @return never
	 * @throws LogicException Always.
	 */
	public function __serialize(): array {
		throw new LogicException( 'An API key is not serialised.' );
	}
}
