<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkPermissions;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkSchema;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\NewOrders\Application\NewOrderNotes;
use MultiSafepay\PaymentLinks\NewOrders\Application\OrderClaims;
use MultiSafepay\PaymentLinks\NewOrders\Application\PhoneOrderCreator;
use MultiSafepay\PaymentLinks\NewOrders\Application\PhoneOrderShop;
use MultiSafepay\PaymentLinks\NewOrders\Application\ShopCustomers;
use MultiSafepay\PaymentLinks\NewOrders\Rest\CustomersController;
use MultiSafepay\PaymentLinks\NewOrders\Rest\DuplicateOrderController;
use MultiSafepay\PaymentLinks\NewOrders\Rest\NewOrderSchema;
use MultiSafepay\PaymentLinks\NewOrders\Rest\PhoneOrderController;
use MultiSafepay\PaymentLinks\NewOrders\Storage\OrderClaimTable;
use MultiSafepay\PaymentLinks\NewOrders\WooCommerce\CustomerAccounts;
use MultiSafepay\PaymentLinks\NewOrders\WooCommerce\WooCommerceNewOrderNotes;
use MultiSafepay\PaymentLinks\NewOrders\WooCommerce\WooCommercePhoneOrderCreator;
use MultiSafepay\PaymentLinks\NewOrders\WooCommerce\WooCommercePhoneOrderShop;
use MultiSafepay\PaymentLinks\Route;
use MultiSafepay\PaymentLinks\Shared\Rest\Permissions;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

final class NewOrdersModule implements Module {

	public function __construct( private readonly Container $container ) {}

	public static function bindings(): array {
		return [
			NewOrderNotes::class     => WooCommerceNewOrderNotes::class,
			OrderClaims::class       => OrderClaimTable::class,
			PhoneOrderCreator::class => WooCommercePhoneOrderCreator::class,
			PhoneOrderShop::class    => WooCommercePhoneOrderShop::class,
			ShopCustomers::class     => CustomerAccounts::class,
		];
	}

	public function add_hooks(): void {}

	public function routes(): array {
		return [
			new Route(
				'/orders/(?P<wc_order_id>\d+)/duplicate',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					DuplicateOrderController::class
				)->create( $request ),
				$this->check_duplication( ... ),
				NewOrderSchema::duplicate_arguments(),
				static fn (): array => LinkSchema::link(),
			),
			new Route(
				'/links',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					PhoneOrderController::class
				)->create( $request ),
				fn (): bool|WP_Error => $this->container->get( Permissions::class )->check_order_creation(),
				NewOrderSchema::phone_order_arguments(),
				static fn (): array => LinkSchema::link(),
			),
			new Route(
				'/links/draft',
				'GET',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					PhoneOrderController::class
				)->draft( $request ),
				fn (): bool|WP_Error => $this->container->get( Permissions::class )->check_order_creation(),
				NewOrderSchema::draft_arguments(),
				static fn (): array => NewOrderSchema::draft(),
			),
			new Route(
				'/customers',
				'GET',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					CustomersController::class
				)->find( $request ),
				fn (): bool|WP_Error => $this->container->get( Permissions::class )->check_customer_search(),
				NewOrderSchema::customers_arguments(),
				static fn (): array => NewOrderSchema::customer(),
			),
		];
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return true|WP_Error
	 */
	private function check_duplication( WP_REST_Request $request ): bool|WP_Error {
		$permission = $this->container->get( LinkPermissions::class )->check_order( $request );

		return true === $permission
			? $this->container->get( Permissions::class )->check_order_creation()
			: $permission;
	}
}
