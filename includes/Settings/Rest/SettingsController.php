<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings\Rest;

use MultiSafepay\PaymentLinks\MultiSafepay\Application\AccountClient;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Settings\Application\SettingsView;
use MultiSafepay\PaymentLinks\Settings\SettingsMessages;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\RequestBody;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use Throwable;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `GET|PUT /settings`, `POST /settings/check`.
 */
final class SettingsController {

	public function __construct(
		private readonly SettingsStore $store,
		private readonly SettingsView $view,
		private readonly AccountClient $accounts,
		private readonly ErrorResponse $errors,
	) {}

	public function get_item(): WP_REST_Response {
		return $this->settings();
	}

	public function update_item( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			$settings = $this->view->read( RequestBody::fields(
				$request,
				array_keys( SettingsSchema::put_arguments() )
			) );
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}

		return $this->store->save( $settings ) ? $this->settings() : new WP_Error(
			'storage_failed',
			SettingsMessages::not_saved(),
			[ 'status' => 503 ]
		);
	}

	/**
	 * Checks an API key with a request to MultiSafepay.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function check( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			$credentials = $this->view->read_credentials( RequestBody::fields(
				$request,
				array_keys( SettingsSchema::check_arguments() )
			) );
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}

		try {
			$account = $this->accounts->account( $credentials );
		} catch ( Throwable $failure ) {
			return $this->verification_failed( $failure, $credentials->environment );
		}

		return new WP_REST_Response(
			[
				'ok'          => true,
				'account_id'  => $account->account_id,
				'site_id'     => $account->site_id,
				'environment' => $credentials->environment->value,
			]
		);
	}

	private function settings(): WP_REST_Response {
		$response = new WP_REST_Response( $this->view->to_array() );
		$response->header( 'Cache-Control', 'no-store' );

		return $response;
	}

	/**
	 * Returns error messages specific to the key check; the general messages are about links.
	 *
	 * @throws Throwable When no feature handles the exception.
	 */
	private function verification_failed( Throwable $failure, Environment $environment ): WP_Error {
		if ( $failure instanceof ProviderUnavailable ) {
			return new WP_Error(
				'multisafepay_unavailable',
				SettingsMessages::key_not_verified(),
				[ 'status' => 502 ]
			);
		}
		if ( $failure instanceof ProviderRefused && ProviderRefused::INVALID_API_KEY === $failure->error_code ) {
			return new WP_Error(
				'multisafepay_rejected',
				SettingsMessages::key_refused( $environment ),
				[
					'status'     => 422,
					'error_code' => $failure->error_code,
				]
			);
		}

		return $this->errors->from( $failure );
	}
}
