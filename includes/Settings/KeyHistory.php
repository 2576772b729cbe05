<?php
/**
 * Keys outlive their replacement.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use DateInterval;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\KeyUse;
use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;

/**
 * Keeps a key that is replaced, removed or switched away from for as long as links that were made with it need it.
 *
 * A key that is set on the server (constant or environment variable) is never copied into the database: what it was
 * before a change there is not known, and links made with it cannot be asked about any more.
 */
final class KeyHistory {

	/**
	 * Refunds and chargebacks come weeks after a payment, late payments days after a link's end.
	 */
	private const KEEP_DAYS = 90;

	/**
	 * Takes the store, the official plugin's keys and what knows which keys links need.
	 */
	public function __construct(
		private readonly FormerKeyStore $store,
		private readonly OfficialPluginKeys $official,
		private readonly KeyUse $use,
		private readonly Clock $clock,
	) {}

	/**
	 * Keeps what the new settings no longer have. Called before they are written: a crash in between loses no key.
	 *
	 * @param mixed $before The option as it is.
	 * @param mixed $after  The option as it is going to be.
	 */
	public function remember( mixed $before, mixed $after ): void {
		$now  = $this->marked( $this->keys( SettingsRecord::from_value( $after ) ) );
		$gone = array_diff_key( $this->marked( $this->keys( SettingsRecord::from_value( $before ) ) ), $now );
		if ( [] === $gone ) {
			return;
		}

		$this->keep( array_map( fn ( ApiKey $key ): FormerKey => new FormerKey( $key, $this->clock->now() ), array_values( $gone ) ) );
	}

	/**
	 * Forgets keys that no link needs any more.
	 */
	public function prune(): void {
		if ( [] !== $this->store->all() ) {
			$this->keep( [] );
		}
	}

	/**
	 * Keeps these beside the ones that are kept, as far as links need them.
	 *
	 * @param list<FormerKey> $more Further keys.
	 */
	private function keep( array $more ): void {
		try {
			$needed = $this->use->fingerprints_needed( $this->clock->now()->sub( new DateInterval( 'P' . self::KEEP_DAYS . 'D' ) ) );
		} catch ( StorageFailed ) {
			// Nobody knows which: all are kept, and the settings are saved.
			$needed = null;
		}
		$kept   = [];
		foreach ( [ ...$this->store->all(), ...$more ] as $former ) {
			if ( null === $needed || in_array( $former->key->fingerprint(), $needed, true ) ) {
				$kept[ $former->key->fingerprint() ] ??= $former;
			}
		}

		$this->store->replace( array_values( $kept ) );
	}

	/**
	 * Returns the keys that settings bring along.
	 *
	 * @return list<ApiKey>
	 */
	private function keys( Settings $settings ): array {
		$keys = [];
		foreach ( $settings->sites as $site ) {
			$keys[] = $site->api_key;
			$keys[] = $site->uses_official_key ? $this->official->find( $site->environment ) : null;
		}

		return array_values( array_filter( $keys ) );
	}

	/**
	 * Returns keys by their mark.
	 *
	 * @param list<ApiKey> $keys Keys.
	 * @return array<string, ApiKey>
	 */
	private function marked( array $keys ): array {
		$marked = [];
		foreach ( $keys as $key ) {
			$marked[ 'key:' . $key->fingerprint() ] = $key;
		}

		return $marked;
	}
}
