<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Cart;

/**
 * A shopping cart that adds up to the link's amount by MultiSafepay's rounding rule. Created by CartBuilder.
 */
final class ShoppingCart {

	/**
	 * @param non-empty-list<CartItem> $items
	 */
	public function __construct( public readonly array $items ) {}

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
