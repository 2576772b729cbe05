<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\LinksPage\Rest;

use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use WP_Error;

/**
 * Arguments of the list of links, with the schemas that WordPress validates, and their conversion to a query.
 */
final class LinkListArguments {

	/**
	 * Returns the filters; they also apply to the totals and the export.
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
			'alert'       => self::flag( 'Somebody has to look at it.' ),
		];
	}

	/**
	 * Returns the arguments for filters, sorting and paging.
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
	 * @param array<mixed> $arguments By name; valid according to the schema.
	 */
	public static function query( array $arguments, int $user_id ): LinkQuery {
		// wpdb rejects a statement with invalid UTF-8.
		$text   = static fn ( string $name ): string => is_scalar( $arguments[ $name ] ?? null )
			? trim( mb_scrub( (string) $arguments[ $name ], 'UTF-8' ) )
			: '';
		$flag   = static fn ( string $name ): bool => rest_sanitize_boolean( $text( $name ) );
		$number = static fn ( string $name, int $default ): int => is_numeric( $arguments[ $name ] ?? null )
			? (int) $arguments[ $name ]
			: $default;

		$statuses = [];
		foreach ( wp_parse_list(
			is_array( $arguments['status'] ?? null ) ? $arguments['status'] : $text( 'status' )
		) as $value ) {
			$status = is_string( $value ) ? LinkStatus::tryFrom( $value ) : null;
			if ( null !== $status ) {
				$statuses[ $status->value ] = $status;
			}
		}

		return new LinkQuery(
			search: $text( 'search' ),
			statuses: array_values( $statuses ),
			site: $text( 'site' ),
			environment: Environment::tryFrom( $text( 'environment' ) ),
			expiring: $flag( 'expiring' ),
			stale: $flag( 'stale' ),
			alert: $flag( 'alert' ),
			created_by: $flag( 'mine' ) ? $user_id : 0,
			orderby: '' === $text( 'orderby' ) ? 'created_at' : $text( 'orderby' ),
			ascending: 'asc' === $text( 'order' ),
			page: max( 1, $number( 'page', 1 ) ),
			per_page: max( 1, $number( 'per_page', 20 ) ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function flag( string $description ): array {
		return [
			'type'        => 'boolean',
			'description' => $description,
		];
	}

	/**
	 * Validates statuses. The error message names the filter without the index of the invalid value.
	 */
	private static function validate_statuses( mixed $value ): bool|WP_Error {
		$result = rest_validate_value_from_schema(
			$value,
			array_diff_key( self::filters()['status'], [ 'validate_callback' => 0 ] ),
			'status'
		);

		return $result instanceof WP_Error
			? new WP_Error(
				'rest_invalid_param',
				(string) preg_replace( '/\[\d+\]/', '', $result->get_error_message() )
			)
			: true;
	}
}
