<?php
/**
 * The shape of settings.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Settings\DescriptionTemplate;
use MultiSafepay\PaymentLinks\Settings\KeySource;
use MultiSafepay\PaymentLinks\Settings\MessageTemplate;
use MultiSafepay\PaymentLinks\Settings\Settings;
use MultiSafepay\PaymentLinks\Settings\SiteSettings;

/**
 * The JSON schemas of the settings routes.
 */
final class SettingsSchema {

	/**
	 * Returns the schema of `/settings`. Keys come back as masks; a mask that is sent leaves the key as it is.
	 *
	 * @return array<string, mixed>
	 */
	public function settings(): array {
		return [
			'$schema'              => 'http://json-schema.org/draft-04/schema#',
			'title'                => 'multisafepay-payment-links-settings',
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => $this->properties(),
		];
	}

	/**
	 * Returns the arguments of PUT. WordPress neither checks nor changes them: `SettingsInput` names every bad field.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function put_arguments(): array {
		$properties = $this->properties();
		unset( $properties['official_plugin'] );

		return $this->unchecked( $properties );
	}

	/**
	 * Returns the schema of what `/settings/check` takes.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function check_arguments(): array {
		$arguments = [
			'site'        => [
				'description' => __( 'Id of a saved site, to check the key it is used with.', 'multisafepay-payment-links' ),
				'type'        => 'string',
			],
			'environment' => [
				'description' => __( 'Environment of the key; the saved site’s when left out.', 'multisafepay-payment-links' ),
				'type'        => 'string',
				'enum'        => [ 'test', 'live' ],
			],
			'api_key'     => [
				'description' => __( 'A key that is not saved yet.', 'multisafepay-payment-links' ),
				'type'        => 'string',
			],
			'key_source'  => [
				'description' => __( '“official” to check the key of the MultiSafepay plugin.', 'multisafepay-payment-links' ),
				'type'        => 'string',
				'enum'        => [ KeySource::Stored->value, KeySource::Official->value ],
			],
		];

		return $this->unchecked( $arguments );
	}

	/**
	 * Returns the schema of what `/settings/check` answers.
	 *
	 * @return array<string, mixed>
	 */
	public function checked(): array {
		return [
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'multisafepay-payment-links-settings-check',
			'type'       => 'object',
			'properties' => [
				'ok'          => [ 'type' => 'boolean' ],
				'account_id'  => [ 'type' => 'string' ],
				'site_id'     => [ 'type' => 'string' ],
				'environment' => [
					'type' => 'string',
					'enum' => [ 'test', 'live' ],
				],
			],
		];
	}

