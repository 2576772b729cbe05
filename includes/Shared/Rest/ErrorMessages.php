<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Rest;

use Throwable;
use WP_Error;

/**
 * The error messages of one feature.
 */
interface ErrorMessages {

	/**
	 * @return array<string, string> By InvalidValue::$reason; `{name}` is replaced by the argument of this name.
	 */
	public function fields(): array;

	/**
	 * Returns null if the exception belongs to another feature.
	 */
	public function error( Throwable $failure, ErrorResponse $errors ): ?WP_Error;
}
