<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

use PHPUnit\Framework\Assert;

/**
 * Knows what must have become of every payment. It looks at the order when the shop reads a payment from the provider,
 * and compares what the shop has made of it when the process ends. After a kill, every outcome that one of the
 * processes could have chosen is accepted until a process has finished.
 */
final class Oracle {

	/**
	 * Alerts that put an unpaid order on hold.
	 */
	private const HOLDING = [ 'amount_mismatch', 'currency_mismatch', 'order_currency', 'amount_above_due' ];

	/**
	 * @var array<int, PaymentMemory> By link ID.
	 */
	private array $memories = [];

	/**
	 * Outcomes of processes that were killed.
	 *
	 * @var array<int, list<PaymentMemory>>
	 */
	private array $alternatives = [];

	/**
	 * What the running process has read.
	 *
	 * @var list<array{LinkFacts, OrderFacts, array<int, LinkFacts>, ProviderSession}>
	 */
	private array $observations = [];

	private bool $has_killed = false;

	/**
	 * A process reads the payment of a link now.
	 */
	public function observe( int $wc_order_id, string $order_id, ?ProviderSession $session ): void {
		if ( $session === null || ! $session->was_paid() ) {
			return;
		}
		$links = LinkFacts::of_order( $wc_order_id );
		foreach ( $links as $link ) {
			if ( $link->order_id === $order_id ) {
				$this->observations[] = [ $link, OrderFacts::read( $wc_order_id ), $links, clone $session ];
			}
		}
	}

	/**
	 * The process has ended.
	 *
	 * @param bool $is_finished Whether it was not killed and has not failed.
	 * @param bool $retries     Whether it reconsiders alerts.
	 */
	public function check( int $wc_order_id, bool $is_finished, bool $retries ): void {
		$observations       = $this->observations;
		$this->observations = [];
		$now                = $observations === [] ? [] : LinkFacts::of_order( $wc_order_id );
		foreach ( $observations as [ $link, $order, $links, $session ] ) {
			$expected = [];
			foreach ( [ $this->memory( $link->id ), ...( $this->alternatives[ $link->id ] ?? [] ) ] as $memory ) {
				$expected[] = $this->expect( $memory, $link, $order, $links, $session, $retries );
				if ( $this->has_killed ) {
					$expected[] = $this->expect( $memory, $link, $order, $links, $session, false );
				}
				// The killed process has applied the payment, and the order was closed before the next one.
				if ( $this->has_killed && $memory->applied !== '' ) {
					$fresh      = $this->expect( new PaymentMemory(), $link, $order, $links, $session, $retries );
					$expected[] = $memory->with_alert( $fresh->alert );
				}
				// Nothing is applied before the creation is settled.
				if ( $link->status === 'creating' ) {
					$expected[] = $memory;
				}
			}
			if ( ! $is_finished ) {
				$this->has_killed                = true;
				$this->alternatives[ $link->id ] = [
					...( $this->alternatives[ $link->id ] ?? [] ),
					...$expected,
				];
				continue;
			}
			$last = $this->memory( $link->id );
			$this->settle( $wc_order_id, $now[ $link->id ], $expected );
			if ( $this->memory( $link->id ) !== $last && count( $observations ) === 1 && ! $this->has_killed ) {
				$this->check_order( $wc_order_id, $order, $now[ $link->id ], $last );
			}
		}
	}

	/**
	 * Staff have acknowledged the alert of a link.
	 *
	 * @param OrderFacts $before The order before.
	 */
	public function acknowledge( int $wc_order_id, LinkFacts $link, bool $is_accepted, OrderFacts $before ): void {
		$memory                          = $this->memory( $link->id )->with_alert( '' );
		$this->memories[ $link->id ]     = $is_accepted
			? $memory->decided( 'accepted', $memory->transaction_id )
			: $memory;
		$this->alternatives[ $link->id ] = [];
		$after                           = OrderFacts::read( $wc_order_id );
		if ( $is_accepted && ! $this->has_killed ) {
			Assert::assertTrue( $after->has_paid_status && $after->has_date_paid, 'Accepted.' );
			$is_paid_otherwise = $before->is_paid() && $before->transaction_id !== ''
				&& $before->transaction_id !== $link->transaction_id;
			Assert::assertSame(
				$is_paid_otherwise ? $before->transaction_id : $link->transaction_id,
				$after->transaction_id,
				'Transaction after the payment was accepted.'
			);
		}
	}

	public function memory( int $link_id ): PaymentMemory {
		return $this->memories[ $link_id ] ?? new PaymentMemory();
	}

	/**
	 * Compares the links with everything that was expected, at the end of a history.
	 */
	public function check_all( int $wc_order_id ): void {
		foreach ( LinkFacts::of_order( $wc_order_id ) as $link ) {
			$this->settle(
				$wc_order_id,
				$link,
				[ $this->memory( $link->id ), ...( $this->alternatives[ $link->id ] ?? [] ) ]
			);
		}
	}