	/**
	 * Returns the properties of the settings.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private function properties(): array {
		return [
			'sites'                => [
				'description' => __( 'MultiSafepay sites; exactly one is the default.', 'multisafepay-payment-links' ),
				'type'        => 'array',
				'minItems'    => 1,
				'maxItems'    => Settings::MAX_SITES,
				'required'    => true,
				'items'       => $this->site(),
			],
			'default_days_active'  => [
				'description' => __( 'Days a new payment link can be paid.', 'multisafepay-payment-links' ),
				'type'        => 'integer',
				'minimum'     => Settings::MIN_DAYS_ACTIVE,
				'maximum'     => Settings::MAX_DAYS_ACTIVE,
				'required'    => true,
			],
			'description_template' => [
				'description' => __( 'Description of new payment links, with {order_number} and {shop_name}.', 'multisafepay-payment-links' ),
				'type'        => 'string',
				'minLength'   => 1,
				'maxLength'   => DescriptionTemplate::MAX_BYTES,
				'required'    => true,
			],
			'message_template'     => [
				'description' => __( 'What staff send around a link by WhatsApp, text message or copy; with {payment_url}. Left out: it stays.', 'multisafepay-payment-links' ),
				'type'        => 'string',
				'minLength'   => 1,
				'maxLength'   => MessageTemplate::MAX_LENGTH,
			],
			'auto_retire'          => [
				'description' => __( 'Whether links are retired when their order is paid another way, cancelled, refunded or deleted.', 'multisafepay-payment-links' ),
				'type'        => 'boolean',
			],
			'keep_held_orders'     => [
				'description' => __( 'Whether WooCommerce keeps an unpaid order with an open link when its stock is held no longer.', 'multisafepay-payment-links' ),
				'type'        => 'boolean',
			],
			'delete_data'          => [
				'description' => __( 'Whether all payment links are deleted with the plugin.', 'multisafepay-payment-links' ),
				'type'        => 'boolean',
			],
			'bulk_concurrency'     => [
				'description' => __( 'Calls of MultiSafepay that a bulk action makes at once.', 'multisafepay-payment-links' ),
				'type'        => 'integer',
				'minimum'     => 1,
				'maximum'     => Settings::MAX_BULK_CONCURRENCY,
			],
			'auto_create'          => [
				'description' => __( 'Whether a pending order that staff make gets a payment link by itself.', 'multisafepay-payment-links' ),
				'type'        => 'boolean',
			],
			'auto_send'            => [
				'description' => __( 'Whether such a link is sent to the customer by e-mail.', 'multisafepay-payment-links' ),
				'type'        => 'boolean',
			],
			'auto_create_rest'     => [
				'description' => __( 'Whether pending orders made over WooCommerce’s REST API get a payment link too.', 'multisafepay-payment-links' ),
				'type'        => 'boolean',
			],
			'link_in_order_email'  => [
				'description' => __( 'Whether WooCommerce’s e-mail with the details of an unpaid order holds its open payment link.', 'multisafepay-payment-links' ),
				'type'        => 'boolean',
			],
			'official_plugin'      => $this->official_plugin(),
		];
	}

	/**
	 * Keeps WordPress from sanitising arguments, which would turn "30" into 30 and report one bad field at a time, and
	 * from asking for needed ones, which it does before it asks who is there.
	 *
	 * @param array<string, array<string, mixed>> $arguments By name.
	 * @return array<string, array<string, mixed>>
	 */
	private function unchecked( array $arguments ): array {
		return array_map( static fn ( array $argument ): array => [ ...$argument, 'required' => false, 'sanitize_callback' => null ], $arguments );
	}

	/**
	 * Returns the schema of a site.
	 *
	 * @return array<string, mixed>
	 */
	private function site(): array {
		return [
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => [
				'id'                => [
					'description' => __( 'Short name of the site; links bear it, so it stays as it is.', 'multisafepay-payment-links' ),
					'type'        => 'string',
					'pattern'     => '^[a-z0-9-]{1,32}$',
					'required'    => true,
				],
				'label'             => [
					'description' => __( 'What staff see.', 'multisafepay-payment-links' ),
					'type'        => 'string',
					'minLength'   => 1,
					'maxLength'   => SiteSettings::MAX_LABEL_LENGTH,
					'required'    => true,
				],
				'environment'       => [
					'type'     => 'string',
					'enum'     => [ 'test', 'live' ],
					'required' => true,
				],
				'api_key'           => [
					'description' => __( 'Always a mask in answers. Left out or the mask: the key stays; empty: it is removed.', 'multisafepay-payment-links' ),
					'type'        => 'string',
				],
				'key_source'        => [
					'description' => __( 'Where the key comes from; “constant” and “environment” are set on the server.', 'multisafepay-payment-links' ),
					'type'        => 'string',
					'enum'        => array_map( static fn ( KeySource $source ): string => $source->value, KeySource::cases() ),
				],
				'order_id_template' => [
					'description' => __( 'Template of order IDs, with {order_number} and {n}.', 'multisafepay-payment-links' ),
					'type'        => 'string',
					'required'    => true,
				],
				'is_default'        => [ 'type' => 'boolean' ],
			],
		];
	}

	/**
	 * Returns the schema of what the official plugin has to offer.
	 *
	 * @return array<string, mixed>
	 */
	private function official_plugin(): array {
		return [
			'description' => __( 'Keys that the MultiSafepay plugin has, masked; null without any.', 'multisafepay-payment-links' ),
			'type'        => [ 'object', 'null' ],
			'readonly'    => true,
			'properties'  => [
				'keys' => [
					'type'  => 'array',
					'items' => [
						'type'       => 'object',
						'properties' => [
							'environment' => [
								'type' => 'string',
								'enum' => [ 'test', 'live' ],
							],
							'api_key'     => [ 'type' => 'string' ],
						],
					],
				],
			],
		];
	}
}
