<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

/**
 * What a payment means for its order, written from docs/architecture.md and without the code of the plugin. Returns
 * `paid`, `part`, `extra` or `recorded` for an applied payment, or the code of an alert with the prefix `!`.
 */
final class PaymentRule {

	/**
	 * The order of alerts: a later one replaces an earlier one.
	 */
	private const RANKS = [
		'!amount_mismatch',
		'!currency_mismatch',
		'!order_currency',
		'!amount_above_due',
		'!order_status',
		'!order_cancelled',
		'!order_refunded',
		'!order_trashed',
		'!order_deleted',
		'!chargeback',
		'!second_payment',
	];

	private const DEPEND_ON_ORDER = [
		'!order_currency',
		'!amount_above_due',
		'!order_status',
		'!order_cancelled',
		'!order_refunded',
		'!order_trashed',
		'!order_deleted',
	];

	/**
	 * @param int $paid   What was paid through the link, less its refunds.
	 * @param int $others What was received through the order's other links.
	 */
	public static function decide( OrderFacts $order, LinkFacts $link, int $paid, int $others ): string {
		$end = $order->end();
		if ( $end !== null && $end !== 'paid' ) {
			return $end === 'trash' ? '!order_trashed' : "!order_$end";
		}
		if ( $link->currency !== $order->currency ) {
			return '!order_currency';
		}

		$is_paid   = $order->is_paid();
		$due       = $is_paid ? 0 : max( 0, $order->payable - $others );
		$excess    = $paid - $due;
		$confirmed = max( 0, $link->amount - $link->due );
		if ( $excess > 0 && $excess <= $confirmed ) {
			return $due === 0 ? 'extra' : self::complete( $order );
		}
		if ( $is_paid ) {
			$is_marked_by_hand = $order->transaction_id === '' && $others === 0 && $paid <= $order->payable;
			return $is_marked_by_hand ? 'recorded' : '!second_payment';
		}
		if ( $excess > 0 ) {
			return $due === 0 && $others > 0 ? '!second_payment' : '!amount_above_due';
		}
		return $excess < 0 ? 'part' : self::complete( $order );
	}

	public static function outranks( string $alert, string $other ): bool {
		return $other === '!'
			|| array_search( $alert, self::RANKS, true ) > array_search( $other, self::RANKS, true );
	}

	public static function depends_on_order( string $alert ): bool {
		return in_array( $alert, self::DEPEND_ON_ORDER, true );
	}

	private static function complete( OrderFacts $order ): string {
		return $order->accepts_payment() ? 'paid' : '!order_status';
	}
}
