<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Rest;

use MultiSafepay\PaymentLinks\Links\Presentation\DraftRequest;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkPresenter;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\NewOrders\Application\CreatePhoneOrder;
use MultiSafepay\PaymentLinks\NewOrders\Application\PhoneOrderCommand;
use MultiSafepay\PaymentLinks\NewOrders\Application\PreparePhoneDraft;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\RequestBody;
use Throwable;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `POST /links` and `GET /links/draft`: a link for a new order.
 */
final class PhoneOrderController {

	public function __construct(
		private readonly CreatePhoneOrder $create,
		private readonly PreparePhoneDraft $prepare,
		private readonly PhoneDraftPresenter $drafts,
		private readonly LinkPresenter $presenter,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Creates an order and its link: 201, or 200 with the same link if the idempotency key was used before.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function create( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		// A closed browser must not interrupt the creation.
		ignore_user_abort( true );
		try {
			$created = $this->create->create( PhoneOrderCommand::read(
				RequestBody::fields( $request, array_keys( NewOrderSchema::phone_order_arguments() ) ),
				Actor::staff( get_current_user_id() )
			) );

			return new WP_REST_Response( $this->presenter->one( $created->link ), $created->is_new ? 201 : 200 );
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}
	}

	/**
	 * Only the parameter `gateways` causes a request to MultiSafepay.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function draft( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$currency = $request->get_param( 'currency' );
		try {
			return new WP_REST_Response( $this->drafts->present( $this->prepare->draft(
				DraftRequest::site( $request ),
				DraftRequest::amount( $request ),
				is_string( $currency ) ? $currency : null
			) ) );
		} catch ( ProviderUnavailable ) {
			return DraftRequest::methods_unavailable();
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}
	}
}
