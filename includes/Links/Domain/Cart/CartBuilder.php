<?php
/**
 * Makes carts.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Cart;

use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\OrderLine;
use MultiSafepay\PaymentLinks\Domain\PlainText;

/**
 * Makes a cart of an order's lines that adds up to an amount, or none.
 *
 * Shops round tax line by line, the provider once at the end. The unit prices have ten decimals to bridge that: they
 * are derived from the net or the gross total of each line, and where cents are still over, from totals that differ by
 * less than a cent. A line whose tax is not what its rate gives is beyond that, and the cart is left out. There is never a line that the order does not have.
 */
final class CartBuilder {

	public const SHIPPING = 'msp-shipping';

	private const MAX_NAME  = 200;
	private const MAX_LINES = 500;
	private const CENT      = Scaled::ONE / 100;

	/**
	 * The rule that the cart has to satisfy.
	 */
	private readonly RoundingRule $rule;

	/**
	 * Needs nothing from outside.
	 */
	public function __construct() {
		$this->rule = new RoundingRule();
	}

	/**
	 * Makes the cart. Null when the lines are not what the amount asks for, or cannot be made to add up.
	 *
	 * @param list<OrderLine> $lines  Lines of the order, coupons taken off.
	 * @param Money           $amount What the link asks for.
	 */
	public function build( array $lines, Money $amount ): ?ShoppingCart {
		$target = self::hundredths( $amount );
		if ( null === $target || count( $lines ) > self::MAX_LINES ) {
			return null;
		}

		$unit     = self::CENT * 10 ** ( 2 - $amount->currency->exponent() );
		$by_net   = [];
		$by_gross = [];
		$sum      = 0;
		foreach ( $lines as $line ) {
			$net  = Scaled::parse( $line->net );
			$tax  = Scaled::parse( $line->tax );
			$rate = TaxRate::of( $line->rates, $line->compounds );
			$many = Scaled::parse( $line->quantity );
			if ( null === $net || null === $tax || null === $rate || null === $many ) {
				return null;
			}
			if ( 0 === $many && 0 === $net && 0 === $tax ) {
				continue;
			}

			$item       = self::item( $line, $net, $many, $rate );
			$gross_net  = self::net_of( Scaled::divide( $net + $tax, $unit ) * $unit, $rate );
			$by_net[]   = $item;
			$by_gross[] = abs( $gross_net - $net ) < $unit ? $item->with_total( $gross_net ) : $item;
			$sum       += $net + $tax;
			if ( abs( $sum ) > Scaled::MAX ) {
				return null;
			}
		}

		// Less than the smallest unit may be between them: that much the shop has rounded.
		if ( [] === $by_net || [] === $by_gross || abs( $sum - $target * self::CENT ) >= $unit ) {
			return null;
		}

		foreach ( [ $by_net, $by_gross ] as $items ) {
			if ( $this->rule->total( $items ) === $target ) {
				return new ShoppingCart( $items );
			}
		}

		return $this->nudged( $by_net, $target );
	}

	/**
	 * Looks for totals that differ by less than a cent and add up: as little as possible, on as few lines as possible.
	 *
	 * @param non-empty-list<CartItem> $items  By net.
	 * @param int                      $target Hundredths.
	 */
	private function nudged( array $items, int $target ): ?ShoppingCart {
		$reached = $this->rule->total( $items );
		if ( null === $reached || abs( $target - $reached ) > count( $items ) ) {
			return null;
		}

		$order = array_keys( $items );
		usort( $order, static fn ( int $a, int $b ): int => [ -abs( $items[ $a ]->total() ), $a ] <=> [ -abs( $items[ $b ]->total() ), $b ] );
		$direction = $target <=> $reached;

		foreach ( [ 1, 3, 5, 7, 9 ] as $thousandths ) {
			$nudged = $items;
			foreach ( $order as $i ) {
				$nudged[ $i ] = $items[ $i ]->with_total( $items[ $i ]->total() + $direction * $thousandths * intdiv( self::CENT, 10 ) );
				if ( 0 === $items[ $i ]->total() || ( $nudged[ $i ]->total() > 0 ) !== ( $items[ $i ]->total() > 0 ) ) {
					// A free line stays free, and no line changes sides.
					$nudged[ $i ] = $items[ $i ];
				} elseif ( $this->rule->total( array_values( $nudged ) ) === $target ) {
					return new ShoppingCart( array_values( $nudged ) );
				}
			}
		}

		return null;
	}

	/**
	 * Makes an item of a line. The provider takes whole quantities only: another one moves into the name.
	 */
	private static function item( OrderLine $line, int $net, int $quantity, TaxRate $rate ): CartItem {
		$name      = new PlainText( '' === trim( $line->name ) ? $line->reference : $line->name );
		$name      = '' === $name->value ? new PlainText( $line->kind ) : $name;
		$reference = ( new PlainText( OrderLine::SHIPPING === $line->kind ? self::SHIPPING : $line->reference ) )->value;
		$is_whole  = $quantity >= Scaled::ONE && 0 === $quantity % Scaled::ONE && $quantity <= 1_000_000 * Scaled::ONE;

		if ( $is_whole ) {
			return CartItem::of_total( $name->cut_to( self::MAX_NAME ), $reference, $net, intdiv( $quantity, Scaled::ONE ), $rate );
		}

		$suffix = Scaled::ONE === $quantity || 0 === $quantity ? '' : ' × ' . Scaled::text( $quantity );

		return CartItem::of_total( $name->cut_to( self::MAX_NAME ) . $suffix, $reference, $net, 1, $rate );
	}

	/**
	 * Takes the tax out of a gross total.
	 *
	 * @param int     $gross Scaled.
	 * @param TaxRate $rate  Its tax.
	 */
	private static function net_of( int $gross, TaxRate $rate ): int {
		$divisor = TaxRate::ONE + $rate->units;
		$whole   = intdiv( $gross, $divisor );

		return $whole * TaxRate::ONE + Scaled::divide( ( $gross % $divisor ) * TaxRate::ONE, $divisor );
	}

	/**
	 * Returns the amount in hundredths of the currency, which the rule speaks of. Null when it has no such number.
	 */
	private static function hundredths( Money $amount ): ?int {
		$exponent = $amount->currency->exponent();
		if ( $exponent > 2 || $amount->amount < 1 || $amount->amount > intdiv( Scaled::MAX, self::CENT ) ) {
			return null;
		}

		return $amount->amount * 10 ** ( 2 - $exponent );
	}
}
