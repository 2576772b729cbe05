<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use MultiSafepay\PaymentLinks\Shared\Application\Options;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;

/**
 * Loads and saves the settings. The option is not autoloaded: no page of the storefront needs it.
 */
final class SettingsStore {

	public function __construct(
		private readonly Options $options,
		private readonly string $option,
	) {}

	public function load(): Settings {
		return SettingsRecord::from_value( $this->options->get( $this->option ) );
	}

	/**
	 * Saves the settings if they changed. Returns false if the database did not accept them.
	 */
	public function save( Settings $settings ): bool {
		$record = SettingsRecord::to_array( $settings );
		if ( $this->options->get( $this->option ) === $record ) {
			return true;
		}

		return $this->options->set( $this->option, $record );
	}
}
