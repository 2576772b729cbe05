<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Rest;

use MultiSafepay\PaymentLinks\Links\Application\Draft\Draft;
use MultiSafepay\PaymentLinks\Links\Application\Draft\PrepareDraft;
use MultiSafepay\PaymentLinks\Links\Presentation\DraftPresenter;
use MultiSafepay\PaymentLinks\Links\Presentation\DraftRequest;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\RequestBody;
use Throwable;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `GET /orders/{id}/draft` and `GET /links/{id}/draft`. Only the parameter `gateways` causes a request to MultiSafepay.
 */
final class DraftController {

	public function __construct(
		private readonly PrepareDraft $prepare,
		private readonly DraftPresenter $presenter,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function of_order( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->respond(
			fn (): Draft => $this->prepare->of_order(
				RequestBody::id( $request, 'wc_order_id' ),
				DraftRequest::site( $request ),
				DraftRequest::amount( $request )
			)
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function of_link( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->respond(
			fn (): Draft => $this->prepare->of_link(
				RequestBody::id( $request ),
				DraftRequest::site( $request ),
				DraftRequest::amount( $request )
			)
		);
	}

	/**
	 * @param callable(): Draft $prepare
	 */
	private function respond( callable $prepare ): WP_REST_Response|WP_Error {
		try {
			return new WP_REST_Response( $this->presenter->present( $prepare() ) );
		} catch ( ProviderUnavailable ) {
			return DraftRequest::methods_unavailable();
		} catch ( Throwable $failure ) {
			return $this->errors->from_read( $failure );
		}
	}
}
