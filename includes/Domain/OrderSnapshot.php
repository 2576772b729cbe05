<?php
/**
 * A WooCommerce order as the domain sees it.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * The facts of an order at one moment, free of WooCommerce.
 */
final class OrderSnapshot {

	/**
	 * Takes the facts as the shop holds them; nothing is shortened or guessed yet.
	 *
	 * @param int             $id           WooCommerce's id.
	 * @param string          $number       The number that staff and customers see.
	 * @param string          $status       Without `wc-`.
	 * @param Currency        $currency     The order's currency.
	 * @param Money|null      $total        Its total; null when it has a fraction of the smallest unit.
	 * @param Money|null      $due          Total less refunds, zero when paid; null as above. Paid links are not taken off yet.
	 * @param bool            $is_paid      Paid by whatever means.
	 * @param OrderAddress    $billing      Billing address.
	 * @param OrderAddress    $shipping     Delivery address, all empty when there is none.
	 * @param string          $locale       WordPress locale of the customer, e.g. `nl_NL_formal`; empty when unknown.
	 * @param list<OrderLine> $lines        Products, fees and shipping.
	 * @param string          $shop_name    The shop's name.
	 * @param string          $edit_url     The order screen.
	 * @param string          $received_url Where a customer lands after paying.
	 * @param string          $cancel_url   Where a customer lands after not paying.
	 * @param int|null        $hold_minutes The shop cancels the order this many minutes after its last change while it is unpaid; null when it does not.
	 * @param string|null     $official_link The address of a link that the official MultiSafepay plugin made; null when there is none.
	 * @param string          $payment_mark The id of the transaction that paid it; empty when there is none.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $number,
		public readonly string $status,
		public readonly Currency $currency,
		public readonly ?Money $total,
		public readonly ?Money $due,
		public readonly bool $is_paid,
		public readonly OrderAddress $billing,
		public readonly OrderAddress $shipping,
		public readonly string $locale,
		public readonly array $lines,
		public readonly string $shop_name,
		public readonly string $edit_url,
		public readonly string $received_url,
		public readonly string $cancel_url,
		public readonly ?int $hold_minutes = null,
		public readonly ?string $official_link = null,
		public readonly string $payment_mark = '',
	) {}

	/**
	 * Returns what the order still owes, never below zero. Null when that has a fraction of the smallest unit.
	 *
	 * @param Money $paid_through_links What came in through the order's links, in the order's currency.
	 */
	public function owed( Money $paid_through_links ): ?Money {
		return $this->debt()->owed( $paid_through_links );
	}

	/**
	 * Returns the little of it that a list of links has to know.
	 */
	public function debt(): OrderDebt {
		return new OrderDebt( $this->id, $this->currency, $this->due, $this->edit_url );
	}

	/**
	 * Returns the little of it that a batch decides by.
	 */
	public function brief(): OrderBrief {
		return new OrderBrief( $this->debt(), $this->number, $this->status, $this->is_paid, $this->billing->email );
	}
}
