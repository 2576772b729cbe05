<?php
/**
 * Every key that the shop knows.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;

/**
 * Keys in use, stored, set on the server, the official plugin's and former ones: a link bears the mark of its key, and
 * whatever place that key is found in, it is the right one.
 */
final class KnownKeys {

	/**
	 * Takes the places of keys.
	 */
	public function __construct(
		private readonly SettingsStore $store,
		private readonly DefinedKeys $defined,
		private readonly OfficialPluginKeys $official,
		private readonly FormerKeyStore $former,
	) {}

	/**
	 * Returns the key with this mark, or null when the shop does not know it any more.
	 */
	public function find( string $fingerprint ): ?ApiKey {
		foreach ( $this->all() as $key ) {
			if ( hash_equals( $key->fingerprint(), $fingerprint ) ) {
				return $key;
			}
		}

		return null;
	}

	/**
	 * Returns all of them; the same key may be there more than once.
	 *
	 * @return list<ApiKey>
	 */
	public function all(): array {
		$keys = [];
		foreach ( $this->store->load()->sites as $site ) {
			$keys[] = $site->api_key;
		}
		foreach ( Environment::cases() as $environment ) {
			$keys[] = $this->defined->find( $environment )?->key;
			$keys[] = $this->official->find( $environment );
		}
		foreach ( $this->former->all() as $former ) {
			$keys[] = $former->key;
		}

		return array_values( array_filter( $keys ) );
	}
}
