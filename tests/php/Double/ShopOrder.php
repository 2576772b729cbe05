<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Application\Port\OrderPayments;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\PaymentNews;
use RuntimeException;

/**
 * One order of a shop that behaves as WooCommerce's do, and may die at a chosen moment.
 */
final class ShopOrder implements OrderPayments {

	public string $status = 'pending';

	public string $payment_mark = '';

	public bool $has_date_paid = false;

	public bool $exists = true;

	public int $completions = 0;

	public int $restorations = 0;

	public int $finishes = 0;

	/**
	 * @var list<string> Names of the notes.
	 */
	public array $notes = [];

	/**
	 * Where the process dies: `complete`, `completed`, `tell` or nowhere.
	 */
	public string $dies_at = '';

	public function __construct( public int $total = 8000, public string $currency = 'EUR', public ?bool $takes_payment = true ) {}

	public function read( int $wc_order_id ): OrderSnapshot {
		if ( ! $this->exists ) {
			throw new OrderNotFound();
		}

		$currency = new Currency( $this->currency );
		$is_paid  = $this->is_paid();

		return new OrderSnapshot( $wc_order_id, '1001', $this->status, $currency, new Money( $this->total, $currency ), new Money( $is_paid ? 0 : $this->total, $currency ), $is_paid, new OrderAddress(), new OrderAddress(), 'nl_NL', [], 'Shop', '', '', '', payment_mark: $this->payment_mark );
	}

	public function complete( PaymentLink $link, bool $is_whole ): bool {
		$this->die_at( 'complete' );
		if ( true !== $this->takes_payment ) {
			return false;
		}

		++$this->completions;
		$this->status        = 'processing';
		$this->has_date_paid = true;
		$this->payment_mark  = $link->payment_reference();
		$this->die_at( 'completed' );

		return true;
	}

	public function finish( PaymentLink $link ): void {
		++$this->finishes;
		if ( ! in_array( PaymentNews::Paid->name, $this->notes, true ) ) {
			$this->notes[] = PaymentNews::Paid->name;
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

	public function tell( PaymentLink $link, PaymentNews $news, ?Money $money = null ): void {
		$this->die_at( 'tell' );
		$this->notes[] = $news->name . ( null === $money ? '' : ' ' . $money->amount );
	}

	/**
	 * Somebody pays in another way.
	 */
	public function paid_by_bank( string $status = 'processing' ): void {
		$this->status        = $status;
		$this->has_date_paid = true;
	}

	public function is_paid(): bool {
		return $this->has_date_paid || in_array( $this->status, [ 'processing', 'completed' ], true );
	}

	private function die_at( string $place ): void {
		if ( $this->dies_at === $place ) {
			$this->dies_at = '';
			throw new RuntimeException( "Killed at $place." );
		}
	}
}
