<?php
/**
 * Arguments of the list of links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use WP_Error;

/**
 * What a list can be asked for, with the schema that WordPress checks it against, and how that becomes a query.
 */
final class LinkListArguments {

	/**
	 * Returns the filters, which totals and export know, too.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function filters(): array {
		return [
			'search'      => [
				'type'        => 'string',
				'maxLength'   => 100,
				'description' => 'The beginning of an order number, order ID, name or e-mail address.',
			],
			'status'      => [
				'type'        => 'array',
				'items'       => [
					'type' => 'string',
					'enum' => array_column( LinkStatus::cases(), 'value' ),
				],
				'maxItems'    => count( LinkStatus::cases() ),
				'description' => 'As links read now: an unpaid one past its time is expired.',
				'validate_callback' => self::validate_statuses( ... ),
			],
			'site'        => [
				'type'      => 'string',
				'maxLength' => 32,
			],
			'environment' => [
				'type' => 'string',
				'enum' => array_column( Environment::cases(), 'value' ),
			],
			'expiring'    => self::flag( 'Open, and over within 48 hours.' ),
			'stale'       => self::flag( 'Open, and not what the order owes.' ),
			'mine'        => self::flag( 'Made by whoever asks.' ),
			'alarm'       => self::flag( 'Somebody has to look at it.' ),
		];
	}

	/**
	 * Returns filters, order and page.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function all(): array {
		return self::filters() + [
			'orderby'  => [
				'type'    => 'string',
				'enum'    => LinkQuery::SORTS,
				'default' => 'created_at',
			],
			'order'    => [
				'type'    => 'string',
				'enum'    => [ 'asc', 'desc' ],
				'default' => 'desc',
			],
			'page'     => [
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 1_000_000,
				'default' => 1,
			],
			'per_page' => [
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => 100,
				'default' => 20,
			],
		];
	}

	/**
	 * Returns the query of arguments that fit the schema.
	 *
	 * @param array<mixed> $arguments By name.
	 * @param int          $user_id   Who asks.
	 */
	public static function query( array $arguments, int $user_id ): LinkQuery {
		// WordPress refuses a whole statement for one byte that is no UTF-8.
		$text   = static fn ( string $name ): string => is_scalar( $arguments[ $name ] ?? null ) ? trim( mb_scrub( (string) $arguments[ $name ], 'UTF-8' ) ) : '';
		$flag   = static fn ( string $name ): bool => rest_sanitize_boolean( $text( $name ) );
		$number = static fn ( string $name, int $otherwise ): int => is_numeric( $arguments[ $name ] ?? null ) ? (int) $arguments[ $name ] : $otherwise;

		$statuses = [];
		foreach ( wp_parse_list( is_array( $arguments['status'] ?? null ) ? $arguments['status'] : $text( 'status' ) ) as $status ) {
			$known = is_string( $status ) ? LinkStatus::tryFrom( $status ) : null;
			if ( null !== $known ) {
				$statuses[ $known->value ] = $known;
			}
		}

		return new LinkQuery(
			search: $text( 'search' ),
			statuses: array_values( $statuses ),
			site: $text( 'site' ),
			environment: Environment::tryFrom( $text( 'environment' ) ),
			expiring: $flag( 'expiring' ),
			stale: $flag( 'stale' ),
			alarm: $flag( 'alarm' ),
			created_by: $flag( 'mine' ) ? $user_id : 0,
			orderby: '' === $text( 'orderby' ) ? 'created_at' : $text( 'orderby' ),
			ascending: 'asc' === $text( 'order' ),
			page: max( 1, $number( 'page', 1 ) ),
			per_page: max( 1, $number( 'per_page', 20 ) ),
		);
	}

	/**
	 * Returns the schema of a filter that is on or off.
	 *
	 * @return array<string, mixed>
	 */
	private static function flag( string $description ): array {
		return [
			'type'        => 'boolean',
			'description' => $description,
		];
	}

	/**
	 * Checks states; the words name the filter, not the place in it.
	 *
	 * @param mixed $value As it was sent.
	 */
	private static function validate_statuses( mixed $value ): bool|WP_Error {
		$valid = rest_validate_value_from_schema( $value, array_diff_key( self::filters()['status'], [ 'validate_callback' => 0 ] ), 'status' );

		return $valid instanceof WP_Error ? new WP_Error( 'rest_invalid_param', (string) preg_replace( '/\[\d+\]/', '', $valid->get_error_message() ) ) : true;
	}
}
