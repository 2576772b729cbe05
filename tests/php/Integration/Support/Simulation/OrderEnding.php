<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

/**
 * Knows which links must not be payable, because their order has ended since staff asked for them.
 */
final class OrderEnding {

	private ?string $end = null;

	/**
	 * Links that must be closed, by ID.
	 *
	 * @var array<int, true>
	 */
	private array $closed = [];

	/**
	 * How the order had ended when a link was requested first, by idempotency key.
	 *
	 * @var array<string, string|null>
	 */
	private array $ends_at_request = [];

	public function __construct( private readonly int $wc_order_id ) {
	}

	/**
	 * Looks whether the order has ended or was reopened. Call it after every change.
	 */
	public function look( OrderFacts $order ): void {
		$end = $order->end();
		if ( $end === $this->end ) {
			return;
		}
		$this->end    = $end;
		$this->closed = [];
		if ( $end !== null ) {
			foreach ( LinkFacts::of_order( $this->wc_order_id ) as $link ) {
				$this->closed[ $link->id ] = true;
			}
		}
	}

	/**
	 * Staff ask for a link.
	 */
	public function request( string $key ): void {
		if ( ! array_key_exists( $key, $this->ends_at_request ) ) {
			$this->ends_at_request[ $key ] = $this->end;
		}
	}

	/**
	 * The request is over.
	 *
	 * @param list<int> $created IDs of the links that it has created.
	 */
	public function requested( string $key, array $created ): void {
		foreach ( $created as $id ) {
			if ( $this->end !== null && $this->end !== ( $this->ends_at_request[ $key ] ?? null ) ) {
				$this->closed[ $id ] = true;
			}
		}
	}

	public function must_be_closed( int $link_id ): bool {
		return isset( $this->closed[ $link_id ] );
	}
}
