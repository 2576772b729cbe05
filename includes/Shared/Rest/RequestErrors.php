<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Rest;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use WP_Error;

/**
 * Converts WordPress's own validation errors to the plugin's format: 400 `rest_invalid_param` with `data.params` by
 * field.
 */
final class RequestErrors {

	public function __construct( private readonly ErrorResponse $errors ) {}

	/**
	 * Callback of `rest_request_after_callbacks`.
	 */
	public function normalise( WP_Error $response ): WP_Error {
		$data   = $response->get_error_data();
		$params = is_array( $data ) && is_array( $data['params'] ?? null ) ? $data['params'] : [];
		switch ( $response->get_error_code() ) {
			case 'rest_invalid_json':
				return $this->errors->invalid( [ new InvalidValue( 'body', 'invalid_json' ) ] );
			case 'rest_missing_callback_param':
				$missing = array_map(
					static fn ( string $name ): InvalidValue => new InvalidValue( $name, 'required' ),
					array_filter( $params, 'is_string' )
				);

				return [] === $missing ? $response : $this->errors->invalid( array_values( $missing ) );
			case 'rest_invalid_param':
				$details = is_array( $data ) && is_array( $data['details'] ?? null ) ? $data['details'] : [];

				return [] === $details
					? $response
					: $this->errors->invalid_params( $this->with_nested_names( $params, $details ) );
			default:
				return $response;
		}
	}

	/**
	 * Names nested fields with dots. WordPress writes `customer[email]` in the message and only `customer` in the key.
	 *
	 * @param array<mixed> $params
	 * @param array<mixed> $details
	 * @return array<string, string>
	 */
	private function with_nested_names( array $params, array $details ): array {
		$renamed = [];
		foreach ( $params as $field => $message ) {
			$field      = (string) $field;
			$message    = is_string( $message ) ? $message : '';
			$detail     = $details[ $field ] ?? null;
			$is_unknown = is_array( $detail ) && 'rest_additional_properties_forbidden' === ( $detail['code'] ?? null );
			if ( $is_unknown && 1 === preg_match( '/\A(\w+) /', $message, $match ) ) {
				$renamed[ $field . '.' . $match[1] ] = $this->errors->field_message(
					new InvalidValue( $field, 'unknown_field' )
				);
			} elseif ( 1 === preg_match( '/\b' . preg_quote( $field, '/' ) . '\[(\w+)\]/', $message, $match ) ) {
				$renamed[ $field . '.' . $match[1] ] = $message;
			} else {
				$renamed[ $field ] = $message;
			}
		}

		return $renamed;
	}
}
