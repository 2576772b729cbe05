<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorMessages;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use Throwable;
use WP_Error;

final class SettingsMessages implements ErrorMessages {

	public static function tab(): string {
		return __( 'Payment links', 'multisafepay-payment-links' );
	}

	public static function action_link(): string {
		return __( 'Settings', 'multisafepay-payment-links' );
	}

	public static function javascript_required(): string {
		return __( 'These settings need JavaScript.', 'multisafepay-payment-links' );
	}

	public static function not_saved(): string {
		return __(
			'The shop’s database did not take the settings. Try again in a moment.',
			'multisafepay-payment-links'
		);
	}

	public static function key_not_verified(): string {
		return __(
			'MultiSafepay did not answer, so the key could not be checked. Try again in a moment.',
			'multisafepay-payment-links'
		);
	}

	public static function key_refused( Environment $environment ): string {
		return Environment::Test === $environment
			? __( 'MultiSafepay does not accept this key for test.', 'multisafepay-payment-links' )
				. ' ' . __(
					'Check that you copied all of it, or whether it belongs to live.',
					'multisafepay-payment-links'
				)
			: __( 'MultiSafepay does not accept this key for live.', 'multisafepay-payment-links' )
				. ' ' . __(
					'Check that you copied all of it, or whether it belongs to test.',
					'multisafepay-payment-links'
				);
	}

	public function fields(): array {
		return [
			'site_without_key' => __( 'This site has no API key yet.', 'multisafepay-payment-links' ),
			'not_with_site' => __( 'Send either a saved site or a key, not both.', 'multisafepay-payment-links' ),
			'no_official_key' => __(
				'The MultiSafepay plugin has no API key for this environment.',
				'multisafepay-payment-links'
			),
			'site_id_format' => __( 'Use 1 to 32 small letters, digits and hyphens.', 'multisafepay-payment-links' ),
			'site_id_duplicate' => __( 'Another site has this id.', 'multisafepay-payment-links' ),
			'no_sites' => __( 'Keep at least one site.', 'multisafepay-payment-links' ),
			/* translators: {max} is a number; keep it. */
			'too_many_sites' => __( 'There can be at most {max} sites.', 'multisafepay-payment-links' ),
			'no_default_site' => __( 'Choose the site that new links begin with.', 'multisafepay-payment-links' ),
			'several_default_sites' => __( 'Only one site can be the default.', 'multisafepay-payment-links' ),
		];
	}

	public function error( Throwable $failure, ErrorResponse $errors ): ?WP_Error {
		return null;
	}
}
