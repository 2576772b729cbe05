<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\MultiSafepay\Application\Parallel;
use MultiSafepay\PaymentLinks\MultiSafepay\Application\Transport;
use MultiSafepay\PaymentLinks\MultiSafepay\Http\HttpPool;
use MultiSafepay\PaymentLinks\MultiSafepay\Http\WordPressTransport;

final class MultiSafepayModule implements Module {

	public function __construct( Container $container ) {}

	public static function bindings(): array {
		return [
			Parallel::class  => HttpPool::class,
			Transport::class => WordPressTransport::class,
		];
	}

	public function add_hooks(): void {}

	public function routes(): array {
		return [];
	}
}
