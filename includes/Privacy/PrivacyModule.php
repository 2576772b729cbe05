<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Privacy;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Shared\WordPress\HookArgument;
use WC_Order;

/**
 * Adds an exporter and an eraser to WordPress's privacy tools, and erases links when WooCommerce erases an order.
 */
final class PrivacyModule implements Module {

	public function __construct( private readonly Container $container ) {}

	public static function bindings(): array {
		return [];
	}

	public function add_hooks(): void {
		add_filter( 'wp_privacy_personal_data_exporters', $this->add_exporter( ... ) );
		add_filter( 'wp_privacy_personal_data_erasers', $this->add_eraser( ... ) );
		add_action(
			'woocommerce_privacy_before_remove_order_personal_data',
			fn ( mixed $order ) => $order instanceof WC_Order ? $this->tools()->erase_order( $order->get_id() ) : null
		);
		add_action( 'admin_init', $this->suggest_policy( ... ) );
	}

	public function routes(): array {
		return [];
	}

	private function add_exporter( mixed $exporters ): mixed {
		return is_array( $exporters ) ? $exporters + [
			'multisafepay-payment-links' => [
				'exporter_friendly_name' => PrivacyMessages::tool_name(),
				'callback'               => fn ( mixed $email, mixed $page = 1 ): array => $this->tools()->export(
					HookArgument::text( $email ),
					HookArgument::number( $page )
				),
			],
		] : $exporters;
	}

	private function add_eraser( mixed $erasers ): mixed {
		return is_array( $erasers ) ? $erasers + [
			'multisafepay-payment-links' => [
				'eraser_friendly_name' => PrivacyMessages::tool_name(),
				'callback'             => fn ( mixed $email ): array => $this->tools()->erase(
					HookArgument::text( $email )
				),
			],
		] : $erasers;
	}

	/**
	 * WordPress shows the suggestion to these users only, and compares it with the policy for no one else.
	 */
	private function suggest_policy(): void {
		if ( ! current_user_can( 'manage_privacy_options' ) ) {
			return;
		}

		wp_add_privacy_policy_content(
			PrivacyMessages::plugin_name(),
			'<p>' . implode( '</p><p>', array_map( 'esc_html', PrivacyMessages::policy() ) ) . '</p>'
		);
	}

	private function tools(): PersonalDataTools {
		return $this->container->get( PersonalDataTools::class );
	}
}
