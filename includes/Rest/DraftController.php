<?php
/**
 * Routes of drafts.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Application\Draft;
use MultiSafepay\PaymentLinks\Application\PrepareDraft;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use Throwable;
use WP_Error;
use WP_REST_Controller;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * `GET /orders/{id}/draft`, `GET /links/{id}/draft`. MultiSafepay is asked only with the parameter `gateways`.
 */
final class DraftController extends WP_REST_Controller {

	/**
	 * Takes the use case.
	 */
	public function __construct(
		private readonly LinkGuard $guard,
		private readonly PrepareDraft $prepare,
		private readonly DraftPresenter $drafts,
		private readonly CreateSchema $create_schema,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$this->register( '/orders/(?P<wc_order_id>\d+)/draft', 'wc_order_id', [ $this, 'of_order' ], [ $this->guard, 'may_touch_order' ] );
		$this->register( '/links/(?P<id>\d+)/draft', 'id', [ $this, 'of_link' ], [ $this->guard, 'may_touch_link' ] );
	}

	/**
	 * Returns the prefilled form of an order.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	public function of_order( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer( fn (): Draft => $this->prepare->of_order( LinkGuard::id( $request, 'wc_order_id' ), self::site( $request ), self::amount( $request ) ) );
	}

	/**
	 * Returns the form of a duplicate.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	public function of_link( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer( fn (): Draft => $this->prepare->of_link( LinkGuard::id( $request, 'id' ), self::site( $request ), self::amount( $request ) ) );
	}

	/**
	 * Registers one of the two.
	 *
	 * @param non-falsy-string $route Below the namespace.
	 * @param string   $id       Name of the id in it.
	 * @param callable $callback Answers.
	 * @param callable $allows   Checks permissions.
	 */
	private function register( string $route, string $id, callable $callback, callable $allows ): void {
		register_rest_route(
			RestNamespace::V1,
			$route,
			[
				'args'   => LinkGuard::id_argument( $id ),
				[
					'methods'             => WP_REST_Server::READABLE,
					'callback'            => $callback,
					'permission_callback' => $allows,
					'args'                => $this->create_schema->draft_arguments(),
				],
				'schema' => [ $this->create_schema, 'draft' ],
			]
		);
	}

	/**
	 * Answers with a draft.
	 *
	 * @param callable(): Draft $draft Prepares it.
	 */
	private function answer( callable $draft ): WP_REST_Response|WP_Error {
		try {
			return new WP_REST_Response( $this->drafts->present( $draft() ) );
		} catch ( ProviderUnavailable ) {
			return self::methods_unknown();
		} catch ( Throwable $failure ) {
			return $this->errors->of_reading( $failure );
		}
	}

	/**
	 * Returns the error of payment methods that MultiSafepay did not tell; the general words speak of creating.
	 */
	public static function methods_unknown(): WP_Error {
		return new WP_Error( 'multisafepay_unavailable', __( 'MultiSafepay did not answer, so its payment methods are not known now. You can go on without choosing one.', 'multisafepay-payment-links' ), [ 'status' => 502 ] );
	}

	/**
	 * Returns the site whose payment methods are wanted.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	public static function site( WP_REST_Request $request ): ?string {
		$site = $request->get_param( 'gateways' );

		return is_string( $site ) && '' !== $site ? $site : null;
	}

	/**
	 * Returns the amount they should take.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	public static function amount( WP_REST_Request $request ): ?int {
		$amount = $request->get_param( 'amount' );

		return is_int( $amount ) ? $amount : null;
	}
}
