<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Rest;

use MultiSafepay\PaymentLinks\NewOrders\Domain\FoundCustomer;
use MultiSafepay\PaymentLinks\NewOrders\WooCommerce\CustomerSearch;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Domain\PlainText;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use Throwable;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `GET /customers`: searches customers for a phone order.
 */
final class CustomersController {

	private const MIN_LENGTH = 2;
	private const MAX_LENGTH = 100;

	public function __construct(
		private readonly CustomerSearch $search,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function find( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			$per_page = $request->get_param( 'per_page' );

			return new WP_REST_Response( array_map(
				self::present( ... ),
				$this->search->find(
					self::search_text( $request ),
					is_int( $per_page ) ? $per_page : NewOrderSchema::CUSTOMERS_PER_PAGE
				)
			) );
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws InvalidValue When the search text is too short or too long.
	 */
	private static function search_text( WP_REST_Request $request ): string {
		$search = $request->get_param( 'search' );
		$text   = new PlainText( is_string( $search ) ? $search : '' );
		if ( $text->length() < self::MIN_LENGTH ) {
			throw new InvalidValue( 'search', 'too_short', [ 'min' => self::MIN_LENGTH ] );
		}
		if ( $text->length() > self::MAX_LENGTH ) {
			throw new InvalidValue( 'search', 'too_long', [ 'max' => self::MAX_LENGTH ] );
		}

		return $text->value;
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function present( FoundCustomer $found ): array {
		return [
			'id'       => $found->id,
			'name'     => $found->name(),
			'email'    => $found->customer->email,
			'is_guest' => 0 === $found->id,
			'customer' => $found->customer->to_array(),
		] + ( null === $found->orders ? [] : [ 'orders' => $found->orders ] );
	}
}
