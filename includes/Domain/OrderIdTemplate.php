<?php
/**
 * How order IDs are made.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;

/**
 * A template such as `PL-{order_number}-{n}`.
 *
 * The leading letters keep our ids out of the official plugin's handler, which reads the number at the front as an order.
 */
final class OrderIdTemplate {

	public const DEFAULT_TEMPLATE = 'PL-{order_number}-{n}';

	private const NUMBER_CHARACTERS = '/[^A-Za-z0-9._-]+/';

	/**
	 * Checks the template: both placeholders once, else letters, digits and `- _ .`, and room for numbers.
	 *
	 * @throws InvalidValue When it cannot make valid, distinct ids.
	 */
	public function __construct( public readonly string $template = self::DEFAULT_TEMPLATE ) {
		$rest = str_replace( [ '{order_number}', '{n}' ], '', $template, $found );
		if ( 2 !== $found || ! str_contains( $template, '{order_number}' ) || ! str_contains( $template, '{n}' ) ) {
			throw new InvalidValue( 'order_id_template', 'template_placeholders' );
		}
		if ( 1 !== preg_match( '/\A[A-Za-z0-9._-]*\z/', $rest ) ) {
			throw new InvalidValue( 'order_id_template', 'template_characters' );
		}
		if ( strlen( $rest ) > 24 ) {
			throw new InvalidValue( 'order_id_template', 'template_too_long', [ 'max' => 24 ] );
		}
		if ( 1 === preg_match( '/\}\d*\{/', $template ) ) {
			// Without a sign between them, or with digits only, order 1 link 11 and order 11 link 1 would share an id.
			throw new InvalidValue( 'order_id_template', 'template_adjacent' );
		}
	}

	/**
	 * Makes the id of an order's n-th link. A long order number loses its beginning, since its end tells orders apart.
	 *
	 * @param string $order_number WooCommerce's order number; may hold anything.
	 * @param int    $n            Counts the order's links from 1.
	 */
	public function order_id( string $order_number, int $n ): OrderId {
		$number = (string) preg_replace( self::NUMBER_CHARACTERS, '-', $order_number );
		$room   = OrderId::MAX_LENGTH - strlen( str_replace( [ '{order_number}', '{n}' ], [ '', (string) $n ], $this->template ) );
		$number = trim( strlen( $number ) > $room ? substr( $number, -$room ) : $number, '-' );

		return new OrderId( str_replace( [ '{order_number}', '{n}' ], [ '' === $number ? '0' : $number, (string) $n ], $this->template ) );
	}
}
