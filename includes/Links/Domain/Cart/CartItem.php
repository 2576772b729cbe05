<?php
/**
 * An item of a cart.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Cart;

/**
 * A line as the provider takes it: unit price without tax, whole quantity, tax rate.
 */
final class CartItem {

	/**
	 * A JSON number carries fifteen digits without loss; more would not be the price that was reckoned with.
	 */
	private const SIGNIFICANT_DIGITS = 15;

	/**
	 * Takes what has been reckoned; see of_total().
	 *
	 * @param string  $name       Plain text.
	 * @param string  $reference  SKU or id; `msp-shipping` for shipping.
	 * @param int     $unit_price Scaled, without tax.
	 * @param int     $quantity   At least 1.
	 * @param TaxRate $rate       Its tax.
	 */
	private function __construct(
		public readonly string $name,
		public readonly string $reference,
		public readonly int $unit_price,
		public readonly int $quantity,
		public readonly TaxRate $rate,
	) {}

	/**
	 * Derives the unit price from the total of the line.
	 *
	 * @param string  $name      Plain text.
	 * @param string  $reference SKU or id.
	 * @param int     $total     Scaled, without tax, of the whole line.
	 * @param int     $quantity  At least 1.
	 * @param TaxRate $rate      Its tax.
	 */
	public static function of_total( string $name, string $reference, int $total, int $quantity, TaxRate $rate ): self {
		$whole_digits = strlen( (string) intdiv( abs( $total ), $quantity * Scaled::ONE ) );
		$step         = 10 ** max( 0, $whole_digits + Scaled::DECIMALS - self::SIGNIFICANT_DIGITS );

		return new self( $name, $reference, Scaled::divide( $total, $quantity * $step ) * $step, $quantity, $rate );
	}

	/**
	 * Returns this item with another total.
	 *
	 * @param int $total Scaled, without tax, of the whole line.
	 */
	public function with_total( int $total ): self {
		return self::of_total( $this->name, $this->reference, $total, $this->quantity, $this->rate );
	}

	/**
	 * Returns what the provider reckons the line at: scaled, without tax.
	 */
	public function total(): int {
		return $this->unit_price * $this->quantity;
	}

	/**
	 * Returns the item as the provider takes it.
	 *
	 * @return array{name: string, unit_price: float, quantity: int, merchant_item_id: string, tax_table_selector: string}
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
