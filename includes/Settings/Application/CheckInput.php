<?php
/**
 * A key to prove.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;

/**
 * Finds out which key staff want to prove: one they typed, the official plugin's, or the one a site is used with.
 */
final class CheckInput {

	/**
	 * Takes the places of keys.
	 */
	public function __construct(
		private readonly SiteResolver $sites,
		private readonly OfficialPluginKeys $official,
	) {}

	/**
	 * Reads `{site}`, `{site, environment}`, `{environment, api_key}` or `{environment, key_source: official}`.
	 *
	 * @param array<mixed> $body The request's body.
	 * @throws InvalidFields When it names no key that could be sent.
	 */
	public function read( array $body ): KeyToCheck {
		$errors = new InputErrors();
		$reader = new InputReader( $body, '', $errors );
		$reader->allow_only( [ 'site', 'environment', 'api_key', 'key_source' ] );

		$check = $reader->has( 'site' ) ? $this->of_site( $reader ) : $this->of_key( $reader );
		$errors->throw_if_any();

		return $check ?? throw new \LogicException( 'A key that cannot be checked has an error.' );
	}

	/**
	 * Returns the key the site is used with, for another environment when one is named that is not saved yet.
	 */
	private function of_site( InputReader $reader ): ?KeyToCheck {
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

		return new KeyToCheck( $site->api_key, $reader->has( 'environment' ) ? self::environment( $reader ) : $site->environment );
	}

	/**
	 * Returns the key that was typed, or the official plugin's.
	 */
	private function of_key( InputReader $reader ): ?KeyToCheck {
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
			$typed = $reader->optional_text( 'api_key' );
			if ( '' === $typed ) {
				$reader->errors->add( 'api_key', 'required' );
			}
			$key = $reader->made( 'api_key', static fn (): ApiKey => new ApiKey( $typed ) );
		}

		return null === $key ? null : new KeyToCheck( $key, $environment );
	}

	/**
	 * Reads the environment.
	 */
	private static function environment( InputReader $reader ): Environment {
		return Environment::from( $reader->choice( 'environment', [ 'test', 'live' ] ) );
	}
}
