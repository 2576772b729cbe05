<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorMessages;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use Throwable;
use WP_Error;

/**
 * Messages for MultiSafepay's error codes. MultiSafepay's own error texts may be in any language and are not shown.
 */
final class ProviderMessages implements ErrorMessages {

	/**
	 * Fields of the create body by error code.
	 */
	private const FIELDS = [
		1001 => 'amount',
		1002 => 'currency',
		1008 => 'description',
		1018 => 'customer.country',
		1023 => 'gateway',
	];

	/**
	 * Returns the reason of a refusal, to be used after "MultiSafepay refused:".
	 */
	public static function refusal( int $error_code ): string {
		return match ( $error_code ) {
			1001                   => __( 'the amount is not possible.', 'multisafepay-payment-links' ),
			1002                   => __( 'this currency is not enabled for the site.', 'multisafepay-payment-links' ),
			1006                   => __(
				'it does not know this order ID, or it has been used before.',
				'multisafepay-payment-links'
			),
			1008                   => __( 'the description is missing or too long.', 'multisafepay-payment-links' ),
			1016                   => __( 'something is missing in the request.', 'multisafepay-payment-links' ),
			1018                   => __( 'the country is not valid.', 'multisafepay-payment-links' ),
			1019                   => __(
				'the site is blocked or inactive. Contact MultiSafepay.',
				'multisafepay-payment-links'
			),
			1020                   => __(
				'the account is blocked. Contact MultiSafepay.',
				'multisafepay-payment-links'
			),
			1023                   => __(
				'this payment method is not available on the site.',
				'multisafepay-payment-links'
			),
			1025, 1026, 1027, 1028,
			1029, 1030, 1031, 5001 => __(
				'the items do not add up to the amount. Generate the link without the items.',
				'multisafepay-payment-links'
			),
			1032                   => __(
				'the API key is wrong, or belongs to the other environment (test or live).',
				'multisafepay-payment-links'
			),
			0                      => __( 'it gave no reason.', 'multisafepay-payment-links' )
				. ' ' . __(
					'Try again in a moment. If this continues, ask your host whether a firewall blocks MultiSafepay.',
					'multisafepay-payment-links'
				),
			default                => sprintf(
				/* translators: %d: error number of MultiSafepay. */
				__( 'error %d. Ask MultiSafepay, naming this number.', 'multisafepay-payment-links' ),
				$error_code
			),
		};
	}

	/**
	 * Returns a complete sentence for a refusal.
	 */
	public static function refused( int $error_code ): string {
		/* translators: %s: why. */
		return sprintf( __( 'MultiSafepay refused: %s', 'multisafepay-payment-links' ), self::refusal( $error_code ) );
	}

	public static function invalid_key(): string {
		return __(
			'MultiSafepay does not accept the API key of this site. Check it in the settings.',
			'multisafepay-payment-links'
		);
	}

	public function fields(): array {
		return [
			'invalid_api_key'     => __(
				'This is not an API key. Copy it whole from the MultiSafepay dashboard.',
				'multisafepay-payment-links'
			),
			'order_id_empty'      => __( 'Enter an order ID.', 'multisafepay-payment-links' ),
			/* translators: {max} is a number; keep it. */
			'order_id_too_long'   => __( 'An order ID has at most {max} characters.', 'multisafepay-payment-links' ),
			'order_id_characters' => __(
				'Use letters, digits, hyphens, underscores and dots only.',
				'multisafepay-payment-links'
			),
		];
	}

	public function error( Throwable $failure, ErrorResponse $errors ): ?WP_Error {
		return match ( true ) {
			$failure instanceof ProviderRefused     => self::refused_error( $failure ),
			$failure instanceof ProviderUnavailable => self::unavailable_error( $failure ),
			default                                 => null,
		};
	}

	private static function refused_error( ProviderRefused $refusal ): WP_Error {
		$data = [ 'error_code' => $refusal->error_code ];
		if ( ProviderRefused::INVALID_API_KEY === $refusal->error_code ) {
			return new WP_Error( 'not_configured', self::invalid_key(), [ 'status' => 503 ] + $data );
		}

		$field = self::FIELDS[ $refusal->error_code ] ?? null;
		$data  = [ 'status' => 422 ] + $data;

		return new WP_Error(
			'multisafepay_rejected',
			self::refused( $refusal->error_code ),
			null === $field ? $data : $data + [ 'params' => [ $field => self::refusal( $refusal->error_code ) ] ]
		);
	}

	private static function unavailable_error( ProviderUnavailable $failure ): WP_Error {
		return new WP_Error(
			'multisafepay_unavailable',
			$failure->may_have_arrived
				? __(
					'MultiSafepay did not answer. No new link was made. Try again in a moment.',
					'multisafepay-payment-links'
				)
				: __( 'MultiSafepay could not be reached.', 'multisafepay-payment-links' )
					. ' ' . __( 'Nothing was changed there.', 'multisafepay-payment-links' )
					. ' ' . __(
						'Check the connection of the shop’s server, or try again in a moment.',
						'multisafepay-payment-links'
					),
			[ 'status' => 502 ]
		);
	}
}
