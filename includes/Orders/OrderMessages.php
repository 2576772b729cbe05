<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Orders;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorMessages;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\SharedMessages;
use Throwable;
use WP_Error;

final class OrderMessages implements ErrorMessages {

	public function fields(): array {
		return [];
	}

	public function error( Throwable $failure, ErrorResponse $errors ): ?WP_Error {
		return $failure instanceof OrderNotFound
			? new WP_Error( 'rest_order_not_found', SharedMessages::order_not_found(), [ 'status' => 404 ] )
			: null;
	}
}
