<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;

/**
 * All keys that the shop knows, from the settings, the server, the official plugin and the former keys. A link stores
 * the fingerprint of its key, so the source of the key does not matter.
 */
final class KnownKeys {

	public function __construct(
		private readonly SettingsStore $store,
		private readonly DefinedKeys $defined,
		private readonly OfficialPluginKeys $official,
		private readonly FormerKeyStore $former,
	) {}

	/**
	 * Returns null if the shop no longer knows the key.
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
	 * The list may contain a key more than once.
	 *
	 * @return list<ApiKey>
	 */
	public function all(): array {
		$keys = [];
		foreach ( $this->store->load()->sites as $site ) {
			$keys[] = $site->api_key;
		}
		foreach ( Environment::cases() as $environment ) {
			$keys[] = $this->defined->find( $environment );
			$keys[] = $this->official->find( $environment );
		}
		foreach ( $this->former->all() as $former ) {
			$keys[] = $former->key;
		}

		return array_values( array_filter( $keys ) );
	}

	/**
	 * Returns the keys that a log must not contain, with their masks.
	 *
	 * @return list<array{secret: string, mask: string}>
	 */
	public function secrets(): array {
		return array_map(
			static fn ( ApiKey $key ): array => [
				'secret' => $key->reveal(),
				'mask'   => $key->masked(),
			],
			$this->all()
		);
	}
}
