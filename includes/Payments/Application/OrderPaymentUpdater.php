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
	 * @throws OrderNotFound When the order does not exist or is in the trash.
	 */
	public function read( int $wc_order_id ): OrderSnapshot;

	/**
	 * Marks the order as paid, with the link's transaction. Returns false when the order's status does not accept a
	 * payment.
	 *
	 * @param bool $is_only_payment Whether it is the only payment of the order.
	 * @throws StorageFailed When the order could not be saved. The caller may retry.
	 */
	public function complete( PaymentLink $link, bool $is_only_payment ): bool;

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
	 * Adds an order note for staff. Does nothing when the order is deleted.
	 *
	 * @param Money|null $money The amount of the event, when it is not the link's amount.
	 */
	public function notify( PaymentLink $link, PaymentEvent $event, ?Money $money = null ): void;
}
