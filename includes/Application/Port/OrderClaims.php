<?php
/**
 * Which form has made which order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Application\OrderClaim;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;

/**
 * Keeps one row for each idempotency key that makes an order, so that no key makes two. Every write is a single
 * conditional statement.
 */
interface OrderClaims {

	/**
	 * Returns what is known of the key, or null.
	 */
	public function find( string $idempotency_key ): ?OrderClaim;

	/**
	 * Takes the key for this request. False when it is taken.
	 *
	 * @param string $idempotency_key Made by the browser per form.
	 * @param int    $original_id     WooCommerce's id of the order that is copied, or OrderClaim::NO_ORIGINAL.
	 */
	public function reserve( string $idempotency_key, int $original_id ): bool;

	/**
	 * Takes the key over from a request that must have died. False when another request was faster, or the order is there.
	 */
	public function take_over( string $idempotency_key, OrderClaim $seen ): bool;

	/**
	 * Notes the order; a request that was so slow that another one took its key over must undo its own.
	 *
	 * @throws StorageFailed When the key has an order already, or is gone.
	 */
	public function done( string $idempotency_key, int $made_id ): void;

	/**
	 * Frees the key of an order that was not made.
	 */
	public function free( string $idempotency_key ): void;
}
