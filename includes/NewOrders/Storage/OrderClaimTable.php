<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\NewOrders\Application\OrderClaim;
use MultiSafepay\PaymentLinks\NewOrders\Application\OrderClaims;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\RowReader;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;

final class OrderClaimTable implements OrderClaims {

	public function __construct(
		private readonly Database $database,
		private readonly OrderClaimTables $tables,
		private readonly Clock $clock,
	) {}

	public function find( string $idempotency_key ): ?OrderClaim {
		$rows = $this->database->rows(
			'SELECT * FROM %i WHERE idempotency_key = %s LIMIT 1',
			[ $this->tables->claims(), $idempotency_key ]
		);
		if ( [] === $rows ) {
			return null;
		}

		$columns = new RowReader( $rows[0] );

		return new OrderClaim(
			$columns->number( 'original_id' ) ?? 0,
			$columns->number( 'created_id' ),
			$columns->time( 'started_at' ) ?? new DateTimeImmutable( '@0' )
		);
	}

	public function reserve( string $idempotency_key, int $original_id ): bool {
		$row = [
			'idempotency_key' => $idempotency_key,
			'original_id'     => $original_id,
			'created_id'      => null,
			'started_at'      => SqlTime::format( $this->clock->now() ),
		];

		return null !== $this->database->insert( $this->tables->claims(), $row );
	}

	public function take_over( string $idempotency_key, OrderClaim $claim ): bool {
		return $this->database->update_if(
			$this->tables->claims(),
			[ 'started_at' => SqlTime::format( $this->clock->now() ) ],
			[
				'idempotency_key' => $idempotency_key,
				'created_id'      => null,
				'started_at'      => SqlTime::format( $claim->started_at ),
			]
		);
	}

	public function complete( string $idempotency_key, int $created_id ): void {
		$is_updated = $this->database->update_if(
			$this->tables->claims(),
			[ 'created_id' => $created_id ],
			[
				'idempotency_key' => $idempotency_key,
				'created_id'      => null,
			]
		);
		if ( ! $is_updated ) {
			throw new StorageFailed( 'Another request has made the order.' );
		}
	}

	public function release( string $idempotency_key ): void {
		$this->database->delete_if(
			$this->tables->claims(),
			[
				'idempotency_key' => $idempotency_key,
				'created_id'      => null,
			]
		);
	}
}
