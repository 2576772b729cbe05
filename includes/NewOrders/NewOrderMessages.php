<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders;

use MultiSafepay\PaymentLinks\NewOrders\Domain\InsufficientStock;
use MultiSafepay\PaymentLinks\NewOrders\Domain\OrderInProgress;
use MultiSafepay\PaymentLinks\NewOrders\Domain\OrderWithoutLink;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorMessages;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use Throwable;
use WP_Error;

final class NewOrderMessages implements ErrorMessages {

	/**
	 * @param string $order HTML link to the other order.
	 */
	public static function copied_to( string $order ): string {
		return sprintf(
			/* translators: %s: order number, with a link to the order. */
			__( 'Copied to order %s, to be paid by a payment link.', 'multisafepay-payment-links' ),
			$order
		);
	}

	/**
	 * @param string $order HTML link to the other order.
	 */
	public static function copied_from( string $order ): string {
		/* translators: %s: order number, with a link to the order. */
		return sprintf( __( 'Copied from order %s.', 'multisafepay-payment-links' ), $order );
	}

	/**
	 * @param string $name Escaped; empty when no user created the order.
	 */
	public static function phone_order_created( string $name ): string {
		return '' === $name
			? __( 'Phone order, to be paid by a payment link.', 'multisafepay-payment-links' )
			: sprintf(
				/* translators: %s: name of a member of staff. */
				__( 'Phone order made by %s, to be paid by a payment link.', 'multisafepay-payment-links' ),
				$name
			);
	}

	public static function standard_rate(): string {
		return __( 'Standard rate', 'multisafepay-payment-links' );
	}

	public static function no_tax(): string {
		return __( 'No tax', 'multisafepay-payment-links' );
	}

	public function fields(): array {
		return [
			/* translators: {currency} is a currency code; keep it. */
			'currency_not_in_shop'    => __(
				'This shop cannot have orders in {currency}.',
				'multisafepay-payment-links'
			),
			/* translators: {decimals} is a number; keep it. */
			'more_decimals_than_shop' => __(
				'The shop keeps {decimals} decimals of an amount (WooCommerce > Settings > General).',
				'multisafepay-payment-links'
			)
				. ' ' . __( 'Enter an amount that fits.', 'multisafepay-payment-links' ),
			'unknown_customer'        => __(
				'This customer does not exist any more, or you may not make orders for this account. Search again.',
				'multisafepay-payment-links'
			),
			'unknown_tax_class'       => __( 'Choose a tax class from the list.', 'multisafepay-payment-links' ),
		];
	}

	public function error( Throwable $failure, ErrorResponse $errors ): ?WP_Error {
		return match ( true ) {
			$failure instanceof InsufficientStock => self::insufficient_stock( $failure ),
			$failure instanceof OrderInProgress   => new WP_Error(
				'order_in_progress',
				__(
					'This order is being made already. Look at the list of orders in a moment.',
					'multisafepay-payment-links'
				),
				[ 'status' => 409 ]
			),
			$failure instanceof OrderWithoutLink  => self::order_without_link( $failure, $errors ),
			default                               => null,
		};
	}

	private static function insufficient_stock( InsufficientStock $failure ): WP_Error {
		return new WP_Error(
			'insufficient_stock',
			__(
				'Not everything of this order is in stock. Confirm that you copy it all the same.',
				'multisafepay-payment-links'
			),
			[
				'status' => 409,
				'items'  => $failure->items,
			]
		);
	}

	/**
	 * Returns the error of the link, with the order that was created.
	 *
	 * @throws Throwable The exception of the link if no feature expects it.
	 */
	private static function order_without_link( OrderWithoutLink $failure, ErrorResponse $errors ): WP_Error {
		$error = $errors->from( $failure->failure );
		$data  = $error->get_error_data();
		$order = $failure->order;

		return new WP_Error(
			$error->get_error_code(),
			sprintf(
				/* translators: 1: order number, 2: why its link was not created. */
				__( 'Order %1$s is there, but it has no payment link yet. %2$s', 'multisafepay-payment-links' ),
				$order->number,
				$error->get_error_message()
			),
			[
				...( is_array( $data ) ? $data : [] ),
				'wc_order_id'     => $order->id,
				'wc_order_number' => $order->number,
				'edit_url'        => $order->payment->edit_url,
			]
		);
	}
}
