<?php
/**
 * Routes of single links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Application\Port\LinkHistory;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\RefreshLink;
use MultiSafepay\PaymentLinks\Application\RetireLink;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\WooCommerce\CustomerPhone;
use Throwable;
use WP_Error;
use WP_REST_Controller;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * `GET /links/{id}`, `POST /links/{id}/refresh`, `POST /links/{id}/retire`.
 */
final class LinksController extends WP_REST_Controller {

	/**
	 * Takes the use cases.
	 */
	public function __construct(
		private readonly RouteGuard $guard,
		private readonly PaymentLinkStore $links,
		private readonly LinkHistory $events,
		private readonly RefreshLink $refresh,
		private readonly RetireLink $retire,
		private readonly LinkPresenter $presenter,
		private readonly LinkSchema $link_schema,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$link = [
			'id' => [
				'type'     => 'integer',
				'minimum'  => 1,
				'required' => true,
			],
		];

		register_rest_route(
			RestNamespace::V1,
			'/links/(?P<id>\d+)',
			[
				'args'   => $link,
				[
					'methods'             => WP_REST_Server::READABLE,
					'callback'            => [ $this, 'get_item' ],
					'permission_callback' => [ $this, 'may_touch_link' ],
				],
				'schema' => [ $this, 'get_public_item_schema' ],
			]
		);
		foreach ( [ 'refresh', 'retire' ] as $verb ) {
			register_rest_route(
				RestNamespace::V1,
				'/links/(?P<id>\d+)/' . $verb,
				[
					'args'   => $link,
					[
						'methods'             => WP_REST_Server::CREATABLE,
						'callback'            => [ $this, $verb ],
						'permission_callback' => [ $this, 'may_touch_link' ],
					],
					'schema' => [ $this->link_schema, 'link' ],
				]
			);
		}
	}

	/**
	 * Allows people who handle payment links and may edit the link's order.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 * @return true|WP_Error
	 */
	public function may_touch_link( WP_REST_Request $request ): bool|WP_Error {
		$allowed = $this->guard->manages_links();
		if ( true !== $allowed ) {
			return $allowed;
		}

		try {
			$link = $this->links->find( $this->link_id( $request ) ) ?? throw new LinkNotFound();
		} catch ( Throwable $failure ) {
			return $this->errors->of( $failure );
		}

		$allowed = $this->guard->manages_links_of( $link->wc_order_id );

		// The order is gone, its link may still be paid: whoever manages the shop keeps seeing it.
		return $allowed instanceof WP_Error && 'rest_order_not_found' === $allowed->get_error_code() && $this->guard->may_manage_settings() ? true : $allowed;
	}

	/**
	 * Returns a link with its history.
	 */
	public function get_item( $request ): WP_REST_Response|WP_Error {
		try {
			$link = $this->links->find( $this->link_id( $request ) ) ?? throw new LinkNotFound();

			return new WP_REST_Response( $this->presenter->with_events( $link, $this->events->of_link( $link->id ), CustomerPhone::of_order( $link->wc_order_id ) ) );
		} catch ( Throwable $failure ) {
			return $this->errors->of_reading( $failure );
		}
	}

	/**
	 * Asks MultiSafepay how the link stands.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	public function refresh( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			RequestErrors::body( $request, [] );

			return new WP_REST_Response( $this->presenter->one( $this->refresh->refresh( $this->link_id( $request ), Actor::staff( get_current_user_id() ) ) ) );
		} catch ( ProviderUnavailable ) {
			// The general words speak of creating; here the link is what it was.
			return new WP_Error( 'multisafepay_unavailable', __( 'MultiSafepay did not answer. The link is as it was; try again in a moment.', 'multisafepay-payment-links' ), [ 'status' => 502 ] );
		} catch ( Throwable $failure ) {
			return $this->errors->of( $failure );
		}
	}

	/**
	 * Cancels the link at MultiSafepay.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	public function retire( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			RequestErrors::body( $request, [] );

			return new WP_REST_Response( $this->presenter->one( $this->retire->retire( $this->link_id( $request ), Actor::staff( get_current_user_id() ) ) ) );
		} catch ( ProviderUnavailable ) {
			return new WP_Error( 'multisafepay_unavailable', __( 'MultiSafepay did not answer. The link may still be open; try again in a moment.', 'multisafepay-payment-links' ), [ 'status' => 502 ] );
		} catch ( Throwable $failure ) {
			return $this->errors->of( $failure );
		}
	}

	/**
	 * Returns the schema of a link with its history.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		return $this->link_schema->link_with_events();
	}

	/**
	 * Returns our id of the link.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private function link_id( WP_REST_Request $request ): int {
		$id = $request->get_url_params()['id'] ?? 0;

		return is_numeric( $id ) ? (int) $id : 0;
	}
}
