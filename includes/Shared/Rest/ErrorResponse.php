<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Rest;

use Closure;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;
use Throwable;
use WP_Error;

/**
 * Converts exceptions to REST errors: `{code, message, data: {status, params?, error_code?}}`.
 */
final class ErrorResponse {

	/**
	 * @param Closure(): list<ErrorMessages> $features
	 */
	public function __construct( private readonly Closure $features ) {}

	/**
	 * @throws Throwable The exception itself if no feature expects it.
	 */
	public function from( Throwable $failure ): WP_Error {
		if ( $failure instanceof InvalidValue ) {
			return $this->invalid( [ $failure ] );
		}
		if ( $failure instanceof InvalidFields ) {
			return $this->invalid( $failure->errors );
		}
		if ( $failure instanceof StorageFailed ) {
			return $this->storage_failed( SharedMessages::storage_failed() );
		}

		foreach ( ( $this->features )() as $feature ) {
			$error = $feature->error( $failure, $this );
			if ( null !== $error ) {
				return $error;
			}
		}

		throw $failure;
	}

	/**
	 * For routes that only read.
	 *
	 * @throws Throwable The exception itself if no feature expects it.
	 */
	public function from_read( Throwable $failure ): WP_Error {
		return $failure instanceof StorageFailed
			? $this->storage_failed( SharedMessages::reading_failed() )
			: $this->from( $failure );
	}

	/**
	 * @param list<InvalidValue> $errors
	 */
	public function invalid( array $errors ): WP_Error {
		$params = [];
		foreach ( $errors as $error ) {
			$params[ $error->field ] ??= $this->field_message( $error );
		}

		return $this->invalid_params( $params );
	}

	public function field_message( InvalidValue $error ): string {
		$arguments = [];
		foreach ( $error->arguments as $name => $value ) {
			$arguments[ '{' . $name . '}' ] = (string) $value;
		}

		return strtr( $this->field_text( $error->reason ), $arguments );
	}

	/**
	 * @param array<string, string> $params Messages by field.
	 */
	public function invalid_params( array $params ): WP_Error {
		return new WP_Error(
			'rest_invalid_param',
			SharedMessages::invalid_fields(),
			[
				'status' => 400,
				'params' => $params,
			]
		);
	}

	private function field_text( string $reason ): string {
		$shared = SharedMessages::fields()[ $reason ] ?? null;
		if ( null !== $shared ) {
			return $shared;
		}

		foreach ( ( $this->features )() as $feature ) {
			$text = $feature->fields()[ $reason ] ?? null;
			if ( null !== $text ) {
				return $text;
			}
		}

		return SharedMessages::invalid_value();
	}

	private function storage_failed( string $message ): WP_Error {
		return new WP_Error( 'storage_failed', $message, [ 'status' => 503 ] );
	}
}
