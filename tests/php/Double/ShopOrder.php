<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Payments\Application\OrderPaymentUpdater;
use MultiSafepay\PaymentLinks\Payments\Domain\PaymentEvent;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use RuntimeException;

/**
 * An order that behaves like a WooCommerce order. It can throw at a chosen step to simulate a killed process.
 */
final class ShopOrder implements OrderPaymentUpdater {

	public string $status = 'pending';

	public string $transaction_id = '';

	public bool $has_date_paid = false;

	public bool $exists = true;

	public bool $is_in_trash = false;

	public int $completions = 0;

	public int $restorations = 0;

	public int $finishes = 0;

	/**
	 * @var list<string> Names of the notes.
	 */
	public array $notes = [];

	/**
	 * The step that throws once: `complete`, `completed`, `notify` or empty for none.
	 */
	public string $fails_at = '';

	public function __construct(
		public int $total = 8000,
		public string $currency = 'EUR',
		public ?bool $takes_payment = true,
	) {}

	public function read( int $wc_order_id ): OrderSnapshot {
		if ( ! $this->exists ) {
			throw new OrderNotFound( $this->is_in_trash );
		}

		return new OrderSnapshot(
			Make::payment(
				$wc_order_id,
				$this->total,
				$this->currency,
				$this->status,
				has_date_paid: $this->has_date_paid,
				transaction_id: $this->transaction_id
			),
			'1001',
			new OrderAddress(),
			new OrderAddress(),
			'nl_NL',
			[],
			'Shop',
			'',
			''
		);
	}

	public function complete( PaymentLink $link ): bool {
		$this->fail_at( 'complete' );
		if ( true !== $this->takes_payment ) {
			return false;
		}

		++$this->completions;
		$this->status        = 'processing';
		$this->has_date_paid = true;
		$this->transaction_id  = $link->payment_reference();
		$this->fail_at( 'completed' );

		return true;
	}

	public function record( PaymentLink $link ): bool {
		$this->has_date_paid  = true;
		$this->transaction_id = $link->payment_reference();

		return true;
	}

	public function record_part( PaymentLink $link ): bool {
		return true;
	}

	public function accept( PaymentLink $link ): void {
		$this->exists = true;
		$this->status = 'processing';
		$this->record( $link );
	}

	public function finish( PaymentLink $link ): void {
		++$this->finishes;
		if ( ! in_array( PaymentEvent::Paid->name, $this->notes, true ) ) {
			$this->notes[] = PaymentEvent::Paid->name;
		}
	}

	public function hold( PaymentLink $link ): void {
		if ( in_array( $this->status, [ 'pending', 'failed' ], true ) && ! $this->has_date_paid ) {
			$this->status = 'on-hold';
		}
	}

	public function restore( PaymentLink $link ): void {
		++$this->restorations;
		$this->status = 'pending' === $this->status ? 'processing' : $this->status;
	}

	public function notify( PaymentLink $link, PaymentEvent $event, ?Money $money = null ): void {
		$this->fail_at( 'notify' );
		$this->notes[] = $event->name . ( null === $money ? '' : ' ' . $money->amount );
	}

	public function warn( PaymentLink $link, ?Money $paid = null ): void {
		$this->fail_at( 'notify' );
		$this->notes[] = 'Alert ' . ( $link->alert->value ?? '' ) . ( null === $paid ? '' : ' ' . $paid->amount );
	}

	public function note_acknowledgement( PaymentLink $link, string $note ): void {
		$this->notes[] = trim( 'Acknowledged ' . ( $link->alert->value ?? '' ) . ' ' . $note );
	}

	/**
	 * Simulates a payment outside the link.
	 */
	public function pay_by_bank( string $status = 'processing', string $transaction_id = 'bank-1' ): void {
		$this->status         = $status;
		$this->has_date_paid  = true;
		$this->transaction_id = $transaction_id;
	}

	/**
	 * Another process saves an older status.
	 */
	public function overwrite_status( string $status ): void {
		$this->status = $status;
	}

	public function is_paid(): bool {
		return $this->has_date_paid || in_array( $this->status, [ 'processing', 'completed' ], true );
	}

	private function fail_at( string $step ): void {
		if ( $this->fails_at === $step ) {
			$this->fails_at = '';
			throw new RuntimeException( "Killed at $step." );
		}
	}
}
