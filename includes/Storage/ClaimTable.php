<?php
/**
 * Which form has made which order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Application\OrderClaim;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\OrderClaims;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;

/**
 * Keeps the idempotency keys that make orders in a table of their own. Its columns are called after copies, which came first:
 * `wc_order_id` is the original, 0 where there is none, and `copy_id` the order that was made.
 */
final class ClaimTable implements OrderClaims {

	/**
	 * Takes the database and the clock.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly Schema $schema,
		private readonly Clock $clock,
	) {}

	/**
	 * {@inheritDoc}
	 */
	public function find( string $idempotency_key ): ?OrderClaim {
		$rows = $this->database->rows( 'SELECT * FROM %i WHERE idempotency_key = %s LIMIT 1', [ $this->schema->copies(), $idempotency_key ] );
		if ( [] === $rows ) {
			return null;
		}

		$columns = new Columns( $rows[0] );

		return new OrderClaim( $columns->number( 'wc_order_id' ) ?? 0, $columns->number( 'copy_id' ), $columns->time( 'begun_at' ) ?? new DateTimeImmutable( '@0' ) );
	}

	/**
	 * {@inheritDoc}
	 */
	public function reserve( string $idempotency_key, int $original_id ): bool {
		$row = [
			'idempotency_key' => $idempotency_key,
			'wc_order_id'     => $original_id,
			'copy_id'         => null,
			'begun_at'        => LinkRow::time( $this->clock->now() ),
		];

		return null !== $this->database->insert_unless_taken( $this->schema->copies(), $row );
	}

	/**
	 * {@inheritDoc}
	 */
	public function take_over( string $idempotency_key, OrderClaim $seen ): bool {
		return $this->database->update_if(
			$this->schema->copies(),
			[ 'begun_at' => LinkRow::time( $this->clock->now() ) ],
			[
				'idempotency_key' => $idempotency_key,
				'copy_id'         => null,
				'begun_at'        => LinkRow::time( $seen->begun_at ),
			]
		);
	}

	/**
	 * {@inheritDoc}
	 */
	public function done( string $idempotency_key, int $made_id ): void {
		$is_ours = $this->database->update_if(
			$this->schema->copies(),
			[ 'copy_id' => $made_id ],
			[
				'idempotency_key' => $idempotency_key,
				'copy_id'         => null,
			]
		);
		if ( ! $is_ours ) {
			throw new StorageFailed( 'Another request has made the order.' );
		}
	}

	/**
	 * {@inheritDoc}
	 */
	public function free( string $idempotency_key ): void {
		$this->database->delete_if(
			$this->schema->copies(),
			[
				'idempotency_key' => $idempotency_key,
				'copy_id'         => null,
			]
		);
	}
}
