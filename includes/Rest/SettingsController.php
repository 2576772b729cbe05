<?php
/**
 * Routes of the settings.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Application\CheckApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Settings\SettingsStore;
use MultiSafepay\PaymentLinks\Settings\SettingsView;
use Throwable;
use WP_Error;
use WP_REST_Controller;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * `GET|PUT /settings`, `POST /settings/check`.
 */
final class SettingsController extends WP_REST_Controller {

	/**
	 * Takes the settings and the use case.
	 */
	public function __construct(
		private readonly RouteGuard $guard,
		private readonly SettingsStore $store,
		private readonly SettingsView $view,
		private readonly SettingsSchema $settings_schema,
		private readonly CheckApiKey $check_api_key,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		register_rest_route(
			RestNamespace::V1,
			'/settings',
			[
				[
					'methods'             => WP_REST_Server::READABLE,
					'callback'            => [ $this, 'get_item' ],
					'permission_callback' => [ $this, 'may_manage' ],
				],
				[
					'methods'             => 'PUT',
					'callback'            => [ $this, 'update_item' ],
					'permission_callback' => [ $this, 'may_manage' ],
					'args'                => $this->settings_schema->put_arguments(),
				],
				'schema' => [ $this, 'get_public_item_schema' ],
			]
		);
		register_rest_route(
			RestNamespace::V1,
			'/settings/check',
			[
				[
					'methods'             => WP_REST_Server::CREATABLE,
					'callback'            => [ $this, 'check' ],
					'permission_callback' => [ $this, 'may_manage' ],
					'args'                => $this->settings_schema->check_arguments(),
				],
				'schema' => [ $this->settings_schema, 'checked' ],
			]
		);
	}

	/**
	 * Allows people who manage the shop.
	 *
	 * @return true|WP_Error
	 */
	public function may_manage(): bool|WP_Error {
		return $this->guard->manages_settings();
	}

	/**
	 * Returns the settings, keys masked.
	 */
	public function get_item( $request ): WP_REST_Response {
		return $this->settings();
	}

	/**
	 * Replaces the settings and returns them as they are then.
	 */
	public function update_item( $request ): WP_REST_Response|WP_Error {
		try {
			$settings = $this->view->read( RequestErrors::body( $request, array_keys( $this->settings_schema->put_arguments() ) ) );
		} catch ( Throwable $failure ) {
			return $this->errors->of( $failure );
		}

		return $this->store->save( $settings ) ? $this->settings() : new WP_Error(
			'storage_failed',
			__( 'The shop’s database did not take the settings. Try again in a moment.', 'multisafepay-payment-links' ),
			[ 'status' => 503 ]
		);
	}

	/**
	 * Proves a key with MultiSafepay.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	public function check( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			$check = $this->view->key_to_check( RequestErrors::body( $request, array_keys( $this->settings_schema->check_arguments() ) ) );
		} catch ( Throwable $failure ) {
			return $this->errors->of( $failure );
		}

		try {
			$account = $this->check_api_key->check( $check->key, $check->environment );
		} catch ( Throwable $failure ) {
			return $this->not_proved( $failure, $check->environment );
		}

		return new WP_REST_Response(
			[
				'ok'          => true,
				'account_id'  => $account->account_id,
				'site_id'     => $account->site_id,
				'environment' => $check->environment->value,
			]
		);
	}

	/**
	 * Returns the schema of the settings.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		return $this->settings_schema->settings();
	}

	/**
	 * Returns the settings as they are now.
	 */
	private function settings(): WP_REST_Response {
		$response = new WP_REST_Response( $this->view->to_array() );
		$response->header( 'Cache-Control', 'no-store' );

		return $response;
	}

	/**
	 * Says why a key is not proved. The general words speak of links; here a wrong key is the answer that was asked for.
	 *
	 * @throws Throwable When nobody expected it.
	 */
	private function not_proved( Throwable $failure, Environment $environment ): WP_Error {
		if ( $failure instanceof ProviderUnavailable ) {
			return new WP_Error(
				'multisafepay_unavailable',
				__( 'MultiSafepay did not answer, so the key could not be checked. Try again in a moment.', 'multisafepay-payment-links' ),
				[ 'status' => 502 ]
			);
		}
		if ( $failure instanceof ProviderRefused && ProviderRefused::INVALID_API_KEY === $failure->error_code ) {
			return new WP_Error(
				'multisafepay_rejected',
				Environment::Test === $environment
					? __( 'MultiSafepay does not accept this key for test. Check that you copied all of it, or whether it belongs to live.', 'multisafepay-payment-links' )
					: __( 'MultiSafepay does not accept this key for live. Check that you copied all of it, or whether it belongs to test.', 'multisafepay-payment-links' ),
				[
					'status'     => 422,
					'error_code' => $failure->error_code,
				]
			);
		}

		return $this->errors->of( $failure );
	}
}
