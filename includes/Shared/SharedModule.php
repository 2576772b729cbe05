<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared;

use LogicException;
use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Application\Options;
use MultiSafepay\PaymentLinks\Shared\WordPress\ScriptAssets;
use MultiSafepay\PaymentLinks\Shared\WordPress\SystemClock;
use MultiSafepay\PaymentLinks\Shared\WordPress\WordPressOptions;
use wpdb;
use const MultiSafepay\PaymentLinks\PLUGIN_FILE;

final class SharedModule implements Module {

	public function __construct( Container $container ) {}

	public static function bindings(): array {
		return [
			Clock::class        => SystemClock::class,
			Options::class      => WordPressOptions::class,
			ScriptAssets::class => static fn (): ScriptAssets => new ScriptAssets( PLUGIN_FILE ),
			wpdb::class         => static function (): wpdb {
				global $wpdb;

				return $wpdb instanceof wpdb ? $wpdb : throw new LogicException( 'WordPress has no database.' );
			},
		];
	}

	public function add_hooks(): void {}

	public function routes(): array {
		return [];
	}
}
