<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Cart;

/**
 * A shopping cart. CartBuilder creates one that adds up to the link's amount.
 */
final class ShoppingCart {

	private const CENT = Scaled::ONE / 100;

	/**
	 * Totals are split by this factor, so that their product with a rate does not overflow.
	 */
	private const SPLIT = 1_000_000_000;

	/**
	 * @param non-empty-list<CartItem> $items
	 */
	public function __construct( public readonly array $items ) {}

	/**
	 * Returns the total in hundredths by MultiSafepay's rounding rule: the items and the VAT are each added up exactly,
	 * then rounded once, half up, to two decimals. Null if it is too large, or if the items or the VAT are negative:
	 * rounding half up is then not defined.
	 */
	public function total(): ?int {
		$net     = 0;
		$size    = 0;
		$by_rate = [];
		foreach ( $this->items as $item ) {
			$net  += $item->total();
			$size += abs( $item->total() );
			if ( $size > Scaled::MAX ) {
				return null;
			}
			$by_rate[ $item->rate->units ] = ( $by_rate[ $item->rate->units ] ?? 0 ) + $item->total();
		}

		// The VAT is scaled by 10^18: `$high` contains the billions and `$low` the rest, so that nothing overflows.
		$high = 0;
		$low  = 0;
		foreach ( $by_rate as $units => $total ) {
			$billions = Scaled::floor( $total, self::SPLIT );
			$rest     = ( $total - $billions * self::SPLIT ) * $units;
			$high    += $billions * $units + intdiv( $rest, self::SPLIT );
			$low     += $rest % self::SPLIT;
		}
		$high += intdiv( $low, self::SPLIT );

		if ( $net < 0 || $high < 0 ) {
			return null;
		}

		return Scaled::floor(
			$net + intdiv( self::CENT, 2 ),
			self::CENT
		) + Scaled::floor( $high + 5_000_000, 10_000_000 );
	}

	/**
	 * Returns two fields of the create body.
	 *
	 * `validate_cart` is off: the cart adds up already, and an undocumented rounding rule of MultiSafepay must not
	 * prevent the link.
	 *
	 * @return array{
	 *     shopping_cart: array{items: non-empty-list<array<string, string|float|int>>},
	 *     checkout_options: array{validate_cart: bool, tax_tables: array<string, mixed>},
	 * }
	 */
	public function to_provider(): array {
		return [
			'shopping_cart'    => [
				'items' => array_map( static fn ( CartItem $item ): array => $item->to_provider(), $this->items ),
			],
			'checkout_options' => [
				'validate_cart' => false,
				'tax_tables'    => ( new TaxTable( $this->items ) )->to_provider(),
			],
		];
	}
}
