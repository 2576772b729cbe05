<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Application;

use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\NewOrders\Domain\OrderInProgress;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use Throwable;

/**
 * Creates at most one order per idempotency key, also for concurrent requests.
 */
final class CreateOrderOnce {

	private const POLL_MS      = 150;
	private const WAIT_SECONDS = 20.0;

	public function __construct(
		private readonly OrderClaims $claims,
		private readonly LinkStore $links,
		private readonly Clock $clock,
	) {}

	/**
	 * Whether the order of the key has been created. Its request was validated then.
	 */
	public function is_created( string $key ): bool {
		return null !== $this->claims->find( $key )?->created_id;
	}

	/**
	 * Returns the WooCommerce ID of the key's order; creates the order if it does not exist yet.
	 *
	 * @param int $original_id The order that is duplicated, or OrderClaim::NO_ORIGINAL.
	 * @param string $key Idempotency key; its format is already validated.
	 * @param callable(callable(int): void): int $create_order Creates the order and returns its ID. It must pass the
	 * ID to its argument while the order can still be rolled back.
	 * @throws InvalidValue When the key was used for another order or link.
	 * @throws OrderInProgress When another request with the same key is still running.
	 */
	public function order( int $original_id, string $key, callable $create_order ): int {
		$started = $this->clock->monotonic();
		while ( true ) {
			$claim = $this->claims->find( $key );
			if ( null === $claim ? null !== $this->links->find_by_key( $key ) : $claim->original_id !== $original_id ) {
				throw new InvalidValue( 'idempotency_key', 'key_of_other_order' );
			}
			if ( null !== $claim?->created_id ) {
				return $claim->created_id;
			}

			$is_reserved = null === $claim
				? $this->claims->reserve( $key, $original_id )
				: $claim->is_abandoned_at( $this->clock->now() ) && $this->claims->take_over( $key, $claim );
			if ( $is_reserved ) {
				return $this->create( $key, $create_order );
			}
			if ( $this->clock->monotonic() - $started > self::WAIT_SECONDS ) {
				throw new OrderInProgress();
			}

			$this->clock->sleep( self::POLL_MS );
		}
	}

	/**
	 * Creates the order; releases the key when that fails.
	 *
	 * @param callable(callable(int): void): int $create_order See order().
	 */
	private function create( string $key, callable $create_order ): int {
		try {
			return $create_order( fn ( int $created_id ) => $this->claims->complete( $key, $created_id ) );
		} catch ( Throwable $failure ) {
			$this->claims->release( $key );

			throw $failure;
		}
	}
}
