<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Cart;

/**
 * The tax tables of a cart: one per tax rate of its items.
 */
final class TaxTable {

	/**
	 * @param non-empty-list<CartItem> $items
	 */
	public function __construct( private readonly array $items ) {}

	/**
	 * Returns the `tax_tables` of the create body. Every item selects its own table. The default table has the rate of
	 * the shipping, which some payment methods require.
	 *
	 * @return array{
	 *     default: array{shipping_taxed: bool, rate: float},
	 *     alternate: non-empty-list<array{name: string, standalone: bool, rules: non-empty-list<array{rate: float}>}>,
	 * }
	 */
	public function to_provider(): array {
		$rates   = [];
		$default = 0.0;
		foreach ( $this->items as $item ) {
			$rates[ $item->rate->units ] = $item->rate;
			if ( CartBuilder::SHIPPING === $item->reference ) {
				$default = $item->rate->fraction();
			}
		}

		return [
			'default'   => [
				'shipping_taxed' => $default > 0.0,
				'rate'           => $default,
			],
			'alternate' => array_map(
				static fn ( TaxRate $rate ): array => [
					'name'       => $rate->name(),
					'standalone' => false,
					'rules'      => [ [ 'rate' => $rate->fraction() ] ],
				],
				array_values( $rates )
			),
		];
	}
}
