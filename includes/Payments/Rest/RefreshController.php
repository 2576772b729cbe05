<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Rest;

use MultiSafepay\PaymentLinks\Links\Presentation\LinkPresenter;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Payments\Application\RefreshLink;
use MultiSafepay\PaymentLinks\Payments\PaymentMessages;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\RequestBody;
use Throwable;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `POST /links/{id}/refresh`.
 */
final class RefreshController {

	public function __construct(
		private readonly RefreshLink $refresh,
		private readonly LinkPresenter $presenter,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function refresh( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			RequestBody::fields( $request, [] );

			return new WP_REST_Response( $this->presenter->one( $this->refresh->refresh(
				RequestBody::id( $request ),
				Actor::staff( get_current_user_id() )
			) ) );
		} catch ( ProviderUnavailable ) {
			return new WP_Error(
				'multisafepay_unavailable',
				PaymentMessages::refresh_unanswered(),
				[ 'status' => 502 ]
			);
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}
	}
}
