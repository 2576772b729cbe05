<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

use WC_Order;
use WC_Order_Item_Fee;

/**
 * What staff, other gateways and WooCommerce do with the order.
 */
final class StaffSteps {

	private const STATUSES = [
		'pending',
		'on-hold',
		'processing',
		'completed',
		'failed',
		'cancelled',
		'refunded',
		SimulatedShop::CUSTOM_STATUS,
	];

	private int $other_transactions = 0;

	/**
	 * Refunds that staff have made in WooCommerce.
	 */
	public int $refunds = 0;

	public function __construct( private readonly World $world ) {
	}

	/**
	 * Changes the order at this moment, during a process of the plugin.
	 */
	public function interrupt(): void {
		match ( $this->world->random->between( 0, 3 ) ) {
			0       => $this->trash(),
			1       => $this->pay_otherwise(),
			2       => $this->edit_total(),
			default => $this->change_status(),
		};
	}

	public function change_status(): void {
		$status = $this->world->pick( self::STATUSES );
		$this->change(
			"staff: $status",
			function ( WC_Order $order ) use ( $status ): void {
				$order->update_status( $status );
				// WooCommerce refunds the rest of an order with this status.
				if ( $status === 'refunded' ) {
					$this->refunds = count( $this->world->order()?->get_refunds() ?? [] );
				}
			}
		);
	}

	/**
	 * A direct debit: accepted, then returned by the bank.
	 */
	public function bounce(): void {
		$this->change(
			'the payment of another gateway bounces',
			static function ( WC_Order $order ): void {
				$order->update_status( 'processing' );
				$order->update_status( 'failed' );
			}
		);
	}

	public function pay_otherwise(): void {
		++$this->other_transactions;
		$id = "other-{$this->other_transactions}";
		$this->change(
			"paid through another gateway: $id",
			static function ( WC_Order $order ) use ( $id ): void {
				$order->set_payment_method( 'stripe' );
				$order->payment_complete( $id );
			}
		);
	}

	public function edit_total(): void {
		$amount = $this->world->pick( [ -30.0, -10.0, 5.0, 20.0, 40.0 ] );
		$this->change(
			"staff: total $amount",
			static function ( WC_Order $order ) use ( $amount ): void {
				if ( (float) $order->get_total() + $amount <= 0 ) {
					return;
				}
				$fee = new WC_Order_Item_Fee();
				$fee->set_name( 'Change' );
				$fee->set_total( (string) $amount );
				$order->add_item( $fee );
				$order->calculate_totals( false );
				$order->save();
			}
		);
	}

	public function change_currency(): void {
		$this->change(
			'staff: other currency',
			static function ( WC_Order $order ): void {
				$order->set_currency( $order->get_currency() === 'EUR' ? 'USD' : 'EUR' );
				$order->save();
			}
		);
	}

	public function refund(): void {
		$part = $this->world->random->between( 1, 2 );
		$this->change(
			"staff: refund 1/$part in WooCommerce",
			function ( WC_Order $order ) use ( $part ): void {
				$left = (float) $order->get_remaining_refund_amount();
				if ( $left <= 0 || ! in_array( $order->get_status(), [ 'processing', 'completed' ], true ) ) {
					return;
				}
				wc_create_refund( [
					'order_id' => $order->get_id(),
					'amount'   => number_format( $left / $part, 2, '.', '' ),
				] );
				++$this->refunds;
			}
		);
	}

	public function trash(): void {
		$this->change( 'staff: trash', static fn ( WC_Order $order ) => $order->delete() );
	}

	public function restore(): void {
		$this->change( 'staff: restore from the trash', static fn ( WC_Order $order ) => $order->untrash(), true );
	}

	public function delete(): void {
		$this->change( 'staff: delete', static fn ( WC_Order $order ) => $order->delete( true ), true );
	}

	/**
	 * @param callable(WC_Order): mixed $change
	 * @param bool $is_for_trash Whether it can be done with an order in the trash.
	 */
	private function change( string $text, callable $change, bool $is_for_trash = false ): void {
		$order = $this->world->order();
		if ( $order !== null && ( $is_for_trash || $order->get_status() !== 'trash' ) ) {
			$this->world->other(
				$text,
				static function () use ( $order, $change ): void {
					$change( $order );
				}
			);
		}
	}
}
