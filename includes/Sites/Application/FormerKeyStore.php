<?php
/**
 * Keys that were replaced.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use DateTimeImmutable;
use DateTimeZone;
use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;

/**
 * Keeps them in an option of their own, which is never autoloaded and which no screen and no route reads.
 */
final class FormerKeyStore {

	public const OPTION = 'multisafepay_payment_links_former_keys';

	/**
	 * Returns the keys that are kept; what cannot be one is left out.
	 *
	 * @return list<FormerKey>
	 */
	public function all(): array {
		$stored = get_option( self::OPTION, [] );
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
	 * Keeps these and no others. Writes only when something changed.
	 *
	 * @param list<FormerKey> $keys All that are to be kept.
	 */
	public function replace( array $keys ): void {
		if ( [] === $keys ) {
			// A query only where there is something to forget.
			if ( [] !== get_option( self::OPTION, [] ) ) {
				delete_option( self::OPTION );
			}

			return;
		}

		update_option(
			self::OPTION,
			array_map(
				static fn ( FormerKey $former ): array => [
					'api_key'     => $former->key->reveal(),
					'replaced_at' => $former->replaced_at->getTimestamp(),
				],
				$keys
			),
			false
		);
	}

	/**
	 * Reads one entry.
	 *
	 * @param array<mixed> $entry As stored.
	 */
	private static function read( array $entry ): ?FormerKey {
		$key = $entry['api_key'] ?? null;
		$at  = $entry['replaced_at'] ?? 0;
		try {
			return is_string( $key ) ? new FormerKey( new ApiKey( $key ), ( new DateTimeImmutable( '@' . ( is_int( $at ) ? $at : 0 ) ) )->setTimezone( new DateTimeZone( 'UTC' ) ) ) : null;
		} catch ( InvalidValue ) {
			return null;
		}
	}
}
