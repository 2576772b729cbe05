<?php
/**
 * The panel on the order screen.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Admin;

use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Application\PrefillPaymentLink;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Rest\DraftPresenter;
use MultiSafepay\PaymentLinks\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Rest\LinkPresenter;
use MultiSafepay\PaymentLinks\Rest\RouteGuard;
use MultiSafepay\PaymentLinks\WooCommerce\Log;
use Throwable;
use WC_Order;
use WP_Post;

/**
 * A meta box with one mount node, which carries everything that the first paint needs.
 */
final class OrderPanel {

	private const ID = 'multisafepay-payment-links';

	/**
	 * Takes what fills the node.
	 */
	public function __construct(
		private readonly RouteGuard $guard,
		private readonly PaymentLinkStore $links,
		private readonly SiteRepository $sites,
		private readonly PrefillPaymentLink $prefill,
		private readonly LinkPresenter $link_presenter,
		private readonly DraftPresenter $draft_presenter,
		private readonly ErrorResponse $errors,
		private readonly PanelExtras $extras,
		private readonly ScriptAssets $assets,
		private readonly Log $log,
	) {}

	/**
	 * Adds the box to the order screen, with HPOS and with orders as posts.
	 *
	 * @param mixed $order_or_post Second argument of `add_meta_boxes`.
	 */
	public function add( mixed $order_or_post ): void {
		$order = $this->order( $order_or_post );
		if ( null === $order || ! $this->guard->may_manage_links() || ! $this->guard->may_edit( $order ) ) {
			return;
		}

		add_meta_box(
			self::ID,
			__( 'Payment links', 'multisafepay-payment-links' ),
			fn () => $this->render( $order ),
			wc_get_page_screen_id( 'shop-order' ),
			'normal',
			'high'
		);
		add_action( 'admin_enqueue_scripts', fn () => $this->assets->enqueue( 'panel' ) );
	}

	/**
	 * Prints the node.
	 */
	private function render( WC_Order $order ): void {
		try {
			$config = $this->config( $order );
		} catch ( Throwable $failure ) {
			// Whatever is wrong with our data or another plugin's, the order itself must stay editable.
			$this->log->error( sprintf( 'The panel of order %d could not be drawn: %s.', $order->get_id(), $failure::class ) );
			echo '<p>' . esc_html__( 'The payment links of this order cannot be shown now. The log in WooCommerce > Status > Logs has the reason.', 'multisafepay-payment-links' ) . '</p>';

			return;
		}

		printf(
			'<div id="%1$s-panel" data-config="%2$s"></div><noscript>%3$s</noscript>',
			esc_attr( self::ID ),
			esc_attr( ScriptAssets::json( $config ) ),
			esc_html__( 'Payment links need JavaScript.', 'multisafepay-payment-links' )
		);
	}

	/**
	 * Returns what the first paint needs, without a call to MultiSafepay.
	 *
	 * @return array<string, mixed>
	 */
	private function config( WC_Order $order ): array {
		$draft = null;
		$error = null;

		try {
			$draft = $this->draft_presenter->present( $this->prefill->draft( $order->get_id() ) );
		} catch ( OrderNotFound ) {
			$error = [
				'code'    => 'order_not_saved',
				'message' => __( 'Save the order first; then you can generate a payment link for it.', 'multisafepay-payment-links' ),
			];
		} catch ( Throwable $failure ) {
			$wp_error = $this->errors->of( $failure );
			$error    = [
				'code'    => (string) $wp_error->get_error_code(),
				'message' => $wp_error->get_error_message(),
			];
		}

		return [
			'wc_order_id'         => $order->get_id(),
			'wc_order_number'     => (string) $order->get_order_number(),
			'links'               => $this->link_presenter->all( $order->get_id(), $this->links->of_order( $order->get_id() ) ),
			'draft'               => $draft,
			'draft_error'         => $error,
			'not_configured'      => ! $this->is_configured(),
			'settings_url'        => SettingsPage::url(),
			'can_manage_settings' => $this->guard->may_manage_settings(),
		] + $this->extras->of( $order );
	}

	/**
	 * Tells whether any site has a key.
	 */
	private function is_configured(): bool {
		foreach ( $this->sites->all() as $site ) {
			if ( null !== $site->api_key ) {
				return true;
			}
		}

		return false;
	}

	/**
	 * Returns the order of the screen; refunds and subscriptions are none.
	 */
	private function order( mixed $order_or_post ): ?WC_Order {
		if ( $order_or_post instanceof WP_Post && 'shop_order' === $order_or_post->post_type ) {
			$order_or_post = wc_get_order( $order_or_post->ID );
		}

		return $order_or_post instanceof WC_Order && 'shop_order' === $order_or_post->get_type() ? $order_or_post : null;
	}
}
