<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings\Rest;

use MultiSafepay\PaymentLinks\Links\Presentation\CreateSchema;
use MultiSafepay\PaymentLinks\Settings\SettingsFields;
use MultiSafepay\PaymentLinks\Sites\Domain\KeySource;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteSettings;

/**
 * The JSON schemas of the settings routes.
 */
final class SettingsSchema {

	/**
	 * Returns the schema of `/settings`. API keys are masked in responses; a mask in a request does not change the key.
	 *
	 * @return array<string, mixed>
	 */
	public static function settings(): array {
		return [
			'$schema'              => 'http://json-schema.org/draft-04/schema#',
			'title'                => 'multisafepay-payment-links-settings',
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => self::properties(),
		];
	}

	/**
	 * Returns the arguments of `PUT /settings`. WordPress does not validate or sanitise them, because `SettingsInput`
	 * reports all invalid fields at once.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function put_arguments(): array {
		$properties = self::properties();
		unset( $properties['official_plugin'] );

		return self::unchecked( $properties );
	}

	/**
	 * Returns the arguments of `POST /settings/check`.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function check_arguments(): array {
		$arguments = [
			'site'        => [
				'description' => __(
					'Id of a saved site, to check the key it is used with.',
					'multisafepay-payment-links'
				),
				'type'        => 'string',
			],
			'environment' => [
				'description' => __(
					'Environment of the key; the saved site’s when left out.',
					'multisafepay-payment-links'
				),
				'type'        => 'string',
				'enum'        => [ 'test', 'live' ],
			],
			'api_key'     => [
				'description' => __( 'A key that is not saved yet.', 'multisafepay-payment-links' ),
				'type'        => 'string',
			],
			'key_source'  => [
				'description' => __(
					'“official” to check the key of the MultiSafepay plugin.',
					'multisafepay-payment-links'
				),
				'type'        => 'string',
				'enum'        => [ KeySource::Stored->value, KeySource::Official->value ],
			],
		];

		return self::unchecked( $arguments );
	}

	/**
	 * Returns the response schema of `POST /settings/check`.
	 *
	 * @return array<string, mixed>
	 */
	public static function checked(): array {
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
	 * @return array<string, array<string, mixed>>
	 */
	private static function properties(): array {
		return [
			'sites'           => [
				'description' => __( 'MultiSafepay sites; exactly one is the default.', 'multisafepay-payment-links' ),
				'type'        => 'array',
				'minItems'    => 1,
				'maxItems'    => Settings::MAX_SITES,
				'required'    => true,
				'items'       => self::site(),
			],
			...SettingsFields::schemas(),
			'official_plugin' => self::official_plugin(),
		];
	}

	/**
	 * Disables WordPress's own checks: sanitising would turn "30" into 30 and report only one invalid field, and
	 * WordPress would check required arguments before the permission.
	 *
	 * @param array<string, array<string, mixed>> $arguments By name.
	 * @return array<string, array<string, mixed>>
	 */
	private static function unchecked( array $arguments ): array {
		return array_map(
			static fn ( array $argument ): array => [ ...$argument, 'required' => false, 'sanitize_callback' => null ],
			$arguments
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function site(): array {
		return [
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => [
				'id'         => [
					'description' => __(
						'Short name of the site; links bear it, so it stays as it is.',
						'multisafepay-payment-links'
					),
					'type'        => 'string',
					'pattern'     => '^' . SiteSettings::ID_PATTERN . '$',
					'required'    => true,
				],
				'api_key'    => [
					'description' => __(
						'Always a mask in answers. Left out or the mask: the key stays; empty: it is removed.',
						'multisafepay-payment-links'
					),
					'type'        => 'string',
				],
				'key_source' => [
					'description' => __(
						'Where the key comes from; “constant” and “environment” are set on the server.',
						'multisafepay-payment-links'
					),
					'type'        => 'string',
					'enum'        => array_map(
						static fn ( KeySource $source ): string => $source->value,
						KeySource::cases()
					),
				],
				...SettingsFields::site_schemas(),
			],
		];
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function official_plugin(): array {
		return [
			'description' => __(
				'Keys that the MultiSafepay plugin has, masked; null without any.',
				'multisafepay-payment-links'
			),
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

	/**
	 * @return array<string, array<string, mixed>>
	 */
	public static function preferences_arguments(): array {
		return [
			'advanced'       => [
				'type'              => 'boolean',
				'description'       => 'Whether the form shows every field.',
				'validate_callback' => [ CreateSchema::class, 'validate_flag' ],
			],
			'hidden_columns' => [
				'type'        => 'array',
				'items'       => [
					'type'      => 'string',
					'maxLength' => 32,
				],
				'maxItems'    => 32,
				'description' => 'Columns of the list of all links that are not shown.',
			],
		];
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function preferences(): array {
		return [
			'$schema'              => 'http://json-schema.org/draft-04/schema#',
			'title'                => 'multisafepay_payment_links_preferences',
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => [
				'advanced'       => [ 'type' => 'boolean' ],
				'hidden_columns' => [
					'type'  => 'array',
					'items' => [ 'type' => 'string' ],
				],
			],
		];
	}
}
