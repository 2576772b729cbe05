<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

/**
 * What happens at the provider: the customer pays, the merchant or the bank moves money. The provider may notify the
 * shop.
 */
final class CustomerSteps {

	/**
	 * Order IDs of notifications that were not delivered yet.
	 *
	 * @var list<string>
	 */
	public array $notifications = [];

	public function __construct( private readonly World $world ) {
	}

	/**
	 * Opens the payment page of a link that can be paid.
	 */
	public function open(): void {
		$session = $this->any( fn ( ProviderSession $session ): bool => $session->is_payable( $this->now() ) );
		if ( $session !== null ) {
			$session->was_opened = true;
		}
	}

	/**
	 * Pays a link that can be paid, or one whose page is still open although the link was closed.
	 */
	public function pay(): void {
		$session = $this->any( fn ( ProviderSession $session ): bool => $session->is_payable( $this->now() )
			|| ( $session->was_opened && ! $session->was_paid() && $session->status !== 'uncleared' ) );
		if ( $session === null ) {
			return;
		}
		$this->act( "the customer pays {$session->order_id} ({$session->status})", $session );
		if ( $this->world->random->once_in( 10 ) ) {
			$session->status     = 'uncleared';
			$session->was_opened = true;
			return;
		}
		$session->pay( $this->world->provider->next_transaction_id() );
	}

	/**
	 * The provider has reviewed a payment.
	 */
	public function review(): void {
		$session = $this->any( static fn ( ProviderSession $session ): bool => $session->status === 'uncleared' );
		if ( $session === null ) {
			return;
		}
		$this->act( "the review of {$session->order_id} ends", $session );
		if ( $this->world->random->once_in( 3 ) ) {
			$session->status = 'declined';
			return;
		}
		$session->pay( $this->world->provider->next_transaction_id() );
	}

	public function decline(): void {
		$session = $this->any( fn ( ProviderSession $session ): bool => $session->is_payable( $this->now() ) );
		if ( $session !== null ) {
			$this->act( "a payment of {$session->order_id} is declined", $session );
			$session->status     = 'declined';
			$session->was_opened = true;
		}
	}

	/**
	 * Pays a link in another window after the shop has learned of its first payment. The API returns only the last one.
	 */
	public function pay_again(): void {
		$known = [];
		foreach ( $this->world->links() as $link ) {
			if ( $this->world->oracle->memory( $link->id )->is_known() ) {
				$known[] = $link->order_id;
			}
		}
		$session = $this->any( static fn ( ProviderSession $session ): bool => $session->status === 'completed'
			&& $session->paid === $session->amount
			&& in_array( $session->order_id, $known, true ) );
		if ( $session !== null ) {
			$this->act( "the customer pays {$session->order_id} again", $session );
			$session->pay( $this->world->provider->next_transaction_id() );
		}
	}

	public function refund(): void {
		$session = $this->any( static fn ( ProviderSession $session ): bool => $session->money() > 0
			&& $session->paid === $session->amount );
		if ( $session === null ) {
			return;
		}
		$money  = $session->money();
		$amount = $this->world->random->once_in( 2 ) ? $money : $this->world->random->between( 1, $money );
		$this->act( "$amount of {$session->order_id} is refunded at the provider", $session );
		$session->refund( $amount );
	}

	/**
	 * The bank takes a payment back, or returns it.
	 */
	public function charge_back(): void {
		$session = $this->any( static fn ( ProviderSession $session ): bool => $session->paid === $session->amount
			&& $session->refunded === 0 );
		if ( $session !== null ) {
			$is_won = $session->is_charged_back;
			$this->act( "chargeback of {$session->order_id}" . ( $is_won ? ' won' : '' ), $session );
			$session->charge_back( ! $is_won );
		}
	}

	/**
	 * @param callable(ProviderSession): bool $accept
	 */
	private function any( callable $accept ): ?ProviderSession {
		$sessions = array_values( array_filter( $this->world->provider->sessions(), $accept ) );
		return $sessions === [] ? null : $this->world->pick( $sessions );
	}

	private function act( string $text, ProviderSession $session ): void {
		$this->world->log[] = '+' . $this->world->clock->monotonic() . "s $text";
		// Lost, sent, or sent twice.
		for ( $count = $this->world->pick( [ 0, 1, 1, 1, 2 ] ); $count > 0; $count-- ) {
			$this->notifications[] = $session->order_id;
		}
	}

	private function now(): int {
		return $this->world->provider->now();
	}
}
