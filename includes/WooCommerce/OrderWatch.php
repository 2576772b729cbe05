<?php
/**
 * Notices orders that end.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use DateTimeImmutable;
use DateTimeZone;
use MultiSafepay\PaymentLinks\Application\Port\OpenLinks;
use MultiSafepay\PaymentLinks\Settings\SettingsStore;
use Throwable;
use WC_Order;

/**
 * Has an order's open links retired when nobody is to pay them any more: outside the request, so that saving an order
 * never waits for MultiSafepay and never fails because of a link.
 *
 * It is asked at the checkout too: an order without open links costs one query on an index and builds nothing else.
 */
final class OrderWatch {

	/**
	 * Takes what it asks.
	 */
	public function __construct(
		private readonly OpenLinks $open,
		private readonly SettingsStore $settings,
		private readonly ActionScheduler $schedule,
	) {}

	/**
	 * Looks at a change of status, without `wc-`. An order that is paid already and moves on was not paid just now:
	 * links that staff made for it meanwhile are meant.
	 */
	public function status_changed( int $wc_order_id, string $from, string $to ): void {
		$end = OrderEndings::of_status( $to );
		if ( null !== $end && OrderEndings::of_status( $from ) !== $end ) {
			$this->ended( $wc_order_id );
		}
	}

	/**
	 * The order was moved to the trash or is going to be deleted.
	 *
	 * @param int $id Of an order, or of any post.
	 */
	public function removed_post( int $id ): void {
		if ( 'shop_order' === get_post_type( $id ) ) {
			$this->ended( $id );
		}
	}

	/**
	 * Nobody is to pay the order any more.
	 */
	public function ended( int $wc_order_id ): void {
		try {
			if ( [] !== $this->open->of_order( $wc_order_id ) && $this->settings->load()->auto_retire ) {
				$this->schedule->retire_order( $wc_order_id, time(), 0, 0 );
			}
		} catch ( Throwable $failure ) {
			// Whatever is wrong with our data, the order must be saved.
			( new Log() )->error( sprintf( 'The links of order %d could not be looked at when it ended: %s.', $wc_order_id, $failure::class ) );
		}
	}

	/**
	 * Keeps WooCommerce from cancelling an unpaid order whose link can still be paid, where the shop wants that.
	 *
	 * @param mixed $cancel Whether WooCommerce is going to cancel it.
	 * @param mixed $order  The order.
	 */
	public function keeps( mixed $cancel, mixed $order ): mixed {
		if ( true !== (bool) $cancel || ! $order instanceof WC_Order ) {
			return $cancel;
		}

		try {
			$is_kept = $this->settings->load()->keep_held_orders && $this->open->is_any_payable( $order->get_id(), new DateTimeImmutable( 'now', new DateTimeZone( 'UTC' ) ) );
		} catch ( Throwable ) {
			$is_kept = false;
		}

		return $is_kept ? false : $cancel;
	}
}
