<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;

/**
 * The row of a link.
 */
final class LinkFacts {

	private const PAID = [ 'completed', 'refunded', 'partial_refunded', 'chargeback' ];

	public function __construct(
		public readonly int $id,
		public readonly string $order_id,
		public readonly string $key,
		public readonly string $status,
		public readonly string $alert,
		public readonly int $amount,
		public readonly string $currency,
		public readonly int $due,
		public readonly int $refunded,
		public readonly string $transaction_id,
		public readonly int $expires_at,
	) {
	}

	/**
	 * @return array<int, self> The links of an order by ID, oldest first.
	 */
	public static function of_order( int $wc_order_id ): array {
		/** @var list<array<string, string|null>> $rows */
		$rows  = Db::wpdb()->get_results(
			'SELECT * FROM ' . Db::wpdb()->prefix . "multisafepay_payment_links
			WHERE wc_order_id = $wc_order_id ORDER BY id",
			'ARRAY_A'
		);
		$links = [];
		foreach ( $rows as $row ) {
			$links[ (int) $row['id'] ] = new self(
				(int) $row['id'],
				(string) $row['order_id'],
				(string) $row['idempotency_key'],
				(string) $row['status'],
				(string) $row['alert'],
				(int) $row['amount'],
				(string) $row['currency'],
				(int) $row['due'],
				(int) $row['refunded'],
				(string) $row['transaction_id'],
				$row['expires_at'] === null ? 0 : (int) strtotime( "{$row['expires_at']} UTC" )
			);
		}
		return $links;
	}

	public function was_paid(): bool {
		return in_array( $this->status, self::PAID, true );
	}

	public function is_open( int $now ): bool {
		return in_array( $this->status, [ 'active', 'declined' ], true ) && $now < $this->expires_at;
	}

	/**
	 * Returns the money that the shop has through this link.
	 */
	public function received(): int {
		return in_array( $this->status, [ 'completed', 'partial_refunded' ], true )
			? $this->amount - $this->refunded
			: 0;
	}

	public function text(): string {
		return "{$this->order_id} {$this->status} {$this->amount} of {$this->due}"
			. ( $this->refunded === 0 ? '' : " refunded {$this->refunded}" )
			. ( $this->alert === '' ? '' : " ALERT {$this->alert}" );
	}
}
