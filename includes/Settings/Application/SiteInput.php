<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Sites\Application\OfficialPluginKeys;
use MultiSafepay\PaymentLinks\Sites\Application\SiteKeys;
use MultiSafepay\PaymentLinks\Sites\Domain\DeclaredSettings;
use MultiSafepay\PaymentLinks\Sites\Domain\KeySource;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteSettings;

/**
 * Validates one site of the settings and determines which API key to store.
 */
final class SiteInput {

	public function __construct(
		private readonly SiteKeys $keys,
		private readonly OfficialPluginKeys $official,
	) {}

	/**
	 * Errors are recorded in the reader.
	 *
	 * @return array<string, mixed> Arguments of SiteSettings. Invalid values are missing.
	 */
	public function read( InputReader $reader, Settings $current ): array {
		$declared = DeclaredSettings::of( SiteSettings::class );
		$reader->allow_only( [ 'id', 'api_key', 'key_source', ...array_keys( $declared ) ] );

		$id      = $this->id( $reader );
		$api_key = $this->api_key( $reader, $id, $current );
		$values  = $reader->settings( $declared );

		return [
			'id'                => $id,
			'api_key'           => $api_key,
			'uses_official_key' => $this->uses_official_key( $reader, $id, $values['environment'] ?? null, $current ),
		] + $values;
	}

	private function id( InputReader $reader ): string {
		$id = $reader->optional_text( 'id' );
		if ( ! SiteSettings::is_valid_id( $id ) ) {
			$reader->errors->add( $reader->path( 'id' ), '' === $id ? 'required' : 'site_id_format' );
		}

		return $id;
	}

	/**
	 * Returns the key to store: the sent key, null for an empty value, or the stored key when the field is missing or
	 * contains a mask.
	 */
	private function api_key( InputReader $reader, string $id, Settings $current ): ?ApiKey {
		$value  = $reader->optional_text( 'api_key' );
		$stored = $current->site( $id )?->api_key;
		if ( ! $reader->has( 'api_key' ) || in_array( $value, $this->masks( $id, $current ), true ) ) {
			return $stored;
		}

		return '' === $value ? null : $reader->build( 'api_key', static fn (): ApiKey => new ApiKey( $value ) );
	}

	/**
	 * Returns the masks that staff may have received: of the stored key, and of the key in use, which may be configured
	 * on the server.
	 *
	 * @return list<string>
	 */
	private function masks( string $id, Settings $current ): array {
		$keys = [ $current->site( $id )?->api_key ];
		foreach ( $this->keys->resolve( $current ) as $resolved ) {
			if ( $resolved->site->id === $id ) {
				$keys[] = $resolved->site->api_key;
			}
		}

		return array_values( array_map( static fn ( ApiKey $key ): string => $key->masked(), array_filter( $keys ) ) );
	}

	/**
	 * Whether the site uses the official plugin's key. A key configured on the server overrides this setting but does
	 * not change it.
	 *
	 * @param mixed $environment Null if it is not valid.
	 */
	private function uses_official_key(
		InputReader $reader,
		string $id,
		mixed $environment,
		Settings $current,
	): bool {
		$is_used = true === $current->site( $id )?->uses_official_key;
		if ( ! $reader->has( 'key_source' ) ) {
			return $is_used;
		}

		$sources = array_map( static fn ( KeySource $source ): string => $source->value, KeySource::cases() );
		$source  = KeySource::from( $reader->choice( 'key_source', $sources ) );
		if ( KeySource::Constant === $source || KeySource::Environment === $source ) {
			return $is_used;
		}
		if (
			KeySource::Official === $source
			&& ! $is_used
			&& $environment instanceof Environment
			&& null === $this->official->find( $environment )
		) {
			$reader->errors->add( $reader->path( 'key_source' ), 'no_official_key' );
		}

		return KeySource::Official === $source;
	}
}
