<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing;

use MultiSafepay\PaymentLinks\Shared\Rest\ErrorMessages;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Sharing\Domain\EmailFailed;
use Throwable;
use WP_Error;

final class SharingErrors implements ErrorMessages {

	public function fields(): array {
		return [];
	}

	public function error( Throwable $failure, ErrorResponse $errors ): ?WP_Error {
		return $failure instanceof EmailFailed ? new WP_Error(
			'email_failed',
			$failure->is_disabled
				? __(
					'The e-mail was not sent: “Payment link” is switched off in WooCommerce > Settings > Emails.',
					'multisafepay-payment-links'
				)
				: __( 'The e-mail was not sent: the shop’s mail server did not take it.', 'multisafepay-payment-links' )
					. ' ' . __( 'Send the link another way, or try again later.', 'multisafepay-payment-links' ),
			[ 'status' => 502 ]
		) : null;
	}
}
