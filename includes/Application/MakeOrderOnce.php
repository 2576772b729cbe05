<?php
/**
 * One order for each form.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\OrderClaims;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderInProgress;
use Throwable;

/**
 * An idempotency key makes one order, however often, from wherever and at the same moment it is sent.
 */
final class MakeOrderOnce {

	private const POLL_MS      = 150;
	private const WAIT_SECONDS = 20.0;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly OrderClaims $claims,
		private readonly PaymentLinkStore $links,
		private readonly Clock $clock,
	) {}

	/**
	 * Tells whether the order of the key is there: what is asked for has been checked then.
	 */
	public function is_made( string $key ): bool {
		return null !== $this->claims->find( $key )?->made_id;
	}

	/**
	 * Returns WooCommerce's id of the order that the key stands for; it is made now unless it is there.
	 *
	 * @param int                               $original_id The order that is copied, or OrderClaim::NO_ORIGINAL.
	 * @param string                            $key         Idempotency key; its format has been checked.
	 * @param callable(callable(int): void): int $make       Makes the order and returns its id. It gives the id to its argument while the order can still be undone.
	 * @throws InvalidValue    When the key belongs to something else.
	 * @throws OrderInProgress When another request with the same key is still at work.
	 */
	public function order( int $original_id, string $key, callable $make ): int {
		$began = $this->clock->monotonic();
		while ( true ) {
			$known = $this->claims->find( $key );
			if ( null === $known ? null !== $this->links->find_by_key( $key ) : $known->original_id !== $original_id ) {
				throw new InvalidValue( 'idempotency_key', 'key_of_other_order' );
			}
			if ( null !== $known?->made_id ) {
				return $known->made_id;
			}

			$is_ours = null === $known
				? $this->claims->reserve( $key, $original_id )
				: $known->is_abandoned_at( $this->clock->now() ) && $this->claims->take_over( $key, $known );
			if ( $is_ours ) {
				return $this->made( $key, $make );
			}
			if ( $this->clock->monotonic() - $began > self::WAIT_SECONDS ) {
				throw new OrderInProgress();
			}

			$this->clock->sleep( self::POLL_MS );
		}
	}

	/**
	 * Makes the order; when that fails the key is free again.
	 *
	 * @param string                            $key  Idempotency key.
	 * @param callable(callable(int): void): int $make As above.
	 */
	private function made( string $key, callable $make ): int {
		try {
			return $make( fn ( int $made_id ) => $this->claims->done( $key, $made_id ) );
		} catch ( Throwable $failure ) {
			$this->claims->free( $key );

			throw $failure;
		}
	}
}
