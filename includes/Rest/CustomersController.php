<?php
/**
 * Looking for customers.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\FoundCustomer;
use MultiSafepay\PaymentLinks\Domain\PlainText;
use MultiSafepay\PaymentLinks\WooCommerce\CustomerSearch;
use Throwable;
use WP_Error;
use WP_REST_Controller;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * `GET /customers`: who a phone order may be for.
 */
final class CustomersController extends WP_REST_Controller {

	private const MIN_SEARCH = 2;
	private const MAX_SEARCH = 100;
	private const PER_PAGE   = 10;
	private const MAX_PAGE   = 50;

	/**
	 * Takes the search.
	 */
	public function __construct(
		private readonly RouteGuard $guard,
		private readonly CustomerSearch $search,
		private readonly PhoneOrderSchema $phone_schema,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		register_rest_route(
			RestNamespace::V1,
			'/customers',
			[
				[
					'methods'             => WP_REST_Server::READABLE,
					'callback'            => $this->find( ... ),
					'permission_callback' => [ $this->guard, 'finds_customers' ],
					'args'                => [
						// Not `required`: WordPress would tell strangers so before it asks who they are.
						'search'   => [
							'type'        => 'string',
							'description' => 'The beginning of an e-mail address or of one of the names.',
						],
						'per_page' => [
							'type'    => 'integer',
							'minimum' => 1,
							'maximum' => self::MAX_PAGE,
							'default' => self::PER_PAGE,
						],
					],
				],
				'schema' => [ $this->phone_schema, 'customer' ],
			]
		);
	}

	/**
	 * Returns who may be meant.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private function find( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			$per_page = $request->get_param( 'per_page' );

			return new WP_REST_Response( array_map( self::presented( ... ), $this->search->find( self::text( $request ), is_int( $per_page ) ? $per_page : self::PER_PAGE ) ) );
		} catch ( Throwable $failure ) {
			return $this->errors->of( $failure );
		}
	}

	/**
	 * Returns what is looked for.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 * @throws InvalidValue When it is too short or too long.
	 */
	private static function text( WP_REST_Request $request ): string {
		$search = $request->get_param( 'search' );
		$text   = new PlainText( is_string( $search ) ? $search : '' );
		if ( $text->length() < self::MIN_SEARCH ) {
			throw new InvalidValue( 'search', 'too_short', [ 'min' => self::MIN_SEARCH ] );
		}
		if ( $text->length() > self::MAX_SEARCH ) {
			throw new InvalidValue( 'search', 'too_long', [ 'max' => self::MAX_SEARCH ] );
		}

		return $text->value;
	}

	/**
	 * Returns the resource.
	 *
	 * @return array<string, mixed>
	 */
	private static function presented( FoundCustomer $found ): array {
		return [
			'id'       => $found->id,
			'name'     => $found->name(),
			'email'    => $found->customer->email,
			'is_guest' => 0 === $found->id,
			'customer' => $found->customer->to_array(),
		] + ( null === $found->orders ? [] : [ 'orders' => $found->orders ] );
	}
}
