<?php
/**
 * The tax tables of a cart.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Cart;

/**
 * Every rate that the items of a cart name.
 */
final class TaxTable {

	/**
	 * Takes the items.
	 *
	 * @param non-empty-list<CartItem> $items Items of the cart.
	 */
	public function __construct( private readonly array $items ) {}

	/**
	 * Returns the tables as the provider takes them. The default one is that of the shipping, for which some payment
	 * methods ask it; every item names its own.
	 *
	 * @return array{default: array{shipping_taxed: bool, rate: float}, alternate: non-empty-list<array{name: string, standalone: bool, rules: non-empty-list<array{rate: float}>}>}
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
