<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Cart;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderLine;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Shared\Domain\PlainText;

/**
 * Builds a cart from an order's lines that adds up to the link's amount.
 *
 * WooCommerce rounds tax per line, MultiSafepay once per cart. Unit prices with ten decimals compensate for this: they
 * are derived from the net or the gross total of each line. A remaining difference is removed by changing line totals
 * by less than a cent. If the tax of a line does not match its rate, there is no solution and the cart is omitted.
 * Lines are never added.
 */
final class CartBuilder {

	public const SHIPPING = 'msp-shipping';

	private const MAX_NAME  = 200;
	private const MAX_LINES = 500;
	private const CENT      = Scaled::ONE / 100;

	/**
	 * Returns null if the lines do not add up to the amount.
	 *
	 * @param list<OrderLine> $lines
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
			$net      = Scaled::parse( $line->net );
			$tax      = Scaled::parse( $line->tax );
			$rate     = TaxRate::of( $line->rates, $line->compounds );
			$quantity = Scaled::parse( $line->quantity );
			if ( null === $net || null === $tax || null === $rate || null === $quantity ) {
				return null;
			}
			if ( 0 === $quantity && 0 === $net && 0 === $tax ) {
				continue;
			}

			$item       = self::item( $line, $net, $quantity, $rate );
			$gross_net  = self::net_of( Scaled::divide( $net + $tax, $unit ) * $unit, $rate );
			$by_net[]   = $item;
			$by_gross[] = abs( $gross_net - $net ) < $unit ? $item->with_total( $gross_net ) : $item;
			$sum       += $net + $tax;
			if ( abs( $sum ) > Scaled::MAX ) {
				return null;
			}
		}

		// Sum and amount may differ by less than the smallest unit, because WooCommerce rounds.
		if ( [] === $by_net || [] === $by_gross || abs( $sum - $target * self::CENT ) >= $unit ) {
			return null;
		}

		foreach ( [ $by_net, $by_gross ] as $items ) {
			$cart = new ShoppingCart( $items );
			if ( $cart->total() === $target ) {
				return $cart;
			}
		}

		return self::adjust( $by_net, $target );
	}

	/**
	 * Changes line totals by less than a cent until the cart adds up. Uses the smallest possible change on the fewest
	 * possible lines, beginning with the largest line.
	 *
	 * @param non-empty-list<CartItem> $items
	 * @param int $target In hundredths of the currency.
	 */
	private static function adjust( array $items, int $target ): ?ShoppingCart {
		$total = ( new ShoppingCart( $items ) )->total();
		if ( null === $total || abs( $target - $total ) > count( $items ) ) {
			return null;
		}

		$indexes = array_keys( $items );
		usort(
			$indexes,
			static fn ( int $a, int $b ): int => [
				-abs( $items[ $a ]->total() ),
				$a,
			] <=> [ -abs( $items[ $b ]->total() ), $b ]
		);
		$direction = $target <=> $total;

		foreach ( [ 1, 3, 5, 7, 9 ] as $thousandths ) {
			$adjusted = $items;
			foreach ( $indexes as $index ) {
				$adjusted[ $index ] = $items[ $index ]->with_total(
					$items[ $index ]->total() + $direction * $thousandths * intdiv( self::CENT, 10 )
				);
				if (
					0 === $items[ $index ]->total()
					|| ( $adjusted[ $index ]->total() > 0 ) !== ( $items[ $index ]->total() > 0 )
				) {
					// Totals of zero do not change, and no total changes its sign.
					$adjusted[ $index ] = $items[ $index ];
					continue;
				}

				$cart = new ShoppingCart( array_values( $adjusted ) );
				if ( $cart->total() === $target ) {
					return $cart;
				}
			}
		}

		return null;
	}

	/**
	 * MultiSafepay supports only whole quantities. A fractional quantity is added to the name.
	 */
	private static function item( OrderLine $line, int $net, int $quantity, TaxRate $rate ): CartItem {
		$name      = new PlainText( '' === trim( $line->name ) ? $line->reference : $line->name );
		$name      = '' === $name->value ? new PlainText( $line->kind ) : $name;
		$reference = ( new PlainText(
			OrderLine::SHIPPING === $line->kind ? self::SHIPPING : $line->reference
		) )->value;
		$is_only_payment  = $quantity >= Scaled::ONE
			&& 0 === $quantity % Scaled::ONE
			&& $quantity <= 1_000_000 * Scaled::ONE;

		if ( $is_only_payment ) {
			return CartItem::of_total(
				$name->cut_to( self::MAX_NAME ),
				$reference,
				$net,
				intdiv( $quantity, Scaled::ONE ),
				$rate
			);
		}

		$suffix = Scaled::ONE === $quantity || 0 === $quantity ? '' : ' × ' . Scaled::text( $quantity );

		return CartItem::of_total( $name->cut_to( self::MAX_NAME ) . $suffix, $reference, $net, 1, $rate );
	}

	private static function net_of( int $gross, TaxRate $rate ): int {
		$divisor = TaxRate::ONE + $rate->units;
		$whole   = intdiv( $gross, $divisor );

		return $whole * TaxRate::ONE + Scaled::divide( ( $gross % $divisor ) * TaxRate::ONE, $divisor );
	}

	/**
	 * Returns the amount in hundredths of the currency, the unit of ShoppingCart::total(). Null if the currency has
	 * more decimals or the amount is out of range.
	 */
	private static function hundredths( Money $amount ): ?int {
		$exponent = $amount->currency->exponent();
		if ( $exponent > 2 || $amount->amount < 1 || $amount->amount > intdiv( Scaled::MAX, self::CENT ) ) {
			return null;
		}

		return $amount->amount * 10 ** ( 2 - $exponent );
	}
}
