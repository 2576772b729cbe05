<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Presentation;

use MultiSafepay\PaymentLinks\Links\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderEnded;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderIdAlreadyUsed;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorMessages;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use Throwable;
use WP_Error;

final class LinkErrors implements ErrorMessages {

	public function fields(): array {
		return [
			/* translators: {minimum} is an amount, {currency} a currency code; keep them. */
			'amount_too_low' => __( 'Enter an amount of at least {minimum} {currency}.', 'multisafepay-payment-links' ),
			'amount_too_high' => __( 'This amount is too high.', 'multisafepay-payment-links' ),
			'invalid_amount' => __( 'This is not an amount.', 'multisafepay-payment-links' ),
			/* translators: {currency} is a currency code; keep it. */
			'fraction_of_unit' => __(
				'This amount has more decimals than {currency} has.',
				'multisafepay-payment-links'
			),
			/* translators: {due} is an amount, {currency} a currency code; keep them. */
			'amount_above_due' => __(
				'The order owes {due} {currency}. Confirm that the customer pays more, or lower the amount.',
				'multisafepay-payment-links'
			),
			/* translators: {due} is an amount, {currency} a currency code; keep them. */
			'amount_not_due' => __(
				'A link for the full amount must ask for the amount due: {due} {currency}.',
				'multisafepay-payment-links'
			),
			'invalid_kind' => __( 'The kind must be full or partial.', 'multisafepay-payment-links' ),
			'invalid_currency' => __( 'This is not a currency code.', 'multisafepay-payment-links' ),
			/* translators: {currency} is a currency code; keep it. */
			'currency_not_supported' => __(
				'MultiSafepay cannot take payments in {currency}.',
				'multisafepay-payment-links'
			),
			/* translators: {currency} is a currency code; keep it. */
			'other_currency' => __(
				'The order is in {currency}; a link in another currency is not possible.',
				'multisafepay-payment-links'
			),
			'description_empty' => __( 'Enter a description; the customer sees it.', 'multisafepay-payment-links' ),
			/* translators: {max} is a number; keep it. */
			'description_too_long' => __(
				'The description is longer than {max} bytes; letters with accents count as two or more.',
				'multisafepay-payment-links'
			),
			/* translators: {max} is a number; keep it. */
			'days_out_of_range' => __( 'Enter a whole number of days from 1 to {max}.', 'multisafepay-payment-links' ),
			/* translators: {max} is a number; keep it. */
			'seconds_out_of_range' => __(
				'Enter a whole number of seconds from 1 to {max}.',
				'multisafepay-payment-links'
			),
			'gateway_unavailable' => __(
				'This payment method is not available on the site.',
				'multisafepay-payment-links'
			),
			'second_chance_needs_email' => __( 'Second Chance needs an e-mail address.', 'multisafepay-payment-links' ),
			/* translators: {max} is a number; keep it. */
			'second_chance_email_too_long' => __(
				'Second Chance needs an e-mail address of at most {max} characters.',
				'multisafepay-payment-links'
			),
			'invalid_country' => __( 'Choose a country from the list.', 'multisafepay-payment-links' ),
			'invalid_locale' => __( 'Choose a language from the list.', 'multisafepay-payment-links' ),
			'invalid_birthday' => __( 'Enter the birthday as year-month-day.', 'multisafepay-payment-links' ),
			'invalid_url' => __( 'This is not a web address.', 'multisafepay-payment-links' ),
			'invalid_idempotency_key' => __( 'The form is damaged. Reload the page.', 'multisafepay-payment-links' ),
			'key_of_other_order' => __(
				'This form belongs to another order. Reload the page.',
				'multisafepay-payment-links'
			),
			'key_of_other_link' => __(
				'This form belongs to another payment link. Reload the page.',
				'multisafepay-payment-links'
			),
		];
	}

