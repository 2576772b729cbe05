<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkPermissions;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkSchema;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Route;
use MultiSafepay\PaymentLinks\Sharing\Domain\PersonalMessage;
use MultiSafepay\PaymentLinks\Sharing\Rest\ShareController;
use MultiSafepay\PaymentLinks\Sharing\WooCommerce\OrderEmailLink;
use MultiSafepay\PaymentLinks\Sharing\WooCommerce\PaymentLinkEmail;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

final class SharingModule implements Module {

	public function __construct( private readonly Container $container ) {}

	public static function bindings(): array {
		return [];
	}

	public function add_hooks(): void {
		add_filter( 'woocommerce_email_classes', $this->add_email( ... ) );
		add_action( 'woocommerce_email_before_order_table', $this->print_link( ... ), 10, 4 );
	}

	public function routes(): array {
		return [
			new Route(
				'/links/(?P<id>\d+)/email',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error =>
					$this->container->get( ShareController::class )->email( $request ),
				fn ( WP_REST_Request $request ): bool|WP_Error =>
					$this->container->get( LinkPermissions::class )->check_link( $request ),
				self::email_arguments(),
				static fn (): array => LinkSchema::link(),
			),
			new Route(
				'/links/(?P<id>\d+)/share',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error =>
					$this->container->get( ShareController::class )->share( $request ),
				fn ( WP_REST_Request $request ): bool|WP_Error =>
					$this->container->get( LinkPermissions::class )->check_link( $request ),
				self::share_arguments(),
				static fn (): array => LinkSchema::link(),
			),
		];
	}

	/**
	 * WooCommerce creates all its email objects when the first one is needed.
	 */
	private function add_email( mixed $emails ): mixed {
		return is_array( $emails )
			? $emails + [ PaymentLinkEmail::ID => $this->container->get( PaymentLinkEmail::class ) ]
			: $emails;
	}

	/**
	 * Theme templates may fire the hook with fewer arguments than WooCommerce does.
	 */
	private function print_link(
		mixed $order,
		mixed $sent_to_admin = false,
		mixed $is_plain_text = false,
		mixed $email = null,
	): void {
		if (
			true !== $sent_to_admin
			&& $this->container->get( SettingsStore::class )->load()->link_in_order_email
		) {
			$this->container->get( OrderEmailLink::class )->print( $order, $is_plain_text, $email );
		}
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function email_arguments(): array {
		return [
			'to'      => [
				'type'        => 'string',
				'description' => 'One e-mail address.',
			],
			'message' => [
				'type'        => 'string',
				'description' => sprintf( 'Plain text, at most %d characters.', PersonalMessage::MAX_LENGTH ),
			],
		];
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function share_arguments(): array {
		return [
			'channel' => [
				'type'        => 'string',
				'description' => 'whatsapp, sms or copy.',
			],
		];
	}
}
