<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Abilities;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Module;

/**
 * Registers abilities when the first ability is requested. Requires the Abilities API of WordPress 6.9 or newer.
 */
final class AbilitiesModule implements Module {

	public function __construct( private readonly Container $container ) {}

	public static function bindings(): array {
		return [];
	}

	public function add_hooks(): void {
		add_action( 'wp_abilities_api_categories_init', $this->register_category( ... ) );
		add_action( 'wp_abilities_api_init', fn () => $this->container->get( Abilities::class )->register() );
	}

	public function routes(): array {
		return [];
	}

	private function register_category(): void {
		wp_register_ability_category(
			Abilities::CATEGORY,
			[
				'label'       => AbilityMessages::category(),
				'description' => AbilityMessages::category_description(),
			]
		);
	}
}
