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

	/**
	 * Returns the sections of the settings screen in their order, with the texts of their settings.
	 *
	 * `{min}`, `{max}` and `{placeholders}` in a help text come from the rule of the setting.
	 *
	 * @return list<array{title: string, settings: array<string, array{label: string, help?: string}>}>
	 */
	public static function sections(): array {
		return [
			[
				'title'    => __( 'New links', 'multisafepay-payment-links' ),
				'settings' => self::new_links(),
			],
			[
				'title'    => __( 'Automatic links and bulk actions', 'multisafepay-payment-links' ),
				'settings' => self::automation(),
			],
			[
				'title'    => __( 'Orders and data', 'multisafepay-payment-links' ),
				'settings' => self::orders_and_data(),
			],
		];
	}

	/**
	 * @return array<string, array{label: string, help?: string}>
	 */
	private static function new_links(): array {
		return [
			'default_days_active'  => [
				'label' => __( 'Days a link can be paid', 'multisafepay-payment-links' ),
				/* translators: {min} and {max} are numbers; keep them. */
				'help'  => __(
					'From {min} to {max}. Staff can change it for each link.',
					'multisafepay-payment-links'
				),
			],
			'description_template' => [
				'label' => __( 'Description', 'multisafepay-payment-links' ),
				'help'  => __(
					'The customer sees it. {order_number} and {shop_name} are filled in.',
					'multisafepay-payment-links'
				),
			],
			'deposit'              => [
				'label' => __( 'Deposit', 'multisafepay-payment-links' ),
				'help'  => __(
					'The first link of an order asks for this part: a percentage (30%) or an amount (25.00).',
					'multisafepay-payment-links'
				)
					. ' ' . __( 'Leave it empty to ask for the full amount.', 'multisafepay-payment-links' ),
			],
			'message_template'     => [
				'label' => __( 'Message with a link', 'multisafepay-payment-links' ),
				/* translators: {placeholders} is a list of placeholders, {max} a number; keep them. */
				'help'  => __(
					'For WhatsApp, text messages and copying. {placeholders} are filled in; at most {max} characters.',
					'multisafepay-payment-links'
				),
			],
		];
	}

	/**
	 * @return array<string, array{label: string, help?: string}>
	 */
	private static function automation(): array {
		return [
			'auto_create'         => [
				'label' => __( 'Create a link when staff make a pending order', 'multisafepay-payment-links' ),
				'help'  => __(
					'In the background, once for each order. When it fails, a note on the order says why.',
					'multisafepay-payment-links'
				),
			],
			'auto_create_rest'    => [
				'label' => __(
					'Also for orders made over the WooCommerce REST API',
					'multisafepay-payment-links'
				),
			],
			'auto_send'           => [
				'label' => __(
					'Send automatic links to the customer by e-mail',
					'multisafepay-payment-links'
				),
			],
			'link_in_order_email' => [
				'label' => __(
					'Show the open link in WooCommerce’s “Order details” e-mail',
					'multisafepay-payment-links'
				),
				'help'  => __(
					'Only while the order is unpaid and the link asks what it owes.',
					'multisafepay-payment-links'
				),
			],
			'bulk_concurrency'    => [
				'label' => __( 'Calls to MultiSafepay at once in bulk actions', 'multisafepay-payment-links' ),
				'help'  => __(
					'More is faster; fewer is gentler to a small server.',
					'multisafepay-payment-links'
				),
			],
		];
	}

	/**
	 * @return array<string, array{label: string, help?: string}>
	 */
	private static function orders_and_data(): array {
		return [
			'auto_cancel'           => [
				'label' => __( 'Cancel open links automatically', 'multisafepay-payment-links' ),
				'help'  => __(
					'When an order is paid another way, cancelled, refunded or deleted, its links stop working.',
					'multisafepay-payment-links'
				),
			],
			'collect_later_methods' => [
				'label' => __( 'Payment methods that collect later', 'multisafepay-payment-links' ),
				'help'  => __(
					'IDs, separated by commas. With these methods, an order can be in progress before it is paid.',
					'multisafepay-payment-links'
				),
			],
			'keep_held_orders'      => [
				'label' => __( 'Keep unpaid orders while a link is open', 'multisafepay-payment-links' ),
				'help'  => __(
					'WooCommerce cancels unpaid orders to free their stock (hold stock).',
					'multisafepay-payment-links'
				) . ' ' . __(
					'With this, an order with an open link stays, and so does its stock.',
					'multisafepay-payment-links'
				),
			],
			'delete_data'           => [
				'label' => __( 'Delete all payment links with the plugin', 'multisafepay-payment-links' ),
				'help'  => __(
					'When the plugin is deleted, its list of links and their history go too.',
					'multisafepay-payment-links'
				) . ' ' . __( 'Payments and orders stay.', 'multisafepay-payment-links' ),
			],
		];
	}

	/**
	 * Returns the texts of the settings of a site in the order of the screen. `options` has the labels of an enum.
	 *
	 * @return array<string, array{label: string, help?: string, options?: array<string, string>}>
	 */
	public static function site_settings(): array {
		return [
			'label'             => [
				'label' => __( 'Label', 'multisafepay-payment-links' ),
				'help'  => __( 'What staff see when they choose a site.', 'multisafepay-payment-links' ),
			],
			'environment'       => [
				'label'   => __( 'Environment', 'multisafepay-payment-links' ),
				'options' => [
					'test' => __( 'Test: no real money', 'multisafepay-payment-links' ),
					'live' => __( 'Live: real payments', 'multisafepay-payment-links' ),
				],
			],
			'api_key'           => [
				'label' => __( 'API key', 'multisafepay-payment-links' ),
				'help'  => __(
					'You find it in the MultiSafepay dashboard, in the settings of the site.',
					'multisafepay-payment-links'
				),
			],
			'order_id_template' => [
				'label' => __( 'Order ID template', 'multisafepay-payment-links' ),
				'help'  => __(
					'Another shop on the same site needs another beginning.',
					'multisafepay-payment-links'
				),
			],
			'is_default'        => [
				'label' => __( 'New links begin with this site', 'multisafepay-payment-links' ),
			],
		];
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
			'deposit_format' => __(
				'Enter a percentage such as 30%, or an amount such as 25.00.',
				'multisafepay-payment-links'
			),
			'deposit_out_of_range' => __(
				'Enter more than 0 and at most 100%, or leave it empty.',
				'multisafepay-payment-links'
			),
			'method_ids' => __(
				'Enter IDs of payment methods, separated by commas.',
				'multisafepay-payment-links'
			),
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
