<?php
/**
 * The route of preferences.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Settings\UserPreferences;
use Throwable;
use WP_Error;
use WP_REST_Controller;
use WP_REST_Response;

/**
 * `PUT /preferences`: how a member of staff likes the panel and the list.
 */
final class PreferencesController extends WP_REST_Controller {

	/**
	 * Takes where they are kept.
	 */
	public function __construct(
		private readonly RouteGuard $guard,
		private readonly UserPreferences $preferences,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		register_rest_route(
			RestNamespace::V1,
			'/preferences',
			[
				[
					'methods'             => 'PUT',
					'callback'            => [ $this, 'update_item' ],
					'permission_callback' => [ $this->guard, 'manages_links' ],
					'args'                => [
						'advanced' => [
							'type'              => 'boolean',
							'description'       => 'Whether the form shows every field.',
							'validate_callback' => [ CreateSchema::class, 'validate_flag' ],
						],
						'hidden_columns' => [
							'type'        => 'array',
							'items'       => [
								'type'      => 'string',
								'maxLength' => 32,
							],
							'maxItems'    => 32,
							'description' => 'Columns of the list of all links that are not shown.',
						],
					],
				],
				'schema' => [ $this, 'get_public_item_schema' ],
			]
		);
	}

	/**
	 * Remembers how the current user likes the form.
	 */
	public function update_item( $request ): WP_REST_Response|WP_Error {
		try {
			$body    = RequestErrors::body( $request, [ 'advanced', 'hidden_columns' ] );
			$columns = $body['hidden_columns'] ?? null;
			$answer  = [];
			if ( isset( $body['advanced'] ) || ! is_array( $columns ) ) {
				$advanced           = $body['advanced'] ?? throw new InvalidValue( 'advanced', 'required' );
				$answer['advanced'] = $this->preferences->set_advanced( get_current_user_id(), true === $advanced );
			}
			if ( is_array( $columns ) ) {
				$answer['hidden_columns'] = $this->preferences->hide_columns( get_current_user_id(), array_values( array_filter( $columns, 'is_string' ) ) );
			}

			return new WP_REST_Response( $answer );
		} catch ( Throwable $failure ) {
			return $this->errors->of( $failure );
		}
	}

	/**
	 * Returns the schema of the preferences.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		return [
			'$schema'              => 'http://json-schema.org/draft-04/schema#',
			'title'                => 'multisafepay_payment_links_preferences',
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => [
				'advanced'       => [ 'type' => 'boolean' ],
				'hidden_columns' => [
					'type'  => 'array',
					'items' => [ 'type' => 'string' ],
				],
			],
		];
	}
}
