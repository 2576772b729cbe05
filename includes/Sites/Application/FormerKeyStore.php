<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use DateTimeImmutable;
use DateTimeZone;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Shared\Application\Options;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\FormerKey;

/**
 * Stores former keys in a separate option. It is never autoloaded, and no screen or route reads it.
 */
final class FormerKeyStore {

	public const OPTION = 'multisafepay_payment_links_former_keys';

	public function __construct( private readonly Options $options ) {}

	/**
	 * Returns the stored keys. Invalid entries are skipped.
	 *
	 * @return list<FormerKey>
	 */
	public function all(): array {
		$stored = $this->options->get( self::OPTION );
		$keys   = [];
		foreach ( is_array( $stored ) ? $stored : [] as $entry ) {
			$key = is_array( $entry ) ? self::read( $entry ) : null;
			if ( null !== $key ) {
				$keys[] = $key;
			}
		}

		return $keys;
	}

	/**
	 * Replaces all stored keys.
	 *
	 * @param list<FormerKey> $keys
	 */
	public function replace( array $keys ): void {
		if ( [] === $keys ) {
			if ( false !== $this->options->get( self::OPTION ) ) {
				$this->options->delete( self::OPTION );
			}

			return;
		}

		$this->options->set(
			self::OPTION,
			array_map(
				static fn ( FormerKey $former ): array => [
					'api_key'     => $former->key->reveal(),
					'replaced_at' => $former->replaced_at->getTimestamp(),
				],
				$keys
			)
		);
	}

	/**
	 * @param array<mixed> $entry
	 */
	private static function read( array $entry ): ?FormerKey {
		$key         = $entry['api_key'] ?? null;
		$replaced_at = $entry['replaced_at'] ?? 0;
		try {
			return is_string( $key )
				? new FormerKey(
					new ApiKey( $key ),
					( new DateTimeImmutable( '@' . ( is_int( $replaced_at ) ? $replaced_at : 0 ) ) )->setTimezone(
						new DateTimeZone( 'UTC' )
					)
				)
				: null;
		} catch ( InvalidValue ) {
			return null;
		}
	}
}
