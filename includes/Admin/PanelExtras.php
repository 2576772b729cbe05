<?php
/**
 * What the panel shares and warns with.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Admin;

use MultiSafepay\PaymentLinks\Email\PaymentLinkMailer;
use MultiSafepay\PaymentLinks\Settings\SettingsStore;
use MultiSafepay\PaymentLinks\Settings\UserPreferences;
use MultiSafepay\PaymentLinks\WooCommerce\CustomerPhone;
use MultiSafepay\PaymentLinks\WooCommerce\OfficialLink;
use WC_Order;

/**
 * The part of the panel's first paint that is about sending, the user and other plugins.
 */
final class PanelExtras {

	/**
	 * How soon the waiting view asks for the first time; it then asks ever less often.
	 */
	private const POLL_SECONDS = 2;

	/**
	 * Takes the settings.
	 */
	public function __construct(
		private readonly SettingsStore $settings,
		private readonly UserPreferences $preferences,
	) {}

	/**
	 * Returns it.
	 *
	 * @return array{advanced: bool, share: array{message_template: string, phone: string, shop_name: string, email_enabled: bool}, timezone: string, official_link: array{url: string}|null, poll_seconds: int}
	 */
	public function of( WC_Order $order ): array {
		$official = OfficialLink::of( $order );

		$shared   = $this->shared();
		$shared['share']['phone'] = CustomerPhone::of( $order );

		return $shared + [
			'advanced'      => $this->preferences->is_advanced( get_current_user_id() ),
			'official_link' => null === $official ? null : [ 'url' => $official ],
		];
	}

	/**
	 * Returns what does not hang on an order.
	 *
	 * @return array{share: array{message_template: string, phone: string, shop_name: string, email_enabled: bool}, timezone: string, poll_seconds: int}
	 */
	public function shared(): array {
		return [
			'share'        => [
				'message_template' => $this->settings->load()->message_template,
				'phone'            => '',
				'shop_name'        => wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ),
				'email_enabled'    => PaymentLinkMailer::is_switched_on(),
			],
			'timezone'     => wp_timezone_string(),
			'poll_seconds' => self::POLL_SECONDS,
		];
	}
}
