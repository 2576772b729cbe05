<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Application\OrderClaim;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\OrderClaims;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;

/**
 * Claims in memory, with the conditional writes of the table.
 */
final class InMemoryClaims implements OrderClaims {

	/**
	 * @var array<string, OrderClaim>
	 */
	private array $claims = [];

	public function __construct( private readonly Clock $clock ) {}

	public function find( string $idempotency_key ): ?OrderClaim {
		return $this->claims[ $idempotency_key ] ?? null;
	}

	public function reserve( string $idempotency_key, int $original_id ): bool {
		if ( isset( $this->claims[ $idempotency_key ] ) ) {
			return false;
		}
		$this->claims[ $idempotency_key ] = new OrderClaim( $original_id, null, $this->clock->now() );

		return true;
	}

	public function take_over( string $idempotency_key, OrderClaim $seen ): bool {
		$known = $this->find( $idempotency_key );
		if ( null === $known || null !== $known->made_id || $known->begun_at->getTimestamp() !== $seen->begun_at->getTimestamp() ) {
			return false;
		}
		$this->claims[ $idempotency_key ] = new OrderClaim( $known->original_id, null, $this->clock->now() );

		return true;
	}

	public function done( string $idempotency_key, int $made_id ): void {
		$known = $this->find( $idempotency_key );
		if ( null === $known || null !== $known->made_id ) {
			throw new StorageFailed( 'Another request has made the order.' );
		}
		$this->claims[ $idempotency_key ] = new OrderClaim( $known->original_id, $made_id, $known->begun_at );
	}

	public function free( string $idempotency_key ): void {
		if ( null === $this->find( $idempotency_key )?->made_id ) {
			$this->forget( $idempotency_key );
		}
	}

	public function forget( string $idempotency_key ): void {
		unset( $this->claims[ $idempotency_key ] );
	}

	/**
	 * @return list<string>
	 */
	public function keys(): array {
		return array_keys( $this->claims );
	}
}
