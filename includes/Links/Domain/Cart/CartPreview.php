<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Cart;

use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * The items of a cart with tax, in the currency's smallest unit. They add up to the link's amount.
 *
 * @phpstan-type CartPreviewShape array{items: list<array{name: string, quantity: int, total: int}>, total: int}
 */
final class CartPreview {

	/**
	 * @param list<array{name: string, quantity: int, total: int}> $items
	 */
	private function __construct(
		public readonly array $items,
		public readonly int $total,
	) {}

	/**
	 * Calculates the totals with tax. Each item is rounded, and the difference to the amount is distributed to the
	 * items with the largest rounding errors.
	 */
	public static function of( ShoppingCart $cart, Money $amount ): self {
		$unit            = intdiv( Scaled::ONE, 10 ** $amount->currency->exponent() );
		$items           = [];
		$totals          = [];
		$rounding_errors = [];
		foreach ( $cart->items as $index => $item ) {
			$gross                     = $item->total() + self::tax( $item->total(), $item->rate->units );
			$totals[ $index ]          = Scaled::divide( $gross, $unit );
			$rounding_errors[ $index ] = $gross - $totals[ $index ] * $unit;
		}

		$difference = $amount->amount - array_sum( $totals );
		$step = $difference <=> 0;
		$difference > 0 ? arsort( $rounding_errors ) : asort( $rounding_errors );
		$indexes = array_keys( $rounding_errors );
		while ( 0 !== $difference ) {
			$totals[ $indexes[ ( abs( $difference ) - 1 ) % count( $indexes ) ] ] += $step;
			$difference -= $step;
		}

		foreach ( $cart->items as $index => $item ) {
			$items[] = [
				'name'     => $item->name,
				'quantity' => $item->quantity,
				'total'    => $totals[ $index ],
			];
		}

		return new self( $items, $amount->amount );
	}

	/**
	 * Returns the tax of a net total. The calculation is split to avoid an integer overflow.
	 */
	private static function tax( int $net, int $units ): int {
		return intdiv( $net, TaxRate::ONE ) * $units + Scaled::divide( ( $net % TaxRate::ONE ) * $units, TaxRate::ONE );
	}

	/**
	 * @return CartPreviewShape
	 */
	public function to_array(): array {
		return [
			'items' => $this->items,
			'total' => $this->total,
		];
	}
}
