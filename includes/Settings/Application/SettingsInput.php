<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings\Application;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Sites\Domain\DeclaredSettings;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteSettings;

/**
 * Validates a request to replace the settings and returns the settings to store.
 */
final class SettingsInput {

	public function __construct( private readonly SiteInput $site_input ) {}

	/**
	 * Settings are replaced as a whole, with two exceptions: optional settings that are missing do not change, and a
	 * site keeps its API key when the key is missing or equal to its mask.
	 *
	 * @param array<mixed> $body
	 * @throws InvalidFields With all invalid fields.
	 */
	public function read( array $body, Settings $current ): Settings {
		$declared = DeclaredSettings::of( Settings::class );
		$errors   = new InputErrors();
		$reader   = new InputReader( $body, '', $errors );
		$reader->allow_only( [ 'sites', ...array_keys( $declared ) ] );

		$sites  = $this->sites( $reader, $current );
		$values = $reader->settings( $declared );
		$errors->throw_if_any();

		return DeclaredSettings::create(
			Settings::class,
			[
				'sites' => array_map(
					static fn ( array $site ): SiteSettings => DeclaredSettings::create( SiteSettings::class, $site ),
					$sites
				),
			] + $values + array_intersect_key( get_object_vars( $current ), $declared )
		);
	}

	/**
	 * Reads the sites and validates the list: unique IDs, one default site, maximum number.
	 *
	 * @return list<array<string, mixed>> The values of each site. Invalid values are missing.
	 */
	private function sites( InputReader $body, Settings $current ): array {
		$readers = $body->objects( 'sites' );
		if ( count( $readers ) > Settings::MAX_SITES ) {
			// Do not read the sites: a very large body must stay cheap.
			$body->errors->add( 'sites', 'too_many_sites', [ 'max' => Settings::MAX_SITES ] );

			return [];
		}

		$sites       = [];
		$ids         = [];
		$has_default = false;
		foreach ( $readers as $reader ) {
			$site       = $this->site_input->read( $reader, $current );
			$is_default = true === ( $site['is_default'] ?? null );
			if ( in_array( $site['id'], $ids, true ) ) {
				$reader->errors->add( $reader->path( 'id' ), 'site_id_duplicate' );
			}
			if ( $is_default && $has_default ) {
				$reader->errors->add( $reader->path( 'is_default' ), 'several_default_sites' );
			}
			$has_default = $has_default || $is_default;
			$ids[]       = $site['id'];
			$sites[]     = $site;
		}

		if ( [] === $readers ) {
			$body->errors->add( 'sites', 'no_sites' );
		} elseif ( ! $has_default ) {
			$body->errors->add( 'sites', 'no_default_site' );
		}

		return $sites;
	}
}
