<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

/**
 * An order at the simulated provider, and the money it holds.
 */
final class ProviderSession {

	public string $status = 'initialized';

	/**
	 * Whether a customer has the payment page open. Such a customer can pay a link that was closed since.
	 */
	public bool $was_opened = false;

	public int $paid = 0;

	public int $refunded = 0;

	public bool $is_charged_back = false;

	public int $transaction_id = 0;

	/**
	 * @param int $expires_at Unix timestamp.
	 */
	public function __construct(
		public readonly string $order_id,
		public readonly int $amount,
		public readonly string $currency,
		public readonly int $expires_at,
	) {
	}

	public function is_payable( int $now ): bool {
		return in_array( $this->status, [ 'initialized', 'declined' ], true ) && $now < $this->expires_at;
	}

	/**
	 * Whether the customer has paid, even if the money went back since.
	 */
	public function was_paid(): bool {
		return $this->paid > 0;
	}

	/**
	 * Returns what the merchant has from this order.
	 */
	public function money(): int {
		return $this->is_charged_back ? 0 : $this->paid - $this->refunded;
	}

	public function pay( int $transaction_id ): void {
		$this->status         = 'completed';
		$this->was_opened     = true;
		$this->paid          += $this->amount;
		$this->transaction_id = $transaction_id;
	}

	public function refund( int $amount ): void {
		$this->refunded += $amount;
		$this->status    = $this->refunded < $this->paid ? 'partial_refunded' : 'refunded';
	}

	public function charge_back( bool $is_charged_back ): void {
		$this->is_charged_back = $is_charged_back;
		$this->status          = $is_charged_back ? 'chargedback' : 'completed';
	}

	/**
	 * Returns the order as the API and notifications contain it.
	 *
	 * @param int $now Unix timestamp.
	 *
	 * @return array<string, mixed>
	 */
	public function to_array( int $now ): array {
		$is_expired = $this->status === 'initialized' && $now >= $this->expires_at;
		return [
			'order_id'         => $this->order_id,
			'status'           => $is_expired ? 'expired' : $this->status,
			'financial_status' => $this->status,
			'amount'           => $this->amount,
			'amount_refunded'  => $this->refunded,
			'currency'         => $this->currency,
			'transaction_id'   => $this->transaction_id === 0 ? null : $this->transaction_id,
			'payment_details'  => [ 'type' => 'IDEAL' ],
		];
	}
}
