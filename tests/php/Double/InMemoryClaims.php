<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\NewOrders\Application\OrderClaim;
use MultiSafepay\PaymentLinks\NewOrders\Application\OrderClaims;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;

/**
 * Stores claims in memory with the same conditional writes as the database table.
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
		$current = $this->find( $idempotency_key );
		if (
			null === $current
			|| null !== $current->created_id
			|| $current->started_at->getTimestamp() !== $seen->started_at->getTimestamp()
		) {
			return false;
		}
		$this->claims[ $idempotency_key ] = new OrderClaim( $current->original_id, null, $this->clock->now() );

		return true;
	}

	public function complete( string $idempotency_key, int $created_id ): void {
		$current = $this->find( $idempotency_key );
		if ( null === $current || null !== $current->created_id ) {
			throw new StorageFailed( 'Another request has created the order.' );
		}
		$this->claims[ $idempotency_key ] = new OrderClaim( $current->original_id, $created_id, $current->started_at );
	}

	public function release( string $idempotency_key ): void {
		if ( null === $this->find( $idempotency_key )?->created_id ) {
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
