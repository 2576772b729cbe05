<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\OrderPanel;

use Closure;
use MultiSafepay\PaymentLinks\Links\Application\Draft\PrefillLink;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\LinkMessages;
use MultiSafepay\PaymentLinks\Links\Presentation\DraftPresenter;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkPresenter;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\CustomerPhone;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OfficialPluginLink;
use MultiSafepay\PaymentLinks\Shared\Application\Lazy;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\Permissions;
use MultiSafepay\PaymentLinks\Shared\WordPress\Log;
use MultiSafepay\PaymentLinks\Shared\WordPress\ScriptAssets;
use MultiSafepay\PaymentLinks\Shared\WordPress\UserPreferences;
use MultiSafepay\PaymentLinks\Sharing\ShareConfig;
use MultiSafepay\PaymentLinks\Sites\Application\SiteRepository;
use MultiSafepay\PaymentLinks\Sites\SitesModule;
use Throwable;
use WC_Order;

/**
 * Meta box with the mount node of the panel. The node contains all data for the first paint.
 */
final class OrderPanel {

	public const ID = 'multisafepay-payment-links';

	/**
	 * @param Closure(): ErrorResponse $errors
	 * @param Closure(): Log $log
	 */
	public function __construct(
		private readonly Permissions $permissions,
		private readonly LinkStore $links,
		private readonly SiteRepository $sites,
		private readonly PrefillLink $prefill,
		private readonly LinkPresenter $link_presenter,
		private readonly DraftPresenter $draft_presenter,
		#[Lazy( ErrorResponse::class )]
		private readonly Closure $errors,
		private readonly ShareConfig $share_config,
		private readonly UserPreferences $preferences,
		private readonly ScriptAssets $assets,
		#[Lazy( Log::class )]
		private readonly Closure $log,
	) {}

	/**
	 * Whether the current user sees the panel on the screen of this order.
	 */
	public function is_visible( WC_Order $order ): bool {
		return $this->permissions->can_manage_links() && $this->permissions->can_edit( $order );
	}

	public function enqueue(): void {
		$this->assets->enqueue( 'order-panel' );
	}

	public function render( WC_Order $order ): void {
		try {
			$config = $this->config( $order );
		} catch ( Throwable $failure ) {
			// An error of this or another plugin must not prevent editing the order.
			( $this->log )()->error( sprintf(
				'The panel of order %d could not be drawn: %s.',
				$order->get_id(),
				$failure::class
			) );
			echo '<p>' . esc_html( OrderPanelMessages::render_failed() ) . '</p>';

			return;
		}

		printf(
			'<div id="%1$s-panel" data-config="%2$s"></div><noscript>%3$s</noscript>',
			esc_attr( self::ID ),
			esc_attr( ScriptAssets::json( $config ) ),
			esc_html( LinkMessages::javascript_required() )
		);
	}

	/**
	 * Returns the data for the first paint, without a request to MultiSafepay.
	 *
	 * @return array<string, mixed>
	 */
	private function config( WC_Order $order ): array {
		$draft    = null;
		$error    = null;
		$official = OfficialPluginLink::of( $order );

		try {
			$draft = $this->draft_presenter->present( $this->prefill->draft( $order->get_id() ) );
		} catch ( OrderNotFound ) {
			$error = [
				'code'    => 'order_not_saved',
				'message' => OrderPanelMessages::order_not_saved(),
			];
		} catch ( Throwable $failure ) {
			$wp_error = ( $this->errors )()->from( $failure );
			$error    = [
				'code'    => (string) $wp_error->get_error_code(),
				'message' => $wp_error->get_error_message(),
			];
		}

		return [
			'wc_order_id'         => $order->get_id(),
			'wc_order_number'     => (string) $order->get_order_number(),
			'links'               => $this->link_presenter->all(
				$order->get_id(),
				$this->links->of_order( $order->get_id() )
			),
			'draft'               => $draft,
			'draft_error'         => $error,
			'not_configured'      => ! $this->is_configured(),
			'settings_url'        => SitesModule::settings_url(),
			'can_manage_settings' => $this->permissions->can_manage_settings(),
			'can_create_orders'   => $this->permissions->can_create_orders(),
			'advanced'            => $this->preferences->is_advanced( get_current_user_id() ),
			'official_link'       => null === $official ? null : [ 'url' => $official ],
		] + $this->share_config->get( CustomerPhone::of( $order ) );
	}

	/**
	 * Whether any site has an API key.
	 */
	private function is_configured(): bool {
		foreach ( $this->sites->all() as $site ) {
			if ( null !== $site->api_key ) {
				return true;
			}
		}

		return false;
	}
}
