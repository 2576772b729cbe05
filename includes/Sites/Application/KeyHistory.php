<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use DateInterval;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;
use MultiSafepay\PaymentLinks\Sites\Domain\FormerKey;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;

/**
 * Keeps replaced and removed keys as long as links that were created with them need them.
 *
 * A key from a constant or an environment variable is never copied into the database. After such a key changes, links
 * that were created with it can no longer be managed.
 */
final class KeyHistory {

	/**
	 * Refunds and chargebacks can follow weeks after a payment; late payments can follow days after a link expires.
	 */
	private const KEEP_DAYS = 90;

	public function __construct(
		private readonly FormerKeyStore $store,
		private readonly OfficialPluginKeys $official,
		private readonly KeyUsage $usage,
		private readonly Clock $clock,
	) {}

	/**
	 * Keeps the keys that the new settings no longer contain. Called before the settings are written, so that a crash
	 * in between loses no key.
	 *
	 * @param mixed $before Stored value of the settings option.
	 * @param mixed $after Value that is about to be written.
	 */
	public function remember( mixed $before, mixed $after ): void {
		$current = $this->by_fingerprint( $this->keys( SettingsStore::from_value( $after ) ) );
		$removed = array_diff_key(
			$this->by_fingerprint( $this->keys( SettingsStore::from_value( $before ) ) ),
			$current
		);
		if ( [] === $removed ) {
			return;
		}

		$this->keep( array_map(
			fn ( ApiKey $key ): FormerKey => new FormerKey( $key, $this->clock->now() ),
			array_values( $removed )
		) );
	}

	/**
	 * Removes keys that no link needs any more.
	 */
	public function prune(): void {
		if ( [] !== $this->store->all() ) {
			$this->keep( [] );
		}
	}

	/**
	 * Adds former keys, and removes all keys that no link needs.
	 *
	 * @param list<FormerKey> $additional
	 */
	private function keep( array $additional ): void {
		try {
			$needed = $this->usage->fingerprints_needed( $this->clock->now()->sub( new DateInterval(
				'P' . self::KEEP_DAYS . 'D'
			) ) );
		} catch ( StorageFailed ) {
			// Keep all keys if the needed ones cannot be determined. Saving the settings must not fail.
			$needed = null;
		}
		$former_keys = [];
		foreach ( [ ...$this->store->all(), ...$additional ] as $former ) {
			if ( null === $needed || in_array( $former->key->fingerprint(), $needed, true ) ) {
				$former_keys[ $former->key->fingerprint() ] ??= $former;
			}
		}

		$this->store->replace( array_values( $former_keys ) );
	}

	/**
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
	 * @param list<ApiKey> $keys
	 * @return array<string, ApiKey>
	 */
	private function by_fingerprint( array $keys ): array {
		$by_fingerprint = [];
		foreach ( $keys as $key ) {
			$by_fingerprint[ 'key:' . $key->fingerprint() ] = $key;
		}

		return $by_fingerprint;
	}
}
