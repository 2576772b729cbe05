<?php
/**
 * Settings for staff.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;

/**
 * The settings as the REST API and the settings screen have them: shows them, keys only as masks, and reads what staff
 * send against what is stored now.
 */
final class SettingsView {

	/**
	 * Takes the settings and the places of keys.
	 */
	public function __construct(
		private readonly SettingsStore $store,
		private readonly SiteKeys $keys,
		private readonly OfficialPluginKeys $official,
	) {}

	/**
	 * Returns the settings as they are now; the shape is SettingsSchema's.
	 *
	 * @return array<string, mixed>
	 */
	public function to_array(): array {
		$settings = $this->store->load();

		return [
			'sites'                => array_map( self::site( ... ), $this->keys->resolve( $settings ) ),
			'default_days_active'  => $settings->default_days_active,
			'description_template' => $settings->description_template,
			'message_template'     => $settings->message_template,
			'auto_retire'          => $settings->auto_retire,
			'keep_held_orders'     => $settings->keep_held_orders,
			'delete_data'          => $settings->delete_data,
			'bulk_concurrency'     => $settings->bulk_concurrency,
			...$settings->automation->to_array(),
			'official_plugin'      => $this->official_plugin(),
		];
	}

	/**
	 * Reads the settings that staff send; nothing is stored yet.
	 *
	 * @param array<mixed> $body The request's body.
	 * @throws InvalidFields With everything that is wrong.
	 */
	public function read( array $body ): Settings {
		return ( new SettingsInput( new SiteInput( $this->keys, $this->official ) ) )->read( $body, $this->store->load() );
	}

	/**
	 * Reads which key staff want to prove.
	 *
	 * @param array<mixed> $body The request's body.
	 * @throws InvalidFields When it names no key that could be sent.
	 */
	public function key_to_check( array $body ): KeyToCheck {
		return ( new CheckInput( new SiteResolver( $this->store, $this->keys ), $this->official ) )->read( $body );
	}

	/**
	 * Returns one site.
	 *
	 * @return array<string, string|bool>
	 */
	private static function site( ResolvedSite $resolved ): array {
		$site = $resolved->site;

		return [
			'id'                => $site->id,
			'label'             => $site->label,
			'environment'       => $site->environment->value,
			'api_key'           => $site->api_key?->masked() ?? '',
			'key_source'        => $resolved->key_source->value,
			'order_id_template' => $site->order_id_template->template,
			'is_default'        => $site->is_default,
		];
	}

	/**
	 * Returns the keys that the official plugin has, or null when it has none.
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
