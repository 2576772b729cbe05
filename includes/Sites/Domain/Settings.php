<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use MultiSafepay\PaymentLinks\Sites\Domain\Rule\DepositText;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\Flag;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\MethodIds;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\Required;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\WholeNumber;

/**
 * The settings of the plugin. If there are sites, exactly one of them is the default.
 *
 * A constructor parameter with a rule declares a setting: its name, type, rule and default. Storage, REST API and
 * settings screen read the declaration; SettingsMessages has the label.
 */
final class Settings {

	public const MAX_SITES = 20;

	public const DEFAULT_MESSAGE = 'Hello {first_name}, here is the payment link for order {order_number} at'
		. ' {shop_name} ({amount}): {payment_url}';

	/**
	 * @var list<SiteSettings>
	 */
	public readonly array $sites;

	/**
	 * @param list<SiteSettings> $sites In the order of the settings screen.
	 * @param bool $auto_cancel Whether links are cancelled when their order is paid another way, cancelled, refunded or
	 * deleted.
	 * @param bool $keep_held_orders Whether WooCommerce must not cancel an unpaid order with an open link when its
	 * hold-stock time is over.
	 * @param bool $delete_data Whether deleting the plugin also deletes the links.
	 * @param int $bulk_concurrency Concurrent requests of a batch.
	 * @param bool $auto_create Whether to create a link for pending orders that staff create in the admin.
	 * @param bool $auto_send Whether to send such links by email.
	 * @param bool $auto_create_rest Whether to create a link for pending orders created with WooCommerce's REST API.
	 * @param bool $link_in_order_email Whether WooCommerce's email with an unpaid order's details contains its link.
	 * @param string $deposit What the first link of an order asks for: a percentage such as `30%`, an amount in the
	 * shop's currency such as `25.00`, or empty for the amount due.
	 * @param string $collect_later_methods Payment methods that collect after the order is in a paid status.
	 */
	public function __construct(
		array $sites = [],
		#[Required] #[WholeNumber( min: 1, max: 365 )]
		public readonly int $default_days_active = 30,
		#[Required] #[DescriptionTemplate]
		public readonly string $description_template = 'Order {order_number}',
		#[MessageTemplate]
		public readonly string $message_template = self::DEFAULT_MESSAGE,
		#[Flag]
		public readonly bool $auto_cancel = true,
		#[Flag]
		public readonly bool $keep_held_orders = false,
		#[Flag]
		public readonly bool $delete_data = false,
		#[WholeNumber( min: 1, max: 32, options: [ 1, 4, 8, 16, 32 ] )]
		public readonly int $bulk_concurrency = 8,
		#[Flag]
		public readonly bool $auto_create = false,
		#[Flag]
		public readonly bool $auto_send = false,
		#[Flag]
		public readonly bool $auto_create_rest = false,
		#[Flag]
		public readonly bool $link_in_order_email = false,
		#[DepositText]
		public readonly string $deposit = '',
		#[MethodIds]
		public readonly string $collect_later_methods = 'cod',
	) {
		$default = 0;
		foreach ( $sites as $index => $site ) {
			if ( $site->is_default ) {
				$default = $index;
				break;
			}
		}

		$normalised = [];
		foreach ( $sites as $index => $site ) {
			$normalised[] = $site->with_default( $index === $default );
		}
		$this->sites = $normalised;
	}

	public function site( string $id ): ?SiteSettings {
		foreach ( $this->sites as $site ) {
			if ( $site->id === $id ) {
				return $site;
			}
		}

		return null;
	}
}
