<?php
/**
 * Links that nobody presses a button for.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use MultiSafepay\PaymentLinks\Application\CreatePaymentLink;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\SendLink;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Domain\Exception\EmailFailed;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Settings\SettingsStore;
use Throwable;
use WC_Order;
use WP_Error;

/**
 * Makes the link of an order that was scheduled for one: once, under the order's own idempotency key, and with a note
 * on the order when it does not work.
 */
final class AutomaticLinks {

	private const MAX_TRIES     = 4;
	private const FIRST_SECONDS = 60;

	/**
	 * Takes the use cases and the words.
	 */
	public function __construct(
		private readonly SettingsStore $settings,
		private readonly PaymentLinkStore $links,
		private readonly CreatePaymentLink $create,
		private readonly SendLink $send,
		private readonly ErrorResponse $errors,
		private readonly Log $log,
	) {}

	/**
	 * Schedules the link of an order that was saved just now; nothing else happens while it is saved.
	 *
	 * @param mixed $order   The order, or its id.
	 * @param bool  $by_rest Whether it came over WooCommerce's REST API; else staff made it in the back office.
	 */
	public static function order_saved( mixed $order, bool $by_rest ): void {
		$automation = ( new SettingsStore() )->load()->automation;
		if ( ! ( $by_rest ? $automation->auto_create_rest : $automation->auto_create ) ) {
			return;
		}

		try {
			$order = $order instanceof WC_Order ? $order : wc_get_order( is_numeric( $order ) ? (int) $order : 0 );
			if ( $order instanceof WC_Order && self::wants_link( $order ) && ( $by_rest || 'admin' === $order->get_created_via() ) && ! as_has_scheduled_action( ActionHooks::AUTO_CREATE, [ $order->get_id(), 0 ], ActionHooks::GROUP ) ) {
				as_schedule_single_action( time(), ActionHooks::AUTO_CREATE, [ $order->get_id(), 0 ], ActionHooks::GROUP );
				BatchActions::begin_soon();
			}
		} catch ( Throwable $failure ) {
			// Whatever is wrong here, the order must be saved.
			( new Log() )->error( 'The automatic link of an order could not be scheduled: ' . $failure::class . '.' );
		}
	}

	/**
	 * Makes the link.
	 *
	 * @param int $wc_order_id WooCommerce's id.
	 * @param int $tries       How often it was tried before.
	 */
	public function make( int $wc_order_id, int $tries ): void {
		$order = wc_get_order( $wc_order_id );
		$key   = 'auto-order-' . $wc_order_id;
		// Whatever links the order has, or had, somebody has seen to it already; its own key is that of an earlier try.
		if ( ! $order instanceof WC_Order || ! self::wants_link( $order ) || ( [] !== $this->links->of_order( $wc_order_id ) && null === $this->links->find_by_key( $key ) && 0 === $tries ) ) {
			return;
		}

		try {
			$made = $this->create->create( $wc_order_id, [ 'idempotency_key' => $key ], Actor::system() )->link;
		} catch ( Throwable $failure ) {
			$may_pass = $failure instanceof ProviderUnavailable || $failure instanceof CreationUnconfirmed || ( $failure instanceof ProviderRefused && $failure->is_for_now() );
			if ( $may_pass && $tries + 1 < self::MAX_TRIES ) {
				as_schedule_single_action( time() + self::FIRST_SECONDS * 2 ** $tries, ActionHooks::AUTO_CREATE, [ $wc_order_id, $tries + 1 ], ActionHooks::GROUP );
			} else {
				$this->note_failure( $order, $failure );
			}

			return;
		}

		$this->mail( $order, $made );
	}

	/**
	 * Sends the link where the shop wants that, and where it was not sent before.
	 */
	private function mail( WC_Order $order, PaymentLink $link ): void {
		$to = $link->details->customer->email;
		if ( '' === $to || null !== $link->sent_at || ! $this->settings->load()->automation->auto_send ) {
			return;
		}

		try {
			$this->send->email( $link->id, $to, '', Actor::system() );
		} catch ( EmailFailed $failure ) {
			$this->note_failure( $order, $failure );
		}
	}

	/**
	 * Writes on the order why it has no link, or no e-mail.
	 */
	private function note_failure( WC_Order $order, Throwable $failure ): void {
		try {
			$error = $this->errors->of( $failure );
		} catch ( Throwable ) {
			$this->log->error( sprintf( 'The automatic link of order %d failed: %s.', $order->get_id(), $failure::class ) );
			$error = new WP_Error( 'unknown', __( 'The log in WooCommerce > Status > Logs has the reason.', 'multisafepay-payment-links' ) );
		}

		/* translators: %s: why. */
		$order->add_order_note( sprintf( __( 'Automatic payment link: %s', 'multisafepay-payment-links' ), $error->get_error_message() ) );
	}

	/**
	 * Tells whether somebody is still to pay the order.
	 */
	private static function wants_link( WC_Order $order ): bool {
		return 'shop_order' === $order->get_type() && 'pending' === $order->get_status() && (float) $order->get_total() > 0;
	}
}
