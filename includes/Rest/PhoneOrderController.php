<?php
/**
 * Routes of phone orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Application\CreatePhoneOrder;
use MultiSafepay\PaymentLinks\Application\PrepareDraft;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use Throwable;
use WP_Error;
use WP_REST_Controller;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * `POST /links` and `GET /links/draft`: a payment for which there is no order yet.
 */
final class PhoneOrderController extends WP_REST_Controller {

	/**
	 * Takes the use cases.
	 */
	public function __construct(
		private readonly RouteGuard $guard,
		private readonly CreatePhoneOrder $create,
		private readonly PrepareDraft $prepare,
		private readonly DraftPresenter $drafts,
		private readonly LinkPresenter $presenter,
		private readonly LinkSchema $link_schema,
		private readonly PhoneOrderSchema $phone_schema,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		register_rest_route(
			RestNamespace::V1,
			'/links',
			[
				[
					'methods'             => WP_REST_Server::CREATABLE,
					'callback'            => $this->create( ... ),
					'permission_callback' => [ $this->guard, 'makes_orders' ],
					'args'                => $this->phone_schema->arguments(),
				],
				'schema' => [ $this->link_schema, 'link' ],
			]
		);
		register_rest_route(
			RestNamespace::V1,
			'/links/draft',
			[
				[
					'methods'             => WP_REST_Server::READABLE,
					'callback'            => $this->draft( ... ),
					'permission_callback' => [ $this->guard, 'makes_orders' ],
					'args'                => $this->phone_schema->draft_arguments(),
				],
				'schema' => [ $this->phone_schema, 'draft' ],
			]
		);
	}

	/**
	 * Makes an order and its link: 201, or 200 with the same link when the idempotency key was seen before.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private function create( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		// A browser that goes away must not leave half of it behind.
		ignore_user_abort( true );

		try {
			$created = $this->create->create( RequestErrors::body( $request, array_keys( $this->phone_schema->arguments() ) ), Actor::staff( get_current_user_id() ) );

			return new WP_REST_Response( $this->presenter->one( $created->link ), $created->is_new ? 201 : 200 );
		} catch ( Throwable $failure ) {
			return $this->errors->of( $failure );
		}
	}

	/**
	 * Returns the form of a phone order. MultiSafepay is asked only with the parameter `gateways`.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private function draft( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$currency = $request->get_param( 'currency' );

		try {
			return new WP_REST_Response( $this->drafts->present_phone( $this->prepare->of_phone_order( DraftController::site( $request ), DraftController::amount( $request ), is_string( $currency ) ? $currency : null ) ) );
		} catch ( ProviderUnavailable ) {
			return DraftController::methods_unknown();
		} catch ( Throwable $failure ) {
			return $this->errors->of( $failure );
		}
	}
}
