<?php
/**
 * The shop's order, as payments change it.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\PaymentNews;

/**
 * Lets orders follow their links. Only to be called while the order is locked.
 */
interface OrderPayments {

	/**
	 * Returns the order as the database has it now, past whatever this process remembers.
	 *
	 * @throws OrderNotFound When there is no such order, or it is in the trash.
	 */
	public function read( int $wc_order_id ): OrderSnapshot;

	/**
	 * Marks the order paid, with the link's transaction. False when its state takes no payment.
	 *
	 * @param PaymentLink $link     The link that was paid.
	 * @param bool        $is_whole Whether it is the only payment of the order.
	 * @throws StorageFailed When the shop could not: to be tried again.
	 */
	public function complete( PaymentLink $link, bool $is_whole ): bool;

	/**
	 * Makes up for what is missing of a payment that the order has already: the day, the goods taken from the stock, the
	 * note. What is there is not done again.
	 *
	 * @param PaymentLink $link The link that paid it.
	 */
	public function finish( PaymentLink $link ): void;

	/**
	 * Puts an order that waits for payment on hold; any other stays as it is.
	 */
	public function hold( PaymentLink $link ): void;

	/**
	 * Marks an order paid once more where a save that had begun before the payment has written its old state back.
	 * What a person did on purpose stays.
	 *
	 * @param PaymentLink $link The link that paid it.
	 */
	public function restore( PaymentLink $link ): void;

	/**
	 * Tells the people who work on the order; nobody when it is deleted.
	 *
	 * @param PaymentLink $link  The link.
	 * @param PaymentNews $news  What happened.
	 * @param Money|null  $money The amount that belongs to it, other than the link's own.
	 */
	public function tell( PaymentLink $link, PaymentNews $news, ?Money $money = null ): void;
}
