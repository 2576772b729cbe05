<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\LinksPage\Rest;

use MultiSafepay\PaymentLinks\Links\Application\LinkQueries;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\RequestBody;
use Throwable;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `GET /links` and `GET /links/totals`.
 */
final class LinkListController {

	public function __construct(
		private readonly LinkPages $pages,
		private readonly LinkQueries $queries,
		private readonly ErrorResponse $errors,
	) {}

	public function get_items( WP_REST_Request $request ): WP_REST_Response|WP_Error {
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
			return $this->errors->from_read( $failure );
		}
	}

	/**
	 * Returns the number and total amount of open, paid and expired links that match the filters.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function totals( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			self::refuse_unknown( $request, array_keys( LinkListArguments::filters() ) );

			return new WP_REST_Response( $this->queries->totals(
				LinkListArguments::query( $request->get_params(), get_current_user_id() )
			) );
		} catch ( Throwable $failure ) {
			return $this->errors->from_read( $failure );
		}
	}

	/**
	 * Rejects unknown parameters: with a misspelled filter, the response would contain all links. WordPress reserves
	 * names that start with `_`.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @param list<string> $known Arguments of the route.
	 * @throws InvalidFields With all unknown parameters.
	 */
	private static function refuse_unknown( WP_REST_Request $request, array $known ): void {
		RequestBody::refuse_unknown(
			array_values( array_filter(
				array_keys( $request->get_query_params() ),
				static fn ( int|string $name ): bool => ! str_starts_with( (string) $name, '_' )
					&& 'rest_route' !== $name
			) ),
			$known
		);
	}
}
