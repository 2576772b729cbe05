<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings\Rest;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\RequestBody;
use MultiSafepay\PaymentLinks\Shared\WordPress\UserPreferences;
use Throwable;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `PUT /preferences`, for the current user.
 */
final class PreferencesController {

	public function __construct(
		private readonly UserPreferences $preferences,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function update_item( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			$body     = RequestBody::fields( $request, array_keys( SettingsSchema::preferences_arguments() ) );
			$columns  = $body['hidden_columns'] ?? null;
			$response = [];
			if ( isset( $body['advanced'] ) || ! is_array( $columns ) ) {
				$advanced             = $body['advanced'] ?? throw new InvalidValue( 'advanced', 'required' );
				$response['advanced'] = $this->preferences->set_advanced( get_current_user_id(), true === $advanced );
			}
			if ( is_array( $columns ) ) {
				$response['hidden_columns'] = $this->preferences->hide_columns(
					get_current_user_id(),
					array_values( array_filter( $columns, 'is_string' ) )
				);
			}

			return new WP_REST_Response( $response );
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}
	}
}
