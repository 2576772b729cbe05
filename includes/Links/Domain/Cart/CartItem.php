<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Cart;

/**
 * An item of MultiSafepay's shopping cart: unit price without tax, whole quantity, tax rate.
 */
final class CartItem {

	/**
	 * A JSON number keeps fifteen digits without loss.
	 */
	private const SIGNIFICANT_DIGITS = 15;

	/**
	 * @param string $reference Product ID or similar; `msp-shipping` for shipping.
	 * @param int $unit_price Without tax; see Scaled.
	 */
	private function __construct(
		public readonly string $name,
		public readonly string $reference,
		public readonly int $unit_price,
		public readonly int $quantity,
		public readonly TaxRate $rate,
	) {}

	/**
	 * Creates an item whose unit price is derived from the line total.
	 *
	 * @param int $total Line total without tax; see Scaled.
	 */
	public static function of_total( string $name, string $reference, int $total, int $quantity, TaxRate $rate ): self {
		$whole_digits = strlen( (string) intdiv( abs( $total ), $quantity * Scaled::ONE ) );
		$step         = 10 ** max( 0, $whole_digits + Scaled::DECIMALS - self::SIGNIFICANT_DIGITS );

		return new self( $name, $reference, Scaled::divide( $total, $quantity * $step ) * $step, $quantity, $rate );
	}

	/**
	 * @param int $total Line total without tax; see Scaled.
	 */
	public function with_total( int $total ): self {
		return self::of_total( $this->name, $this->reference, $total, $this->quantity, $this->rate );
	}

	/**
	 * Returns the line total without tax as MultiSafepay calculates it; see Scaled.
	 */
	public function total(): int {
		return $this->unit_price * $this->quantity;
	}

	/**
	 * @return array{
	 *     name: string,
	 *     unit_price: float,
	 *     quantity: int,
	 *     merchant_item_id: string,
	 *     tax_table_selector: string,
	 * }
	 */
	public function to_provider(): array {
		return [
			'name'               => $this->name,
			'unit_price'         => (float) Scaled::text( $this->unit_price ),
			'quantity'           => $this->quantity,
			'merchant_item_id'   => $this->reference,
			'tax_table_selector' => $this->rate->name(),
		];
	}
}
