<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Rest;

use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLinkCommand;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkForm;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Presentation\CreateSchema;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkPresenter;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\RequestBody;
use Throwable;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `GET` and `POST /orders/{id}/links`.
 */
final class OrderLinksController {

	public function __construct(
		private readonly CreateLink $create,
		private readonly LinkStore $links,
		private readonly LinkPresenter $presenter,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Returns the links of the order, newest first.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function get_items( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			$wc_order_id = RequestBody::id( $request, 'wc_order_id' );

			return new WP_REST_Response( $this->presenter->all(
				$wc_order_id,
				$this->links->of_order( $wc_order_id )
			) );
		} catch ( Throwable $failure ) {
			return $this->errors->from_read( $failure );
		}
	}

	/**
	 * Creates a link: 201, or 200 with the same link if the idempotency key was used before.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function create_item( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		// A closed browser must not interrupt the creation.
		ignore_user_abort( true );
		try {
			$body    = RequestBody::fields( $request, array_keys( CreateSchema::arguments() ) );
			$created = $this->create->create( new CreateLinkCommand(
				RequestBody::id( $request, 'wc_order_id' ),
				LinkForm::read( $body ),
				Actor::staff( get_current_user_id() )
			) );

			return new WP_REST_Response( $this->presenter->one( $created->link ), $created->is_new ? 201 : 200 );
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}
	}
}
