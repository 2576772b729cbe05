<?php
/**
 * Where links are kept.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\LinkAlarm;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\NewLink;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Keeps links. Every write is a single conditional statement, so that two at once cannot both win.
 */
interface PaymentLinkStore {

	/**
	 * Returns a link, or null.
	 */
	public function find( int $id ): ?PaymentLink;

	/**
	 * Returns the links of an order, newest first.
	 *
	 * @return list<PaymentLink>
	 */
	public function of_order( int $wc_order_id ): array;

	/**
	 * Reads the links of many orders at once, for whoever asks for one of them later.
	 *
	 * @param list<int> $wc_order_ids WooCommerce's ids.
	 */
	public function read_ahead( array $wc_order_ids ): void;

	/**
	 * Returns the link that holds an idempotency key, or null.
	 */
	public function find_by_key( string $idempotency_key ): ?PaymentLink;

	/**
	 * Writes a row in state `creating` that holds the idempotency key. Null when the key, or the order ID on that site, is taken.
	 *
	 * @param NewLink $new_link What is known.
	 * @param OrderId $order_id MultiSafepay's id for it.
	 * @param int     $number   Counts the order's links from 1.
	 */
	public function reserve( NewLink $new_link, OrderId $order_id, int $number ): ?PaymentLink;

	/**
	 * Moves a row in state `creating` to another order ID. Null when that id is taken or the row moved on.
	 */
	public function renumber( PaymentLink $link, OrderId $order_id, int $number ): ?PaymentLink;

	/**
	 * Changes the state and appends to the event log. Null when the row is no longer in the state it was read in,
	 * or the change is not allowed. `failed` frees the idempotency key.
	 */
	public function change( PaymentLink $link, LinkChange $change ): ?PaymentLink;

	/**
	 * Appends to the event log without changing the state.
	 *
	 * @param PaymentLink $link   The link.
	 * @param LinkReason  $reason What happened.
	 * @param Actor       $actor  Who or what did it.
	 * @param string      $detail A fact that belongs to it, at most 255 characters.
	 */
	public function note( PaymentLink $link, LinkReason $reason, Actor $actor, string $detail = '' ): void;

	/**
	 * Notes that the link went to the customer, and when. True when it is the first time.
	 *
	 * @param PaymentLink $link   The link.
	 * @param LinkReason  $reason How.
	 * @param Actor       $actor  Who sent it.
	 * @param string      $detail To whom or through what, at most 255 characters.
	 */
	public function sent( PaymentLink $link, LinkReason $reason, Actor $actor, string $detail ): bool;

	/**
	 * Puts an alarm on a link and appends to the event log, unless an alarm that weighs as much is there. Returns the link as it then is.
	 *
	 * @param PaymentLink $link   The link.
	 * @param LinkAlarm   $alarm  What a person has to look at.
	 * @param LinkReason  $reason Why, for the history.
	 * @param string      $detail A fact that belongs to it, at most 255 characters.
	 */
	public function raise_alarm( PaymentLink $link, LinkAlarm $alarm, LinkReason $reason, string $detail = '' ): PaymentLink;

	/**
	 * Writes down that more has gone back than was known, and appends to the event log. Returns the link as it then is.
	 *
	 * @param PaymentLink $link     The link.
	 * @param Money       $refunded What has gone back in all.
	 */
	public function add_refund( PaymentLink $link, Money $refunded ): PaymentLink;

	/**
	 * Returns the number for the order's next link: one more than the highest.
	 */
	public function next_number( int $wc_order_id ): int;
}
