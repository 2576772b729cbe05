<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing;

use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Sharing\WooCommerce\LinkMailer;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;

/**
 * Returns the configuration for sharing and displaying links, for every screen that shows links.
 */
final class ShareConfig {

	/**
	 * First interval of the dialog that waits for a payment; later intervals are longer.
	 */
	private const POLL_SECONDS = 2;

	public function __construct( private readonly SettingsStore $settings ) {}

	/**
	 * @param string $phone In international format; empty when unknown.
	 * @return array{
	 *     share: array{message_template: string, phone: string, shop_name: string, email_enabled: bool},
	 *     timezone: string,
	 *     poll_seconds: int,
	 *     currency_exponents: list<array{code: string, exponent: int}>,
	 * }
	 */
	public function get( string $phone = '' ): array {
		return [
			'share'              => [
				'message_template' => $this->settings->load()->message_template,
				'phone'            => $phone,
				'shop_name'        => wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ),
				'email_enabled'    => LinkMailer::is_enabled(),
			],
			'timezone'           => wp_timezone_string(),
			'poll_seconds'       => self::POLL_SECONDS,
			'currency_exponents' => Currency::exponents(),
		];
	}
}
