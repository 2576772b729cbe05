<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Credentials;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Sites\Application\OfficialPluginKeys;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use MultiSafepay\PaymentLinks\Sites\Application\SiteKeys;
use MultiSafepay\PaymentLinks\Sites\Domain\DeclaredSettings;
use MultiSafepay\PaymentLinks\Sites\Domain\ResolvedSite;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;

/**
 * Converts settings to and from the format of the REST API and the settings screen. API keys are masked.
 */
final class SettingsView {

	public function __construct(
		private readonly SettingsStore $store,
		private readonly SiteKeys $keys,
		private readonly OfficialPluginKeys $official,
		private readonly SettingsInput $settings_input,
		private readonly CheckInput $check_input,
	) {}

	/**
	 * @return array<string, mixed> The current settings; SettingsSchema describes the shape.
	 */
	public function to_array(): array {
		$settings = $this->store->load();

		return [
			'sites'           => array_map( self::site( ... ), $this->keys->resolve( $settings ) ),
			...DeclaredSettings::to_array( $settings ),
			'official_plugin' => $this->official_plugin(),
		];
	}

	/**
	 * Returns the settings to store. Does not store them.
	 *
	 * @param array<mixed> $body
	 * @throws InvalidFields With all invalid fields.
	 */
	public function read( array $body ): Settings {
		return $this->settings_input->read( $body, $this->store->load() );
	}

	/**
	 * @param array<mixed> $body
	 * @throws InvalidFields When the body does not identify an API key.
	 */
	public function read_credentials( array $body ): Credentials {
		return $this->check_input->read( $body );
	}

	/**
	 * @return array<string, bool|int|string>
	 */
	private static function site( ResolvedSite $resolved ): array {
		return [
			'id'         => $resolved->site->id,
			'api_key'    => $resolved->site->api_key?->masked() ?? '',
			'key_source' => $resolved->key_source->value,
		] + DeclaredSettings::to_array( $resolved->settings );
	}

	/**
	 * Returns the official plugin's keys; null when it has none.
	 *
	 * @return array{keys: non-empty-list<array{environment: string, api_key: string}>}|null
	 */
	private function official_plugin(): ?array {
		$keys = array_map(
			fn ( Environment $environment ): array => [
				'environment' => $environment->value,
				'api_key'     => $this->official->find( $environment )?->masked() ?? '',
			],
			$this->official->environments()
		);

		return [] === $keys ? null : [ 'keys' => $keys ];
	}
}
