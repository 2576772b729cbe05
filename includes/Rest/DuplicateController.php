<?php
/**
 * Routes of duplicates.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Application\CreatedLink;
use MultiSafepay\PaymentLinks\Application\DuplicateLink;
use MultiSafepay\PaymentLinks\Application\DuplicateOrder;
use MultiSafepay\PaymentLinks\Domain\Actor;
use Throwable;
use WP_Error;
use WP_REST_Controller;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * `POST /links/{id}/duplicate`, `POST /orders/{id}/duplicate`.
 */
final class DuplicateController extends WP_REST_Controller {

	/**
	 * Takes the use cases.
	 */
	public function __construct(
		private readonly LinkGuard $guard,
		private readonly DuplicateLink $duplicate_link,
		private readonly DuplicateOrder $duplicate_order,
		private readonly LinkPresenter $presenter,
		private readonly LinkSchema $link_schema,
		private readonly CreateSchema $create_schema,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$routes = [
			'/links/(?P<id>\d+)/duplicate'          => [ 'id', 'link', 'may_touch_link', $this->create_schema->link_duplicate_arguments() ],
			'/orders/(?P<wc_order_id>\d+)/duplicate' => [ 'wc_order_id', 'order', 'may_touch_order', $this->create_schema->order_duplicate_arguments() ],
		];
		foreach ( $routes as $route => [ $id, $callback, $allows, $arguments ] ) {
			register_rest_route(
				RestNamespace::V1,
				$route,
				[
					'args'   => LinkGuard::id_argument( $id ),
					[
						'methods'             => WP_REST_Server::CREATABLE,
						'callback'            => [ $this, $callback ],
						'permission_callback' => [ $this->guard, $allows ],
						'args'                => $arguments,
					],
					'schema' => [ $this->link_schema, 'link' ],
				]
			);
		}
	}

	/**
	 * Duplicates a link: 201, or 200 with the same link when the idempotency key was seen before.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	public function link( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer(
			fn (): CreatedLink => $this->duplicate_link->duplicate(
				LinkGuard::id( $request, 'id' ),
				RequestErrors::body( $request, array_keys( $this->create_schema->link_duplicate_arguments() ) ),
				Actor::staff( get_current_user_id() )
			)
		);
	}

	/**
	 * Duplicates an order and makes its link: 201, or 200 with the same link when the idempotency key was seen before.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	public function order( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer(
			fn (): CreatedLink => $this->duplicate_order->duplicate(
				LinkGuard::id( $request, 'wc_order_id' ),
				RequestErrors::body( $request, array_keys( $this->create_schema->order_duplicate_arguments() ) ),
				Actor::staff( get_current_user_id() )
			)
		);
	}

	/**
	 * Answers with the new link.
	 *
	 * @param callable(): CreatedLink $make Makes it.
	 */
	private function answer( callable $make ): WP_REST_Response|WP_Error {
		// A browser that goes away must not leave half of it behind.
		ignore_user_abort( true );

		try {
			$created = $make();

			return new WP_REST_Response( $this->presenter->one( $created->link ), $created->is_new ? 201 : 200 );
		} catch ( Throwable $failure ) {
			return $this->errors->of( $failure );
		}
	}
}
