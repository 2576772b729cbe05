<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Rest;

use MultiSafepay\PaymentLinks\Links\Presentation\LinkPresenter;
use MultiSafepay\PaymentLinks\NewOrders\Application\DuplicateOrder;
use MultiSafepay\PaymentLinks\NewOrders\Application\DuplicateOrderCommand;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\RequestBody;
use Throwable;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `POST /orders/{id}/duplicate`.
 */
final class DuplicateOrderController {

	public function __construct(
		private readonly DuplicateOrder $duplicate,
		private readonly LinkPresenter $presenter,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Duplicates an order and creates its link: 201, or 200 with the same link if the idempotency key was used before.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function create( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		// A closed browser must not interrupt the creation.
		ignore_user_abort( true );
		try {
			$body    = RequestBody::fields( $request, array_keys( NewOrderSchema::duplicate_arguments() ) );
			$created = $this->duplicate->duplicate( DuplicateOrderCommand::read(
				RequestBody::id( $request, 'wc_order_id' ),
				$body,
				Actor::staff( get_current_user_id() )
			) );

			return new WP_REST_Response( $this->presenter->one( $created->link ), $created->is_new ? 201 : 200 );
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}
	}
}
