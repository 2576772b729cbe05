<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderCacheCleaner;
use MultiSafepay\PaymentLinks\Payments\Application\OrderPaymentUpdater;
use MultiSafepay\PaymentLinks\Payments\Domain\PaymentEvent;
use MultiSafepay\PaymentLinks\Payments\PaymentMessages;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;
use WC_Order;

/**
 * Changes orders through WooCommerce's CRUD methods, so that stock, emails and other plugins react as usual.
 */
final class WooCommerceOrderPaymentUpdater implements OrderPaymentUpdater {

	/**
	 * Payment method for orders that have none. It must not start with `multisafepay_`: the official plugin would then
	 * send shipments and invoices to MultiSafepay under an order ID that is not the link's.
	 */
	public const METHOD = 'payment_links_for_multisafepay';

	private const OFFICIAL_PREFIX  = 'multisafepay_';
	private const OFFICIAL_META    = 'multisafepay_transaction_id';
	private const UNPAID_STATUSES  = [ 'pending', 'failed' ];
	private const PAID_ORDER_MAILS = [ 'new_order', 'customer_processing_order', 'customer_completed_order' ];

	public function __construct(
		private readonly OrderReader $orders,
	) {}

	public function read( int $wc_order_id ): OrderSnapshot {
		OrderCacheCleaner::clear( $wc_order_id );

		return $this->orders->get( $wc_order_id );
	}

	public function complete( PaymentLink $link, bool $is_only_payment ): bool {
		$order = $this->order( $link );
		if ( null === $order ) {
			return false;
		}

		$this->set_payment_method( $order, $link, $is_only_payment );
		$is_completed = $order->payment_complete( $link->payment_reference() );
		if ( $this->is_stored_as_paid( $link, $order->get_status() ) ) {
			return true;
		}
		// WooCommerce does not report a failed save: the object may be paid although the database row is not.
		if ( ! $is_completed || $order->is_paid() || null !== $order->get_date_paid() ) {
			throw new StorageFailed( 'WooCommerce could not complete the payment.' );
		}

		return false;
	}

	/**
	 * Emails are not sent again, because it is unknown whether they were sent the first time.
	 */
	public function finish( PaymentLink $link ): void {
		$order = $this->order( $link );
		if ( null === $order ) {
			return;
		}

		if ( null === $order->get_date_paid() ) {
			$order->set_date_paid( ( $link->paid_at ?? $link->changed_at )->getTimestamp() );
			$order->save();
		}
		wc_maybe_reduce_stock_levels( $order->get_id() );
		$note = PaymentMessages::note( $link, PaymentEvent::Paid, null );
		foreach ( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ) as $existing_note ) {
			if ( $note === ( get_object_vars( $existing_note )['content'] ?? '' ) ) {
				return;
			}
		}
		$order->add_order_note( $note );
	}

	public function hold( PaymentLink $link ): void {
		$order = $this->order( $link );
		if ( null !== $order && $order->has_status( self::UNPAID_STATUSES ) && null === $order->get_date_paid() ) {
			$order->update_status( 'on-hold' );
		}
	}

	/**
	 * With post-based orders, every save writes the status that was read earlier. Unlike a deliberate change to
	 * pending, such a save does not restore stock: a pending order with reduced stock was paid. The customer already
	 * received the emails.
	 */
	public function restore( PaymentLink $link ): void {
		$order = $this->order( $link );
		if ( null === $order || ! $order->has_status( 'pending' ) || ! $order->get_order_stock_reduced() ) {
			return;
		}

		foreach ( self::PAID_ORDER_MAILS as $mail ) {
			add_filter( 'woocommerce_email_enabled_' . $mail, '__return_false' );
		}
		$order->update_status(
			$order->needs_processing() ? 'processing' : 'completed',
			PaymentMessages::status_restored()
		);
		foreach ( self::PAID_ORDER_MAILS as $mail ) {
			remove_filter( 'woocommerce_email_enabled_' . $mail, '__return_false' );
		}
	}

	public function notify( PaymentLink $link, PaymentEvent $event, ?Money $money = null ): void {
		$this->order( $link )?->add_order_note( PaymentMessages::note( $link, $event, $money ) );
	}

	/**
	 * Returns the order, also when it is in the trash; null when it is deleted.
	 */
	private function order( PaymentLink $link ): ?WC_Order {
		$order = wc_get_order( $link->wc_order_id );

		return $order instanceof WC_Order ? $order : null;
	}

	/**
	 * Whether the order is paid in the database. A save that failed halfway may leave a paid date without the paid
	 * status; the paid date is then removed, so that the next attempt finds an unpaid order.
	 *
	 * @param string $status The expected order status.
	 */
	private function is_stored_as_paid( PaymentLink $link, string $status ): bool {
		OrderCacheCleaner::clear( $link->wc_order_id );
		$order = $this->order( $link );
		if ( null === $order || $order->is_paid() || null === $order->get_date_paid() ) {
			return null !== $order && $order->is_paid();
		}
		if ( $order->get_status() === $status ) {
			return true;
		}

		// A concurrent save may have overwritten the new status with its old one. The payment itself was completed.
		$this->restore( $link );
		OrderCacheCleaner::clear( $link->wc_order_id );
		$order = $this->order( $link );
		if ( null === $order || $order->is_paid() ) {
			return null !== $order;
		}

		$order->set_date_paid( null );
		$order->save();

		return false;
	}

	/**
	 * Sets the payment method if the order has none. For an order with a payment method of the official plugin, stores
	 * the link's order ID in that plugin's meta field, so that its refund button finds this payment; not when the field
	 * is in use or the order has several payments.
	 */
	private function set_payment_method( WC_Order $order, PaymentLink $link, bool $is_only_payment ): void {
		$method = $order->get_payment_method();
		if ( '' === $method ) {
			$order->set_payment_method( self::METHOD );
			$order->set_payment_method_title( PaymentMessages::method_title( $link->payment_method ) );
		} elseif (
			$is_only_payment
			&& str_starts_with( $method, self::OFFICIAL_PREFIX )
			&& '' === $order->get_meta( self::OFFICIAL_META )
		) {
			$order->update_meta_data( self::OFFICIAL_META, $link->order_id->value );
		}
	}
}
