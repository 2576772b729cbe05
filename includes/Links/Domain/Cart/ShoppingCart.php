<?php
/**
 * A cart for the provider.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Cart;

/**
 * Items and tax tables that add up to the amount of the link by the provider's own rule; made by CartBuilder.
 */
final class ShoppingCart {

	/**
	 * Takes items that add up.
	 *
	 * @param non-empty-list<CartItem> $items Items of the cart.
	 */
	public function __construct( public readonly array $items ) {}

	/**
	 * Returns the two parts of the create body.
	 *
	 * `validate_cart` stays off: the cart adds up already, and a rounding of the provider's that its documents do not
	 * tell would refuse the link for the sake of a picture of it.
	 *
	 * @return array{shopping_cart: array{items: non-empty-list<array<string, string|float|int>>}, checkout_options: array{validate_cart: bool, tax_tables: array<string, mixed>}}
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
