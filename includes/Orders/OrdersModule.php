<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Orders\Application\OrderEndReader;
use MultiSafepay\PaymentLinks\Orders\Application\OrderLock;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Storage\DatabaseOrderLock;
use MultiSafepay\PaymentLinks\Orders\Storage\FileOrderLock;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderEnds;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\WooCommerceOrderReader;

final class OrdersModule implements Module {

	public function __construct( Container $container ) {}

	public static function bindings(): array {
		return [
			OrderEndReader::class => OrderEnds::class,
			OrderLock::class      => defined( 'DB_ENGINE' ) && 'sqlite' === constant( 'DB_ENGINE' )
				? FileOrderLock::class
				: DatabaseOrderLock::class,
			OrderReader::class    => WooCommerceOrderReader::class,
		];
	}

	public function add_hooks(): void {}

	public function routes(): array {
		return [];
	}
}
