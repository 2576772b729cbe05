<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Rest;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use WP_REST_Request;

/**
 * Reads the body and the path of a REST request.
 */
final class RequestBody {

	/**
	 * Returns the fields of the body. An unknown field is an error: a misspelled optional field would otherwise be
	 * ignored.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @param list<string> $allowed
	 * @return array<string, mixed>
	 * @throws InvalidFields If there are unknown fields.
	 * @throws InvalidValue If the body is not an object.
	 */
	public static function fields( WP_REST_Request $request, array $allowed ): array {
		$json = self::json( $request );
		if ( null !== $json && ( ! is_array( $json ) || ( [] !== $json && array_is_list( $json ) ) ) ) {
			throw new InvalidValue( 'body', 'not_an_object' );
		}

		$sent = [ ...( $json ?? [] ), ...$request->get_body_params() ];
		self::refuse_unknown( array_keys( $sent ), $allowed );

		return array_intersect_key( $request->get_params(), $sent );
	}

	/**
	 * @param list<int|string> $sent
	 * @param list<string> $allowed
	 * @throws InvalidFields If there are unknown fields.
	 */
	public static function refuse_unknown( array $sent, array $allowed ): void {
		$unknown = array_values( array_diff( array_map( 'strval', $sent ), $allowed ) );
		if ( [] !== $unknown ) {
			throw new InvalidFields( array_map(
				static fn ( string $name ): InvalidValue => new InvalidValue( $name, 'unknown_field' ),
				$unknown
			) );
		}
	}

	/**
	 * Returns an ID from the path.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public static function id( WP_REST_Request $request, string $name = 'id' ): int {
		$id = $request->get_url_params()[ $name ] ?? 0;

		return is_numeric( $id ) ? (int) $id : 0;
	}

	/**
	 * Returns the decoded JSON body, or null without one. It may have any type, in spite of WordPress's annotation.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private static function json( WP_REST_Request $request ): mixed {
		return $request->get_json_params();
	}
}
