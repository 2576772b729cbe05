<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Orders\Application\OrderCopier;
use MultiSafepay\PaymentLinks\Orders\Application\OrderEnds;
use MultiSafepay\PaymentLinks\Orders\Application\OrderLock;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Application\OrderSummaries;
use MultiSafepay\PaymentLinks\Orders\Storage\DatabaseOrderLock;
use MultiSafepay\PaymentLinks\Orders\Storage\FileOrderLock;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\WooCommerceOrderCopier;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\WooCommerceOrderEnds;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\WooCommerceOrderReader;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\WooCommerceOrderSummaries;

final class OrdersModule implements Module {

	public function __construct( Container $container ) {}

	public static function bindings(): array {
		return [
			OrderCopier::class    => WooCommerceOrderCopier::class,
			OrderEnds::class      => WooCommerceOrderEnds::class,
			OrderLock::class      => defined( 'DB_ENGINE' ) && 'sqlite' === constant( 'DB_ENGINE' )
				? FileOrderLock::class
				: DatabaseOrderLock::class,
			OrderReader::class    => WooCommerceOrderReader::class,
			OrderSummaries::class => WooCommerceOrderSummaries::class,
		];
	}

	public function add_hooks(): void {}

	public function routes(): array {
		return [];
	}
}
