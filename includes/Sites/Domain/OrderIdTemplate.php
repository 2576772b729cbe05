<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use Stringable;

/**
 * A template for MultiSafepay order IDs, such as `PL-{order_number}-{n}`.
 *
 * The default starts with letters because the official plugin treats a leading number as the ID of a WooCommerce order.
 */
final class OrderIdTemplate implements Stringable {

	public const DEFAULT_TEMPLATE = 'PL-{order_number}-{n}';

	public const PLACEHOLDERS = [ '{order_number}', '{n}' ];

	/**
	 * The placeholders need the rest of the 50 characters of an order ID.
	 */
	public const MAX_FIXED_CHARACTERS = 24;

	private const NUMBER_CHARACTERS = '/[^A-Za-z0-9._-]+/';

	/**
	 * @param string $template Contains both placeholders once, apart from these only letters, digits and `- _ .`.
	 * @throws InvalidValue If the template cannot produce valid and distinct order IDs.
	 */
	public function __construct( public readonly string $template = self::DEFAULT_TEMPLATE ) {
		$literal = str_replace( self::PLACEHOLDERS, '', $template, $count );
		if ( 2 !== $count || ! str_contains( $template, '{order_number}' ) || ! str_contains( $template, '{n}' ) ) {
			throw new InvalidValue( 'order_id_template', 'template_placeholders' );
		}
		if ( 1 !== preg_match( '/\A[A-Za-z0-9._-]*\z/', $literal ) ) {
			throw new InvalidValue( 'order_id_template', 'template_characters' );
		}
		if ( strlen( $literal ) > self::MAX_FIXED_CHARACTERS ) {
			throw new InvalidValue(
				'order_id_template',
				'template_too_long',
				[ 'max' => self::MAX_FIXED_CHARACTERS ]
			);
		}
		if ( 1 === preg_match( '/\}\d*\{/', $template ) ) {
			// Without a separator, or with digits only, order 1 link 11 and order 11 link 1 would have the same ID.
			throw new InvalidValue( 'order_id_template', 'template_adjacent' );
		}
	}

	/**
	 * Returns the order ID of the n-th link of an order. A long order number is cut at its start, because its end
	 * distinguishes orders.
	 *
	 * @param string $order_number WooCommerce's order number; may contain any characters.
	 * @param int $sequence Number of the link within the order, from 1.
	 */
	public function order_id( string $order_number, int $sequence ): OrderId {
		$number     = (string) preg_replace( self::NUMBER_CHARACTERS, '-', $order_number );
		$max_length = OrderId::MAX_LENGTH - strlen( str_replace(
			self::PLACEHOLDERS,
			[ '', (string) $sequence ],
			$this->template
		) );
		$number = trim( strlen( $number ) > $max_length ? substr( $number, -$max_length ) : $number, '-' );

		return new OrderId( str_replace(
			self::PLACEHOLDERS,
			[ '' === $number ? '0' : $number, (string) $sequence ],
			$this->template
		) );
	}

	public function __toString(): string {
		return $this->template;
	}
}
