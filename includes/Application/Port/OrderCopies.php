<?php
/**
 * Which form has made which copy.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Application\OrderCopy;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;

/**
 * Keeps one row for each idempotency key of a copied order, so that no key copies twice. Every write is a single
 * conditional statement.
 */
interface OrderCopies {

	/**
	 * Returns what is known of the key, or null.
	 */
	public function find( string $idempotency_key ): ?OrderCopy;

	/**
	 * Takes the key for this request. False when it is taken.
	 */
	public function reserve( string $idempotency_key, int $wc_order_id ): bool;

	/**
	 * Takes the key over from a request that must have died. False when another request was faster, or the copy is there.
	 */
	public function take_over( string $idempotency_key, OrderCopy $seen ): bool;

	/**
	 * Notes the copy; a request that was so slow that another one took its key over must undo its own.
	 *
	 * @throws StorageFailed When the key has a copy already, or is gone.
	 */
	public function done( string $idempotency_key, int $copy_id ): void;

	/**
	 * Frees the key of a copy that was not made.
	 */
	public function free( string $idempotency_key ): void;
}
