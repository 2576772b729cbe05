<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Payments\Domain\PaymentEvent;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;

/**
 * Updates orders after payments through their links. Callers must hold the order's lock.
 */
interface OrderPaymentUpdater {

	/**
	 * Returns the order from the database, bypassing caches.
	 *
	 * @throws OrderNotFound If the order does not exist or is in the trash.
	 */
	public function read( int $wc_order_id ): OrderSnapshot;

	/**
	 * Marks the order as paid, with the link's transaction. Returns false if WooCommerce does not accept a payment in
	 * the order's status.
	 *
	 * @throws StorageFailed If the order could not be saved. The caller may retry.
	 */
	public function complete( PaymentLink $link ): bool;

	/**
	 * Records the link's payment on an order that already has a paid status. The status does not change.
	 */
	public function record( PaymentLink $link ): bool;

	/**
	 * Records a partial payment: an order without a payment method gets the link's.
	 */
	public function record_part( PaymentLink $link ): bool;

	/**
	 * Marks the order as paid whatever its status is, and restores it from the trash, because staff decided so.
	 *
	 * @throws OrderNotFound If the order is deleted.
	 */
	public function accept( PaymentLink $link ): void;

	/**
	 * Completes an interrupted payment of an order that is already paid: sets the paid date, reduces stock and adds the
	 * note. Skips steps that were already done.
	 */
	public function finish( PaymentLink $link ): void;

	/**
	 * Puts an order that is waiting for payment on hold; does not change other orders.
	 */
	public function hold( PaymentLink $link ): void;

	/**
	 * Restores the paid status of an order after a concurrent save wrote the old status back. Does not undo deliberate
	 * changes by staff.
	 */
	public function restore( PaymentLink $link ): void;

	/**
	 * Adds an order note for staff, unless the order has the same note. Does nothing if the order is deleted.
	 *
	 * @param Money|null $money The amount of the event, if it is not the link's amount.
	 */
	public function notify( PaymentLink $link, PaymentEvent $event, ?Money $money = null ): void;

	/**
	 * Adds an order note about the alert of the link, unless the order has the same note. Does nothing if the order is
	 * deleted.
	 *
	 * @param Money|null $paid The amount that the provider reported, if it is not the link's amount.
	 */
	public function warn( PaymentLink $link, ?Money $paid = null ): void;

	/**
	 * Adds an order note about the alert of the link that staff acknowledged.
	 *
	 * @param string $note Of the staff member; may be empty.
	 */
	public function note_acknowledgement( PaymentLink $link, string $note ): void;
}
