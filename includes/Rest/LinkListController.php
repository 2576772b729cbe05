<?php
/**
 * The list of all links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Storage\LinkTotals;
use Throwable;
use WP_Error;
use WP_REST_Controller;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * `GET /links` and `GET /links/totals`.
 */
final class LinkListController extends WP_REST_Controller {

	/**
	 * Takes what makes pages.
	 */
	public function __construct(
		private readonly RouteGuard $guard,
		private readonly LinkPages $pages,
		private readonly LinkTotals $totals,
		private readonly LinkSchema $link_schema,
		private readonly ErrorResponse $errors,
		private readonly Clock $clock,
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
					'methods'             => WP_REST_Server::READABLE,
					'callback'            => [ $this, 'get_items' ],
					'permission_callback' => [ $this->guard, 'sees_all_links' ],
					'args'                => LinkListArguments::all(),
				],
				'schema' => [ $this->link_schema, 'link' ],
			]
		);
		register_rest_route(
			RestNamespace::V1,
			'/links/totals',
			[
				[
					'methods'             => WP_REST_Server::READABLE,
					'callback'            => $this->totals( ... ),
					'permission_callback' => [ $this->guard, 'sees_all_links' ],
					'args'                => LinkListArguments::filters(),
				],
				'schema' => [ $this->link_schema, 'total' ],
			]
		);
	}

	/**
	 * Returns a page of links.
	 */
	public function get_items( $request ): WP_REST_Response|WP_Error {
		try {
			self::refuse_unknown( $request, array_keys( LinkListArguments::all() ) );
			$query    = LinkListArguments::query( $request->get_params(), get_current_user_id() );
			$page     = $this->pages->of( $query );
			$response = new WP_REST_Response( $page['links'] );
			$response->header( 'X-WP-Total', (string) $page['total'] );
			$response->header( 'X-WP-TotalPages', (string) (int) ceil( $page['total'] / $query->per_page ) );
			if ( $page['has_more'] ) {
				$response->header( 'X-MultiSafepay-Has-More', '1' );
			}

			return $response;
		} catch ( Throwable $failure ) {
			return $this->errors->of_reading( $failure );
		}
	}

	/**
	 * Returns number and sum of what is open, paid and expired among the links of the filters.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private function totals( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			self::refuse_unknown( $request, array_keys( LinkListArguments::filters() ) );

			return new WP_REST_Response( $this->totals->of( LinkListArguments::query( $request->get_params(), get_current_user_id() ), $this->clock->now() ) );
		} catch ( Throwable $failure ) {
			return $this->errors->of_reading( $failure );
		}
	}

	/**
	 * Refuses filters that do not exist: a typing mistake would otherwise show every link. Names that begin with `_`
	 * are WordPress's own.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 * @param list<string>                          $known   Arguments of the route.
	 * @throws InvalidFields When there are others.
	 */
	private static function refuse_unknown( WP_REST_Request $request, array $known ): void {
		RequestErrors::refuse_unknown(
			array_values( array_filter( array_keys( $request->get_query_params() ), static fn ( int|string $name ): bool => ! str_starts_with( (string) $name, '_' ) && 'rest_route' !== $name ) ),
			$known
		);
	}
}
