<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderPaymentState;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * Whether an order is paid, and how much is due. All amounts are in the order's currency.
 *
 * Links\WooCommerce\BalanceSql has the same rules for lists.
 *
 * @phpstan-type BalanceShape array{currency: string, total: int, refunded: int, received: int, due: int, paid: bool}
 */
final class Balance {

	private const ENDED_STATUSES = [ 'cancelled', 'refunded', 'trash' ];

	/**
	 * @param Money $refunded Total of WooCommerce's refunds.
	 * @param Money $received Paid through the order's links, less everything refunded on these links.
	 * @param Money $due At least zero; zero if the order is paid.
	 * @param bool $is_rounded Whether the order's amounts have a fraction of the smallest unit.
	 * @param bool $has_other_payment Whether an order that needs payment records a payment of another gateway.
	 * @param bool $collects_later Whether the order has a paid status, but its payment is collected later.
	 * @param bool $is_collectible Whether the customer can be asked to pay.
	 */
	private function __construct(
		public readonly Money $total,
		public readonly Money $refunded,
		public readonly Money $received,
		public readonly Money $due,
		public readonly bool $is_paid,
		public readonly bool $is_rounded,
		public readonly bool $has_other_payment,
		public readonly bool $collects_later,
		public readonly bool $is_collectible,
	) {}

	/**
	 * @param list<PaymentLink> $links Links of the order whose payments count.
	 * @param Environment $environment Test payments count for test links only.
	 */
	public static function of( OrderPaymentState $order, array $links, Environment $environment ): self {
		$received   = 0;
		$references = [];
		foreach ( $links as $link ) {
			$received    += $link->received( $order->currency, $environment );
			$references[] = $link->status->was_paid() ? $link->payment_reference() : '';
		}

		$is_paid = $order->is_paid();
		$due     = $is_paid ? 0 : max( 0, $order->payable->amount - $received );

		return new self(
			$order->total,
			$order->refunded,
			new Money( $received, $order->currency ),
			new Money( $due, $order->currency ),
			$is_paid,
			$order->is_rounded,
			$order->needs_payment
				&& $order->has_date_paid
				&& '' !== $order->transaction_id
				&& 'failed' !== $order->status
				&& ! in_array( $order->transaction_id, $references, true ),
			$order->is_collected_later,
			$due > 0 && ! in_array( $order->status, self::ENDED_STATUSES, true )
		);
	}

	/**
	 * @return BalanceShape Amounts in the currency's smallest unit.
	 */
	public function to_array(): array {
		return [
			'currency' => $this->due->currency->code,
			'total'    => $this->total->amount,
			'refunded' => $this->refunded->amount,
			'received' => $this->received->amount,
			'due'      => $this->due->amount,
			'paid'     => $this->is_paid,
		];
	}
}
