<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

/**
 * What has to have happened with the payment of a link.
 */
final class PaymentMemory {

	/**
	 * @param string $applied   How the payment was applied; empty if it was not.
	 * @param string $alert     Code of the current alert; empty for none.
	 * @param int    $transaction_id First transaction; 0 if the shop knows of no payment.
	 * @param int    $second_transaction_id Of a customer who paid the same link again.
	 */
	public function __construct(
		public readonly string $applied = '',
		public readonly string $alert = '',
		public readonly int $transaction_id = 0,
		public readonly int $second_transaction_id = 0,
		public readonly bool $is_charged_back = false,
	) {
	}

	public function is_known(): bool {
		return $this->transaction_id !== 0;
	}

	/**
	 * @param string $decision Result of PaymentRule::decide().
	 */
	public function decided( string $decision, int $transaction_id ): self {
		$is_alert = str_starts_with( $decision, '!' );
		return new self(
			$is_alert ? $this->applied : $decision,
			$is_alert ? substr( $decision, 1 ) : '',
			$transaction_id,
			$this->second_transaction_id
		);
	}

	public function with_alert( string $alert ): self {
		return new self(
			$this->applied,
			$alert,
			$this->transaction_id,
			$this->second_transaction_id,
			$this->is_charged_back
		);
	}

	public function with_higher_alert( string $alert ): self {
		return PaymentRule::outranks( "!$alert", "!{$this->alert}" ) ? $this->with_alert( $alert ) : $this;
	}

	public function with_chargeback( bool $is_charged_back ): self {
		$changed = match ( true ) {
			$is_charged_back               => $this->with_higher_alert( 'chargeback' ),
			$this->alert === 'chargeback' => $this->with_alert( '' ),
			default                        => $this,
		};
		return new self(
			$changed->applied,
			$changed->alert,
			$this->transaction_id,
			$this->second_transaction_id,
			$is_charged_back
		);
	}

	public function with_second_transaction( int $transaction_id ): self {
		$changed = $this->with_higher_alert( 'second_payment' );
		return new self(
			$changed->applied,
			$changed->alert,
			$this->transaction_id,
			$transaction_id,
			$this->is_charged_back
		);
	}

	public function text(): string {
		return trim( "{$this->applied} !{$this->alert}" );
	}
}
