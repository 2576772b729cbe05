<?php
/**
 * The objects of phone orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use MultiSafepay\PaymentLinks\Application\CreatePaymentLink;
use MultiSafepay\PaymentLinks\Application\CreatePhoneOrder;
use MultiSafepay\PaymentLinks\Application\MakeOrderOnce;
use MultiSafepay\PaymentLinks\Application\Port\FollowedLinks;
use MultiSafepay\PaymentLinks\Application\Port\OrderJournal;
use MultiSafepay\PaymentLinks\Application\Port\OrderSource;
use MultiSafepay\PaymentLinks\Application\PrefillPhoneOrder;
use MultiSafepay\PaymentLinks\Application\PrepareDraft;
use MultiSafepay\PaymentLinks\Application\ShopWarnings;
use MultiSafepay\PaymentLinks\Rest\CreateSchema;
use MultiSafepay\PaymentLinks\Rest\CustomersController;
use MultiSafepay\PaymentLinks\Rest\DraftPresenter;
use MultiSafepay\PaymentLinks\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Rest\LinkPresenter;
use MultiSafepay\PaymentLinks\Rest\LinkSchema;
use MultiSafepay\PaymentLinks\Rest\PhoneOrderController;
use MultiSafepay\PaymentLinks\Rest\PhoneOrderSchema;
use MultiSafepay\PaymentLinks\Rest\RouteGuard;
use MultiSafepay\PaymentLinks\Settings\SiteResolver;
use MultiSafepay\PaymentLinks\Storage\CustomerLookup;
use MultiSafepay\PaymentLinks\Storage\Database;
use MultiSafepay\PaymentLinks\WooCommerce\CustomerAccounts;
use MultiSafepay\PaymentLinks\WooCommerce\CustomerLocale;
use MultiSafepay\PaymentLinks\WooCommerce\CustomerSearch;
use MultiSafepay\PaymentLinks\WooCommerce\GuestOrders;
use MultiSafepay\PaymentLinks\WooCommerce\OrderAddresses;
use MultiSafepay\PaymentLinks\WooCommerce\PhoneOrderSettings;
use MultiSafepay\PaymentLinks\WooCommerce\RecentGuests;
use MultiSafepay\PaymentLinks\WooCommerce\WooCommercePhoneOrders;
use wpdb;

/**
 * The part of the composition root that is about payments without an order; see Services for the rest.
 */
final class PhoneServices {

	/**
	 * Takes the routes.
	 */
	private function __construct(
		public readonly PhoneOrderController $orders,
		public readonly CustomersController $customers,
	) {}

	/**
	 * Builds what fills the form; drafts of all kinds are prepared in one place.
	 */
	public static function prefill( SiteResolver $sites, ShopWarnings $warnings ): PrefillPhoneOrder {
		return new PrefillPhoneOrder( $sites, $sites, new PhoneOrderSettings(), $warnings );
	}

	/**
	 * Builds the rest.
	 */
	public static function build(
		wpdb $wpdb,
		Database $database,
		SiteResolver $sites,
		PrefillPhoneOrder $prefill,
		FollowedLinks $links,
		MakeOrderOnce $once,
		CreatePaymentLink $create,
		OrderSource $orders,
		OrderJournal $journal,
		PrepareDraft $prepare,
		DraftPresenter $drafts,
		LinkPresenter $presenter,
		LinkSchema $link_schema,
		CreateSchema $create_schema,
		ErrorResponse $errors,
	): self {
		$guard    = new RouteGuard();
		$schema   = new PhoneOrderSchema( $create_schema );
		$accounts = new CustomerAccounts();
		$make     = new CreatePhoneOrder( $sites, $prefill, new PhoneOrderSettings(), $accounts, new WooCommercePhoneOrders(), $links, $once, $create, $orders, $journal );
		$search   = new CustomerSearch( new CustomerLookup( $database, $wpdb ), new RecentGuests( $database, $wpdb ), new GuestOrders( new OrderAddresses(), new CustomerLocale() ), $accounts );

		return new self(
			new PhoneOrderController( $guard, $make, $prepare, $drafts, $presenter, $link_schema, $schema, $errors ),
			new CustomersController( $guard, $search, $schema, $errors )
		);
	}
}
