<?php
/**
 * Routes of an order's links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Application\CreatePaymentLink;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Domain\Actor;
use Throwable;
use WP_Error;
use WP_REST_Controller;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * `GET|POST /orders/{id}/links`.
 */
final class OrderLinksController extends WP_REST_Controller {

	/**
	 * Takes the use cases.
	 */
	public function __construct(
		private readonly RouteGuard $guard,
		private readonly CreatePaymentLink $create,
		private readonly PaymentLinkStore $links,
		private readonly LinkPresenter $presenter,
		private readonly LinkSchema $link_schema,
		private readonly CreateSchema $create_schema,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$order = [
			'wc_order_id' => [
				'type'     => 'integer',
				'minimum'  => 1,
				'required' => true,
			],
		];

		register_rest_route(
			RestNamespace::V1,
			'/orders/(?P<wc_order_id>\d+)/links',
			[
				'args'   => $order,
				[
					'methods'             => WP_REST_Server::READABLE,
					'callback'            => [ $this, 'get_items' ],
					'permission_callback' => [ $this, 'may_touch_order' ],
				],
				[
					'methods'             => WP_REST_Server::CREATABLE,
					'callback'            => [ $this, 'create_item' ],
					'permission_callback' => [ $this, 'may_touch_order' ],
					'args'                => $this->create_schema->arguments(),
				],
				'schema' => [ $this, 'get_public_item_schema' ],
			]
		);
	}

	/**
	 * Allows people who handle payment links and may edit this order.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 * @return true|WP_Error
	 */
	public function may_touch_order( WP_REST_Request $request ): bool|WP_Error {
		return $this->guard->manages_links_of( $this->wc_order_id( $request ) );
	}

	/**
	 * Returns the links of the order, newest first.
	 */
	public function get_items( $request ): WP_REST_Response|WP_Error {
		try {
			$wc_order_id = $this->wc_order_id( $request );

			return new WP_REST_Response( $this->presenter->all( $wc_order_id, $this->links->of_order( $wc_order_id ) ) );
		} catch ( Throwable $failure ) {
			return $this->errors->of_reading( $failure );
		}
	}

	/**
	 * Makes a link: 201, or 200 with the same link when the idempotency key was seen before.
	 */
	public function create_item( $request ): WP_REST_Response|WP_Error {
		// A browser that goes away must not leave a half-made link behind.
		ignore_user_abort( true );

		try {
			$body    = RequestErrors::body( $request, array_keys( $this->create_schema->arguments() ) );
			$created = $this->create->create( $this->wc_order_id( $request ), $body, Actor::staff( get_current_user_id() ) );

			return new WP_REST_Response( $this->presenter->one( $created->link ), $created->is_new ? 201 : 200 );
		} catch ( Throwable $failure ) {
			return $this->errors->of( $failure );
		}
	}

	/**
	 * Returns the schema of a link.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		return $this->link_schema->link();
	}

	/**
	 * Returns WooCommerce's id of the order.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private function wc_order_id( WP_REST_Request $request ): int {
		$id = $request->get_url_params()['wc_order_id'] ?? 0;

		return is_numeric( $id ) ? (int) $id : 0;
	}
}
