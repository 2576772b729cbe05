<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Credentials;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Sites\Application\OfficialPluginKeys;
use MultiSafepay\PaymentLinks\Sites\Application\SiteResolver;
use MultiSafepay\PaymentLinks\Sites\Domain\KeySource;

/**
 * Determines which API key staff want to check: an entered key, the official plugin's key, or the key of a site.
 */
final class CheckInput {

	public function __construct(
		private readonly SiteResolver $sites,
		private readonly OfficialPluginKeys $official,
	) {}

	/**
	 * Reads `{site}`, `{site, environment}`, `{environment, api_key}` or `{environment, key_source: official}`.
	 *
	 * @param array<mixed> $body
	 * @throws InvalidFields When the body does not identify an API key.
	 */
	public function read( array $body ): Credentials {
		$errors = new InputErrors();
		$reader = new InputReader( $body, '', $errors );
		$reader->allow_only( [ 'site', 'environment', 'api_key', 'key_source' ] );

		$credentials = $reader->has( 'site' ) ? $this->site_credentials( $reader ) : $this->key_credentials( $reader );
		$errors->throw_if_any();

		return $credentials ?? throw new \LogicException( 'A key that cannot be checked has an error.' );
	}

	/**
	 * Returns the key that the site uses. The environment in the body takes precedence: it may not be saved yet.
	 */
	private function site_credentials( InputReader $reader ): ?Credentials {
		foreach ( [ 'api_key', 'key_source' ] as $name ) {
			if ( $reader->has( $name ) ) {
				$reader->errors->add( $name, 'not_with_site' );
			}
		}

		$site = $this->sites->find( $reader->optional_text( 'site' ) );
		if ( null === $site ) {
			$reader->errors->add( 'site', 'unknown_site' );

			return null;
		}
		if ( null === $site->api_key ) {
			$reader->errors->add( 'api_key', 'site_without_key' );

			return null;
		}

		return new Credentials(
			$site->api_key,
			$reader->has( 'environment' ) ? self::environment( $reader ) : $site->environment
		);
	}

	/**
	 * Returns the entered key, or the official plugin's key.
	 */
	private function key_credentials( InputReader $reader ): ?Credentials {
		$environment = self::environment( $reader );
		if ( $reader->has( 'key_source' ) && ! $reader->has( 'api_key' ) ) {
			$reader->choice( 'key_source', [ KeySource::Official->value ] );
			$key = $this->official->find( $environment );
			if ( null === $key ) {
				$reader->errors->add( 'key_source', 'no_official_key' );
			}
		} else {
			if ( $reader->has( 'key_source' ) ) {
				$reader->choice( 'key_source', [ KeySource::Stored->value ] );
			}
			$entered = $reader->optional_text( 'api_key' );
			if ( '' === $entered ) {
				$reader->errors->add( 'api_key', 'required' );
			}
			$key = $reader->build( 'api_key', static fn (): ApiKey => new ApiKey( $entered ) );
		}

		return null === $key ? null : new Credentials( $key, $environment );
	}

	private static function environment( InputReader $reader ): Environment {
		return Environment::from( $reader->choice( 'environment', [ 'test', 'live' ] ) );
	}
}
