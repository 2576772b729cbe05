<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites;

use MultiSafepay\PaymentLinks\Shared\Rest\ErrorMessages;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteChanged;
use Throwable;
use WP_Error;

final class SiteMessages implements ErrorMessages {

	public function fields(): array {
		return [
			'unknown_site' => __( 'Choose a site from the list.', 'multisafepay-payment-links' ),
			/* translators: {payment_url} is a placeholder; keep it. */
			'payment_url_missing' => __(
				'Put {payment_url} into the message: without it the customer cannot pay.',
				'multisafepay-payment-links'
			),
			/* translators: {placeholder} is the entered placeholder, {known} a list of placeholders; keep them. */
			'unknown_message_placeholder' => __(
				'{placeholder} is not known. Use one of: {known}.',
				'multisafepay-payment-links'
			),
			/* translators: {placeholder} is the entered placeholder. Keep all placeholders. */
			'unknown_placeholder' => __(
				'{placeholder} is not known. Use {order_number} or {shop_name}.',
				'multisafepay-payment-links'
			),
			/* translators: {order_number} and {n} are placeholders; keep them. */
			'template_placeholders' => __( 'Use {order_number} and {n} once each.', 'multisafepay-payment-links' ),
			'template_characters' => __(
				'Use only letters, digits and - _ . around the placeholders.',
				'multisafepay-payment-links'
			),
			/* translators: {max} is a number; keep it. */
			'template_too_long' => __(
				'Use at most {max} characters besides the placeholders.',
				'multisafepay-payment-links'
			),
			'template_adjacent' => __( 'Put a character between the placeholders.', 'multisafepay-payment-links' ),
		];
	}

	public function error( Throwable $failure, ErrorResponse $errors ): ?WP_Error {
		return match ( true ) {
			$failure instanceof SiteChanged   => self::not_configured(
				__( 'The API key of this link’s site has been replaced.', 'multisafepay-payment-links' )
				. ' ' . __( 'This link can only be managed with its own key.', 'multisafepay-payment-links' )
			),
			$failure instanceof NotConfigured => self::not_configured( __(
				'No API key is set for this site. Add one in the settings.',
				'multisafepay-payment-links'
			) ),
			default                           => null,
		};
	}

	private static function not_configured( string $message ): WP_Error {
		return new WP_Error( 'not_configured', $message, [ 'status' => 503 ] );
	}
}