	public function error( Throwable $failure, ErrorResponse $errors ): ?WP_Error {
		return match ( true ) {
			$failure instanceof LinkNotFound        => new WP_Error(
				'rest_link_not_found',
				__( 'This payment link does not exist.', 'multisafepay-payment-links' ),
				[ 'status' => 404 ]
			),
			$failure instanceof LinkNotOpen         => self::not_open( $failure ),
			$failure instanceof OrderAlreadyPaid    => new WP_Error(
				'order_already_paid',
				__(
					'This order is paid already. Confirm that the customer pays once more.',
					'multisafepay-payment-links'
				),
				[ 'status' => 409 ]
			),
			$failure instanceof OrderEnded          => self::order_ended( $failure ),
			$failure instanceof OrderIdAlreadyUsed        => self::order_id_taken( $failure ),
			$failure instanceof CreationUnconfirmed => self::unconfirmed( $failure ),
			default                                 => null,
		};
	}

	private static function not_open( LinkNotOpen $failure ): WP_Error {
		$link = $failure->link;

		return new WP_Error(
			'link_not_open',
			$link->status->was_paid()
				/* translators: %s: order ID of a link. */
				? sprintf( __( '%s has been paid meanwhile.', 'multisafepay-payment-links' ), $link->order_id->value )
				/* translators: %s: order ID of a link. */
				: sprintf( __( '%s is not open any more.', 'multisafepay-payment-links' ), $link->order_id->value ),
			[
				'status'  => 409,
				'link_id' => $link->id,
			]
		);
	}

	private static function order_ended( OrderEnded $failure ): WP_Error {
		$order = match ( $failure->end ) {
			OrderEnd::Paid      => __(
				'The order was paid while its payment link was being created.',
				'multisafepay-payment-links'
			),
			OrderEnd::Cancelled => __(
				'The order was cancelled while its payment link was being created.',
				'multisafepay-payment-links'
			),
			OrderEnd::Refunded  => __(
				'The order was refunded while its payment link was being created.',
				'multisafepay-payment-links'
			),
			OrderEnd::Trashed   => __(
				'The order was moved to the trash while its payment link was being created.',
				'multisafepay-payment-links'
			),
			OrderEnd::Deleted   => __(
				'The order was deleted while its payment link was being created.',
				'multisafepay-payment-links'
			),
		};

		$link  = $failure->link;
		$state = match ( true ) {
			null === $link => __(
				'No link was created. Reload the page if the customer should still pay.',
				'multisafepay-payment-links'
			),
			LinkStatus::Cancelled === $link->status => sprintf(
				/* translators: %s: order ID of a link. */
				__( '%s has been cancelled, so that nobody can pay it.', 'multisafepay-payment-links' ),
				$link->order_id->value
			),
			default => sprintf(
				/* translators: %s: order ID of a link. */
				__(
					'MultiSafepay did not confirm that %s is cancelled. The shop tries again in the background.',
					'multisafepay-payment-links'
				),
				$link->order_id->value
			),
		};

		return new WP_Error(
			'order_ended',
			"$order $state",
			[ 'status' => 409 ] + ( null === $link ? [] : [ 'link_id' => $link->id ] )
		);
	}

	private static function unconfirmed( CreationUnconfirmed $failure ): WP_Error {
		return new WP_Error(
			'multisafepay_unavailable',
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'MultiSafepay did not confirm %s.', 'multisafepay-payment-links' )
					. ' ' . __(
						'It is being cancelled so that nobody can pay it by mistake.',
						'multisafepay-payment-links'
					)
					. ' ' . __(
						'Press the button again in a minute: you will get one working link.',
						'multisafepay-payment-links'
					),
				$failure->link->order_id->value
			),
			[
				'status'  => 502,
				'link_id' => $failure->link->id,
			]
		);
	}

	private static function order_id_taken( OrderIdAlreadyUsed $failure ): WP_Error {
		if ( $failure->is_generated ) {
			return new WP_Error(
				'order_id_taken',
				sprintf(
					/* translators: %s: order ID of a link. */
					__(
						'Many order IDs up to %s have been used before, perhaps by another shop on the same site.',
						'multisafepay-payment-links'
					)
						. ' ' . __(
							'Press the button again, or set another order ID template in the settings.',
							'multisafepay-payment-links'
						),
					$failure->order_id
				),
				[ 'status' => 409 ]
			);
		}

		$message = __( 'This order ID has been used before. Choose another one.', 'multisafepay-payment-links' );

		return new WP_Error(
			'order_id_taken',
			$message,
			[
				'status' => 409,
				'params' => [ 'order_id' => $message ],
			]
		);
	}
}
