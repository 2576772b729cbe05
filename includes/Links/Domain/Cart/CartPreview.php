<?php
/**
 * What the customer will see of the cart.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Cart;

use MultiSafepay\PaymentLinks\Domain\Money;

/**
 * The items of a cart with tax, in the currency's smallest unit, adding up to what the link asks for.
 *
 * @phpstan-type CartPreviewShape array{items: list<array{name: string, quantity: int, total: int}>, total: int}
 */
final class CartPreview {

	/**
	 * Takes what is shown.
	 *
	 * @param list<array{name: string, quantity: int, total: int}> $items As the payment page lists them.
	 * @param int                                                  $total What the link asks for.
	 */
	private function __construct(
		public readonly array $items,
		public readonly int $total,
	) {}

	/**
	 * Reckons the totals with tax. Items are rounded one by one; what is over goes where rounding took the most.
	 */
	public static function of( ShoppingCart $cart, Money $amount ): self {
		$unit   = intdiv( Scaled::ONE, 10 ** $amount->currency->exponent() );
		$items  = [];
		$totals = [];
		$errors = [];
		foreach ( $cart->items as $i => $item ) {
			$gross        = $item->total() + self::tax( $item->total(), $item->rate->units );
			$totals[ $i ] = Scaled::divide( $gross, $unit );
			$errors[ $i ] = $gross - $totals[ $i ] * $unit;
		}

		$over = $amount->amount - array_sum( $totals );
		$step = $over <=> 0;
		$over > 0 ? arsort( $errors ) : asort( $errors );
		$order = array_keys( $errors );
		while ( 0 !== $over ) {
			$totals[ $order[ ( abs( $over ) - 1 ) % count( $order ) ] ] += $step;
			$over -= $step;
		}

		foreach ( $cart->items as $i => $item ) {
			$items[] = [
				'name'     => $item->name,
				'quantity' => $item->quantity,
				'total'    => $totals[ $i ],
			];
		}

		return new self( $items, $amount->amount );
	}

	/**
	 * Returns the tax of a net total, split so that the products fit an integer.
	 *
	 * @param int $net   Scaled.
	 * @param int $units Of the rate.
	 */
	private static function tax( int $net, int $units ): int {
		return intdiv( $net, TaxRate::ONE ) * $units + Scaled::divide( ( $net % TaxRate::ONE ) * $units, TaxRate::ONE );
	}

	/**
	 * Returns the cart as the wire has it.
	 *
	 * @return CartPreviewShape
	 */
	public function to_array(): array {
		return [
			'items' => $this->items,
			'total' => $this->total,
		];
	}
}
