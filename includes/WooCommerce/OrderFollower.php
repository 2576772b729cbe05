<?php
/**
 * Orders that follow their links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use Automattic\WooCommerce\Caches\OrderCache;
use MultiSafepay\PaymentLinks\Application\Port\OrderPayments;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\PaymentNews;
use WC_Cache_Helper;
use WC_Data_Store;
use WC_Order;

/**
 * Changes orders through WooCommerce's own ways to pay and to hold them, so that stock, mails and other plugins follow.
 */
final class OrderFollower implements OrderPayments {

	/**
	 * The method of orders that had none. Not one of `multisafepay_…`: those belong to the official plugin, which would
	 * ship and invoice the order under an order ID that is not the link's.
	 */
	public const METHOD = 'payment_links_for_multisafepay';

	private const OFFICIAL_PREFIX = 'multisafepay_';
	private const OFFICIAL_META   = 'multisafepay_transaction_id';
	private const WAITING         = [ 'pending', 'failed' ];
	private const MAILS           = [ 'new_order', 'customer_processing_order', 'customer_completed_order' ];

	/**
	 * Takes the reader of orders and the words.
	 */
	public function __construct(
		private readonly WooCommerceOrders $orders,
		private readonly PaymentNotes $notes,
	) {}

	/**
	 * {@inheritDoc}
	 */
	public function read( int $wc_order_id ): OrderSnapshot {
		$this->forget( $wc_order_id );

		return $this->orders->get( $wc_order_id );
	}

	/**
	 * {@inheritDoc}
	 */
	public function complete( PaymentLink $link, bool $is_whole ): bool {
		$order = $this->order( $link );
		if ( null === $order ) {
			return false;
		}

		$this->name_method( $order, $link, $is_whole );
		$worked = $order->payment_complete( $link->payment_reference() );
		if ( $this->is_stored_as_paid( $link, $order->get_status() ) ) {
			return true;
		}
		// The object may say paid where the database did not take it: WooCommerce tells nobody of a failed save.
		if ( ! $worked || $order->is_paid() || null !== $order->get_date_paid() ) {
			throw new StorageFailed( 'WooCommerce could not complete the payment.' );
		}

		return false;
	}

	/**
	 * {@inheritDoc}
	 *
	 * Mails are not sent again: nobody can tell whether they went out.
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
		$note = $this->notes->of( $link, PaymentNews::Paid, null );
		foreach ( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ) as $other ) {
			if ( $note === ( get_object_vars( $other )['content'] ?? '' ) ) {
				return;
			}
		}
		$order->add_order_note( $note );
	}

	/**
	 * {@inheritDoc}
	 */
	public function hold( PaymentLink $link ): void {
		$order = $this->order( $link );
		if ( null !== $order && $order->has_status( self::WAITING ) && null === $order->get_date_paid() ) {
			$order->update_status( 'on-hold' );
		}
	}

	/**
	 * {@inheritDoc}
	 *
	 * With orders as posts, every save writes the status that it once read. Unlike a change to pending on purpose it gives
	 * no stock back: a pending order whose stock is taken was paid. The customer has had the mails.
	 */
	public function restore( PaymentLink $link ): void {
		$order = $this->order( $link );
		if ( null === $order || ! $order->has_status( 'pending' ) || ! $order->get_order_stock_reduced() ) {
			return;
		}

		foreach ( self::MAILS as $mail ) {
			add_filter( 'woocommerce_email_enabled_' . $mail, '__return_false' );
		}
		$order->update_status( $order->needs_processing() ? 'processing' : 'completed', __( 'This order was paid through a payment link, but another save has written its old status back.', 'multisafepay-payment-links' ) );
		foreach ( self::MAILS as $mail ) {
			remove_filter( 'woocommerce_email_enabled_' . $mail, '__return_false' );
		}
	}

	/**
	 * {@inheritDoc}
	 */
	public function tell( PaymentLink $link, PaymentNews $news, ?Money $money = null ): void {
		$this->order( $link )?->add_order_note( $this->notes->of( $link, $news, $money ) );
	}

	/**
	 * Returns the order, in the trash as well; null when it is deleted.
	 */
	private function order( PaymentLink $link ): ?WC_Order {
		$order = wc_get_order( $link->wc_order_id );

		return $order instanceof WC_Order ? $order : null;
	}

	/**
	 * Tells whether the order is paid as the database has it. A save that failed half way may leave the day of the payment
	 * behind without the rest; it is taken back, so that the next try finds an order that waits for payment.
	 *
	 * @param PaymentLink $link   The link.
	 * @param string      $status The state that the order should have now.
	 */
	private function is_stored_as_paid( PaymentLink $link, string $status ): bool {
		$this->forget( $link->wc_order_id );
		$order = $this->order( $link );
		if ( null === $order || $order->is_paid() || null === $order->get_date_paid() ) {
			return null !== $order && $order->is_paid();
		}
		if ( $order->get_status() === $status ) {
			return true;
		}

		// Another save at this very moment may have written its old status over ours; what we did has happened all the same.
		$this->restore( $link );
		$this->forget( $link->wc_order_id );
		$order = $this->order( $link );
		if ( null === $order || $order->is_paid() ) {
			return null !== $order;
		}

		$order->set_date_paid( null );
		$order->save();

		return false;
	}

	/**
	 * Leaves the order's method as it is, unless it has none. An order that was meant for the official plugin learns
	 * under which id its refund button finds this payment, unless that place is taken, or there is more than one payment.
	 */
	private function name_method( WC_Order $order, PaymentLink $link, bool $is_whole ): void {
		$method = $order->get_payment_method();
		if ( '' === $method ) {
			$order->set_payment_method( self::METHOD );
			/* translators: %s: payment method, e.g. IDEAL. */
			$order->set_payment_method_title( null === $link->payment_method ? __( 'Payment link', 'multisafepay-payment-links' ) : sprintf( __( 'Payment link (%s)', 'multisafepay-payment-links' ), $link->payment_method ) );
		} elseif ( $is_whole && str_starts_with( $method, self::OFFICIAL_PREFIX ) && '' === $order->get_meta( self::OFFICIAL_META ) ) {
			$order->update_meta_data( self::OFFICIAL_META, $link->order_id->value );
		}
	}

	/**
	 * Drops what this process remembers of the order: another one may have paid it since.
	 */
	private function forget( int $wc_order_id ): void {
		clean_post_cache( $wc_order_id );
		wp_cache_delete( $wc_order_id, 'post_meta' );
		wp_cache_delete( 'order-items-' . $wc_order_id, 'orders' );
		if ( class_exists( WC_Cache_Helper::class ) ) {
			wp_cache_delete( WC_Cache_Helper::get_cache_prefix( 'orders' ) . 'total_refunded' . $wc_order_id, 'orders' );
		}
		if ( class_exists( OrderCache::class ) ) {
			wc_get_container()->get( OrderCache::class )->remove( $wc_order_id );
		}
		if ( class_exists( WC_Data_Store::class ) ) {
			// Hands the call through to the storage in use; the one of posts has no such method.
			WC_Data_Store::load( 'order' )->__call( 'clear_cached_data', [ [ $wc_order_id ] ] );
		}
	}
}
