<?php
/**
 * Requests that do not fit their schema.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use WP_Error;
use WP_REST_Request;

/**
 * Gives every malformed request one shape: 400 `rest_invalid_param` with `data.params` by field.
 */
final class RequestErrors {

	/**
	 * Takes the maker of errors.
	 */
	public function __construct( private readonly ErrorResponse $errors ) {}

	/**
	 * Adds the hook.
	 */
	public function boot(): void {
		add_filter( 'rest_request_after_callbacks', [ $this, 'normalise' ], 10, 3 );
	}

	/**
	 * Rewrites WordPress's own errors on our routes.
	 *
	 * @param mixed                                 $response Whatever the route returned.
	 * @param mixed                                 $handler  The route.
	 * @param WP_REST_Request<array<string, mixed>> $request  The request.
	 */
	public function normalise( mixed $response, mixed $handler, WP_REST_Request $request ): mixed {
		if ( ! $response instanceof WP_Error || ! str_starts_with( $request->get_route(), '/' . RestNamespace::V1 . '/' ) ) {
			return $response;
		}

		$data   = $response->get_error_data();
		$params = is_array( $data ) && is_array( $data['params'] ?? null ) ? $data['params'] : [];

		switch ( $response->get_error_code() ) {
			case 'rest_invalid_json':
				return $this->errors->invalid( [ new InvalidValue( 'body', 'invalid_json' ) ] );
			case 'rest_missing_callback_param':
				$missing = array_values( array_map( static fn ( string $name ): InvalidValue => new InvalidValue( $name, 'required' ), array_filter( $params, 'is_string' ) ) );

				return [] === $missing ? $response : $this->errors->invalid( $missing );
			case 'rest_invalid_param':
				$details = is_array( $data ) && is_array( $data['details'] ?? null ) ? $data['details'] : [];

				return [] === $details ? $response : $this->errors->invalid_words( $this->named_exactly( $params, $details ) );
			default:
				return $response;
		}
	}

	/**
	 * Names nested fields with dots: WordPress says `customer[email]` in the words and only `customer` in the key.
	 *
	 * @param array<mixed> $params  Words by field.
	 * @param array<mixed> $details WordPress's errors by field.
	 * @return array<string, string>
	 */
	private function named_exactly( array $params, array $details ): array {
		$named = [];
		foreach ( $params as $field => $words ) {
			$field   = (string) $field;
			$words   = is_string( $words ) ? $words : '';
			$detail  = $details[ $field ] ?? null;
			$unknown = is_array( $detail ) && 'rest_additional_properties_forbidden' === ( $detail['code'] ?? null );
			if ( $unknown && 1 === preg_match( '/\A(\w+) /', $words, $match ) ) {
				$named[ $field . '.' . $match[1] ] = $this->errors->words( new InvalidValue( $field, 'unknown_field' ) );
			} elseif ( 1 === preg_match( '/\b' . preg_quote( $field, '/' ) . '\[(\w+)\]/', $words, $match ) ) {
				$named[ $field . '.' . $match[1] ] = $words;
			} else {
				$named[ $field ] = $words;
			}
		}

		return $named;
	}

	/**
	 * Returns the fields of the body; a field that the route does not know is an error, since a typing mistake in an
	 * optional one would otherwise pass in silence.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 * @param list<string>                          $known   Fields of the route.
	 * @return array<string, mixed>
	 * @throws InvalidFields When there are others.
	 * @throws InvalidValue  When it is no object.
	 */
	public static function body( WP_REST_Request $request, array $known ): array {
		$json = self::decoded( $request );
		if ( null !== $json && ( ! is_array( $json ) || ( [] !== $json && array_is_list( $json ) ) ) ) {
			throw new InvalidValue( 'body', 'not_an_object' );
		}

		$sent = [ ...( $json ?? [] ), ...$request->get_body_params() ];
		self::refuse_unknown( array_keys( $sent ), $known );

		return array_intersect_key( $request->get_params(), $sent );
	}

	/**
	 * Refuses names that a route does not know.
	 *
	 * @param list<int|string> $sent  Names that came.
	 * @param list<string>     $known Names of the route.
	 * @throws InvalidFields When there are others.
	 */
	public static function refuse_unknown( array $sent, array $known ): void {
		$unknown = array_values( array_diff( array_map( 'strval', $sent ), $known ) );
		if ( [] !== $unknown ) {
			throw new InvalidFields( array_map( static fn ( string $name ): InvalidValue => new InvalidValue( $name, 'unknown_field' ), $unknown ) );
		}
	}

	/**
	 * Returns the JSON body, which need not be an object, whatever WordPress promises; null when there is none.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private static function decoded( WP_REST_Request $request ): mixed {
		return $request->get_json_params();
	}
}
