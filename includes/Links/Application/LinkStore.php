<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * Stores links. Every status change is a single conditional statement, so that only one of two concurrent changes
 * succeeds.
 */
interface LinkStore {

	public function find( int $id ): ?PaymentLink;

	/**
	 * Returns the links of an order, newest first.
	 *
	 * @return list<PaymentLink>
	 */
	public function of_order( int $wc_order_id ): array;

	/**
	 * Loads the links of many orders at once, so that later calls of of_order() in this request need no query.
	 *
	 * @param list<int> $wc_order_ids
	 */
	public function preload( array $wc_order_ids ): void;

	/**
	 * Returns the links of an order from the database, ignoring the cache of this request.
	 *
	 * @return list<PaymentLink>
	 */
	public function fresh_of_order( int $wc_order_id ): array;

	public function find_by_key( string $idempotency_key ): ?PaymentLink;

	public function find_by_order_id( string $site_id, OrderId $order_id ): ?PaymentLink;

	/**
	 * Stores a row with the idempotency key and the status `creating`. Returns null if the key, or the order ID on that
	 * site, is already used.
	 *
	 * @param int $number Number of the link within the order, from 1.
	 */
	public function reserve( NewLink $new_link, OrderId $order_id, int $number ): ?PaymentLink;

	/**
	 * Changes the order ID of a row with the status `creating`. Returns null if the ID is already used or the status
	 * has changed.
	 */
	public function renumber( PaymentLink $link, OrderId $order_id, int $number ): ?PaymentLink;

	/**
	 * Changes the status and adds an event to the log. Returns null if the row no longer has the status of the given
	 * link, or if the change is not allowed. The status `failed` releases the idempotency key.
	 */
	public function change( PaymentLink $link, LinkChange $change ): ?PaymentLink;

	/**
	 * Adds an event to the log without changing the status.
	 *
	 * @param string $detail At most 255 characters.
	 */
	public function note( PaymentLink $link, LinkReason $reason, Actor $actor, string $detail = '' ): void;

	/**
	 * Records that the link was sent to the customer. Returns true for the first time.
	 *
	 * @param string $detail Recipient or channel, at most 255 characters.
	 */
	public function record_sent( PaymentLink $link, LinkReason $reason, Actor $actor, string $detail ): bool;

	/**
	 * Sets an alert on a link and adds an event to the log, unless the link has an alert of the same or a higher
	 * severity, or has had the same alert with the same detail before. Returns the updated link.
	 *
	 * @param string $detail At most 255 characters.
	 */
	public function raise_alert(
		PaymentLink $link,
		PaymentAlert $alert,
		string $detail = '',
	): PaymentLink;

	/**
	 * Removes the alert of a link and adds an event to the log. Returns null if the link has another alert now.
	 *
	 * @param LinkReason $reason Why the alert was removed.
	 * @param string $detail At most 255 characters.
	 */
	public function clear_alert(
		PaymentLink $link,
		LinkReason $reason,
		Actor $actor,
		string $detail = '',
	): ?PaymentLink;

	/**
	 * Records a higher refunded amount and adds an event to the log. Returns the updated link.
	 *
	 * @param Money $refunded Total of all refunds.
	 */
	public function add_refund( PaymentLink $link, Money $refunded ): PaymentLink;

	/**
	 * Records that the order has been synchronised with the given state of the link.
	 */
	public function mark_synced( PaymentLink $link ): void;

	/**
	 * Returns the order IDs of links that can be paid now or have a payment under review.
	 *
	 * @return list<string>
	 */
	public function open_order_ids( int $wc_order_id ): array;

	/**
	 * Whether the order has a link. Failed links do not count.
	 */
	public function has_links( int $wc_order_id ): bool;

	/**
	 * Returns the number for the order's next link: one more than the highest number used.
	 */
	public function next_number( int $wc_order_id ): int;

	/**
	 * Removes the customer's data from a link and its events. Keeps amounts, statuses, times and IDs. May run twice.
	 */
	public function erase_personal_data( PaymentLink $link ): void;
}
