<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderCacheCleaner;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\Payment\OrderPaymentStates;
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
	 * Payment method of orders that were paid through links. It must not start with `multisafepay_`: the official
	 * plugin would then send shipments and invoices to MultiSafepay under an order ID that is not the link's.
	 */
	public const METHOD = 'payment_links_for_multisafepay';

	/**
	 * The payment method that the order had before it was paid through a link.
	 */
	public const FORMER_METHOD_META = '_multisafepay_payment_links_former_method';

	private const UNPAID_STATUSES  = [ 'pending', 'failed' ];
	private const PAID_ORDER_MAILS = [ 'new_order', 'customer_processing_order', 'customer_completed_order' ];

	public function __construct(
		private readonly OrderReader $orders,
		private readonly OrderPaymentStates $states,
		private readonly OrderEndListener $endings,
	) {}

	public function read( int $wc_order_id ): OrderSnapshot {
		OrderCacheCleaner::clear( $wc_order_id );

		return $this->orders->get( $wc_order_id );
	}

	public function complete( PaymentLink $link ): bool {
		$order = $this->order( $link );
		if ( null === $order ) {
			return false;
		}
		if ( $order->is_paid() ) {
			return $this->record( $link );
		}

		self::set_payment_method( $order, $link );
		// The date of an earlier payment, such as a bounced one, would remain otherwise.
		$order->set_date_paid( null );
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

	public function record( PaymentLink $link ): bool {
		$order = $this->order( $link );
		if ( null === $order ) {
			return false;
		}

		$is_collected_later = $this->states->of( $order, [] )->is_collected_later;
		self::set_payment_method( $order, $link );
		$order->set_transaction_id( $link->payment_reference() );
		$order->set_date_paid( self::paid_at( $link ) );
		$order->save();
		if ( $is_collected_later ) {
			// The order is paid now, but its status does not change.
			$this->endings->ended( $link->wc_order_id );
		}

		return true;
	}

	public function record_part( PaymentLink $link ): bool {
		$order = $this->order( $link );
		if ( null !== $order && '' === $order->get_payment_method() ) {
			self::set_payment_method( $order, $link );
			$order->save();
		}

		return null !== $order;
	}

	public function accept( PaymentLink $link ): void {
		$order = $this->order( $link ) ?? throw new OrderNotFound();
		if ( 'trash' === $order->get_status() ) {
			$order->untrash();
			OrderCacheCleaner::clear( $link->wc_order_id );
			$order = wc_get_order( $link->wc_order_id );
			if ( ! $order instanceof WC_Order ) {
				throw new OrderNotFound();
			}
		}
		if ( $order->is_paid() || $this->complete( $link ) ) {
			$this->record( $link );

			return;
		}

		// Another plugin has added this status, so WooCommerce does not change it.
		$order->set_status( $order->needs_processing() ? 'processing' : 'completed' );
		$order->save();
		$this->record( $link );
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
			$order->set_date_paid( self::paid_at( $link ) );
			$order->save();
		}
		wc_maybe_reduce_stock_levels( $order->get_id() );
		// The process may have died before WooCommerce reported the new status.
		$this->endings->ended( $link->wc_order_id );
		$this->notify( $link, PaymentEvent::Paid );
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
		$note = PaymentMessages::note( $link, $event, $money );
		// The notes about a payment differ in their ends; one of them is enough.
		$paid = PaymentMessages::paid( $link );
		$this->add_note( $link, $note, str_starts_with( $note, $paid ) ? $paid : $note );
	}

	public function warn( PaymentLink $link, ?Money $paid = null ): void {
		$note = null === $link->alert ? '' : PaymentMessages::alert_note( $link, $link->alert, $paid );
		$this->add_note( $link, $note, $note );
	}

	public function note_acknowledgement( PaymentLink $link, string $note ): void {
		if ( null !== $link->alert ) {
			$this->order( $link )?->add_order_note(
				PaymentMessages::acknowledged_note( $link->order_id->value, $link->alert, $note )
			);
		}
	}

	/**
	 * Adds a note, unless the order has a note with this beginning: an earlier process may have been interrupted
	 * after it added the note.
	 */
	private function add_note( PaymentLink $link, string $note, string $beginning ): void {
		$order = $this->order( $link );
		if ( null === $order || '' === $note ) {
			return;
		}

		foreach ( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ) as $existing ) {
			$content = get_object_vars( $existing )['content'] ?? '';
			if ( is_string( $content ) && str_starts_with( $content, $beginning ) ) {
				return;
			}
		}
		$order->add_order_note( $note );
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
	 * Sets the payment method and keeps the former one in the order's meta data. The official plugin's meta field stays
	 * empty, so that the plugin cannot refund this payment a second time.
	 */
	private static function set_payment_method( WC_Order $order, PaymentLink $link ): void {
		$method = $order->get_payment_method();
		if ( '' !== $method && self::METHOD !== $method ) {
			$order->update_meta_data( self::FORMER_METHOD_META, $method );
		}
		$order->set_payment_method( self::METHOD );
		$order->set_payment_method_title( PaymentMessages::method_title( $link->payment_method ) );
	}

	private static function paid_at( PaymentLink $link ): int {
		return ( $link->paid_at ?? $link->changed_at )->getTimestamp();
	}
}