	/**
	 * @param list<PaymentMemory> $expected
	 */
	private function settle( int $wc_order_id, LinkFacts $link, array $expected ): void {
		$actual = $this->applied( $wc_order_id, $link );
		foreach ( $expected as $memory ) {
			if ( $link->alert === $memory->alert && $this->matches( $actual, $memory->applied ) ) {
				$this->memories[ $link->id ]     = $memory;
				$this->alternatives[ $link->id ] = [];
				return;
			}
		}
		Assert::fail( sprintf(
			'Link %s: expected %s, actual %s !%s.',
			$link->order_id,
			implode(
				' or ',
				array_unique( array_map( static fn ( PaymentMemory $memory ): string => $memory->text(), $expected ) )
			),
			$actual ?? 'unknown',
			$link->alert
		) );
	}

	/**
	 * Checks the order after a payment was applied or has raised an alert.
	 */
	private function check_order(
		int $wc_order_id,
		OrderFacts $before,
		LinkFacts $link,
		PaymentMemory $last,
	): void {
		$memory = $this->memory( $link->id );
		$after  = OrderFacts::read( $wc_order_id );
		$text   = "{$link->order_id} {$memory->text()}: the order was {$before->text()} and is {$after->text()}.";
		if ( $memory->applied !== $last->applied && in_array( $memory->applied, [ 'paid', 'recorded' ], true ) ) {
			Assert::assertTrue( $after->has_date_paid, $text );
			Assert::assertTrue( $after->has_paid_status || $memory->applied === 'recorded', $text );
			Assert::assertSame( $link->transaction_id, $after->transaction_id, $text );
		}
		if ( $memory->applied !== 'paid' ) {
			$is_held = in_array( $memory->alert, self::HOLDING, true )
				&& ! $before->has_date_paid
				&& in_array( $before->status, [ 'pending', 'failed' ], true );
			Assert::assertSame( $is_held ? 'on-hold' : $before->status, $after->status, $text );
		}
	}

	/**
	 * @param string|null $actual How the payment was applied according to the notes; null if the notes are gone.
	 */
	private function matches( ?string $actual, string $expected ): bool {
		return match ( true ) {
			$actual === null, $actual === $expected => true,
			$expected === '', $expected === 'refunded' => $actual === '',
			// An accepted payment has no note of its own.
			$expected === 'accepted' => true,
			// A process that continues an interrupted one writes the general note.
			default => $this->has_killed && $actual !== '',
		};
	}

	/**
	 * Returns how the payment of a link was applied, as its note says.
	 */
	private function applied( int $wc_order_id, LinkFacts $link ): ?string {
		if ( ! wc_get_order( $wc_order_id ) instanceof \WC_Order ) {
			return null;
		}
		foreach ( OrderNotes::of( $wc_order_id ) as $note ) {
			if ( str_starts_with( $note, "Payment link {$link->order_id} has been paid: " ) ) {
				return match ( true ) {
					str_contains( $note, 'The order still has' )       => 'part',
					str_contains( $note, 'This is more than was due' ) => 'extra',
					str_contains( $note, 'already marked as paid' )    => 'recorded',
					default                                            => 'paid',
				};
			}
		}
		return '';
	}

	/**
	 * @param array<int, LinkFacts> $links All links of the order.
	 */
	private function expect(
		PaymentMemory $memory,
		LinkFacts $link,
		OrderFacts $order,
		array $links,
		ProviderSession $session,
		bool $retries,
	): PaymentMemory {
		if (
			$memory->is_known()
			&& $session->transaction_id !== $memory->transaction_id
		) {
			return $session->transaction_id === $memory->second_transaction_id
				? $memory
				: $memory->with_second_transaction( $session->transaction_id );
		}

		$paid = $session->money();
		if ( ! $memory->is_known() && $session->is_charged_back ) {
			return ( new PaymentMemory( '', '', $session->transaction_id ) )->with_chargeback( true );
		}
		if ( ! $memory->is_known() && $paid === 0 ) {
			return $memory->decided( 'refunded', $session->transaction_id );
		}
		if ( $memory->is_known() && $session->is_charged_back !== $memory->is_charged_back ) {
			$memory = $memory->with_chargeback( $session->is_charged_back );
			if ( $memory->applied !== '' || $memory->alert !== '' || $session->is_charged_back ) {
				return $memory;
			}
		}

		$decision = $this->decide( $link, $order, $links, $session, $paid );
		if ( ! $memory->is_known() ) {
			return $memory->decided( $decision, $session->transaction_id );
		}
		$is_open = $retries && $paid > 0 && PaymentRule::depends_on_order( "!{$memory->alert}" );
		if ( ! $is_open || ( $decision[0] === '!' && ! PaymentRule::outranks( $decision, "!{$memory->alert}" ) ) ) {
			return $memory;
		}
		return $memory->decided( $decision, $memory->transaction_id );
	}

	/**
	 * @param array<int, LinkFacts> $links All links of the order.
	 */
	private function decide(
		LinkFacts $link,
		OrderFacts $order,
		array $links,
		ProviderSession $session,
		int $paid,
	): string {
		if (
			$order->exists
			&& $order->status !== 'trash'
			&& ( $order->has_paid_status || $order->has_date_paid )
			&& $order->transaction_id === (string) $session->transaction_id
		) {
			return 'paid';
		}
		$others = 0;
		foreach ( $links as $other ) {
			if (
				$other->id !== $link->id
				&& $other->currency === $order->currency
				&& $this->memory( $other->id )->is_known()
			) {
				$others += $other->received();
			}
		}
		return PaymentRule::decide( $order, $link, $paid, $others );
	}
}
