<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

/**
 * A feature as the plugin starts it. Modules add hooks and declare routes; their callbacks request services from the
 * container when they run.
 *
 * @phpstan-import-type Binding from Container
 */
interface Module {

	/**
	 * Recurring scheduled action, every five minutes.
	 */
	public const RECONCILE = 'multisafepay_payment_links_reconcile';

	/**
	 * Recurring scheduled action, every night.
	 */
	public const NIGHTLY = 'multisafepay_payment_links_nightly';

	public function __construct( Container $container );

	/**
	 * Bindings for services that the container cannot resolve by constructor types: interfaces, and classes that need
	 * scalars, lists or closures other than those of Lazy.
	 *
	 * @return array<class-string, Binding>
	 */
	public static function bindings(): array;

	public function add_hooks(): void;

	/**
	 * @return list<Route>
	 */
	public function routes(): array;
}
