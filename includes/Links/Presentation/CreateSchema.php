<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Presentation;

use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkField;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkFields;
use MultiSafepay\PaymentLinks\Links\LinkMessages;
use WP_Error;

/**
 * JSON schema of the create body and the draft. Checks types only: LinkForm and LinkInput check limits and rules, which
 * have translated messages.
 *
 * @phpstan-type Schema array<string, mixed>
 */
final class CreateSchema {

	/**
	 * Returns the arguments of `POST /orders/{id}/links`. Missing fields are prefilled from the order.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function arguments(): array {
		return array_map(
			static function ( array $schema ): array {
				$validate = match ( $schema['type'] ?? null ) {
					'integer'             => 'validate_amount',
					[ 'integer', 'null' ] => 'validate_number',
					'boolean'             => 'validate_flag',
					default               => null,
				};

				return null === $validate ? $schema : $schema + [ 'validate_callback' => [ self::class, $validate ] ];
			},
			self::fields()
		);
	}

	/**
	 * Returns the arguments of `POST /links/{id}/duplicate`. Missing fields are copied from the original.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function duplicate_arguments(): array {
		return self::arguments() + [
			'cancel_original' => self::flag( 'Cancels the original once the new link is there.' ),
			'renew'           => self::flag( 'For the amount due, not for the amount of the original.' ),
		];
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function flag( string $description ): array {
		return [
			'type'              => 'boolean',
			'description'       => $description,
			'validate_callback' => [ self::class, 'validate_flag' ],
		];
	}

	/**
	 * @return true|WP_Error
	 */
	public static function validate_amount( mixed $value ): bool|WP_Error {
		if ( is_int( $value ) || ( is_float( $value ) && floor( $value ) === $value ) ) {
			return true;
		}

		return new WP_Error( 'rest_invalid_type', LinkMessages::amount_format() );
	}

	/**
	 * @return true|WP_Error
	 */
	public static function validate_number( mixed $value ): bool|WP_Error {
		if ( null === $value || is_int( $value ) ) {
			return true;
		}

		return new WP_Error( 'rest_invalid_type', LinkMessages::not_an_integer() );
	}

	/**
	 * @return true|WP_Error
	 */
	public static function validate_flag( mixed $value ): bool|WP_Error {
		if ( is_bool( $value ) ) {
			return true;
		}

		return new WP_Error( 'rest_invalid_type', LinkMessages::not_a_boolean() );
	}

	/**
	 * Returns the schema of `GET /orders/{id}/draft`.
	 *
	 * @param array<string, mixed> $values Additional values, by name.
	 * @param array<string, mixed> $options Additional options, by name.
	 * @return Schema
	 */
	public static function draft( array $values = [], array $options = [] ): array {
		$text      = [ 'type' => 'string' ];
		$name_list = static fn ( string $key ): array => self::list_of(
			[
				$key   => $text,
				'name' => $text,
			]
		);

		return [
			'$schema'              => 'http://json-schema.org/draft-04/schema#',
			'title'                => 'multisafepay_payment_link_draft',
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => [
				'values'   => self::object_schema( self::fields() + $values ),
				'options'  => self::object_schema(
					[
						'sites'     => self::list_of(
							[
								'id'          => $text,
								'label'       => $text,
								'environment' => $text,
								'is_default'  => [ 'type' => 'boolean' ],
								'configured'  => [ 'type' => 'boolean' ],
								'order_id'    => $text,
							]
						),
						'locales'   => $name_list( 'code' ),
						'countries' => $name_list( 'code' ),
						'gateways'  => $name_list( 'id' ),
						'cart'      => self::cart(),
					] + $options
				),
				'warnings' => self::list_of(
					[
						'code'    => $text,
						'message' => $text,
					]
				),
				'balance'  => [ 'type' => [ 'object', 'null' ] ] + self::object_schema(
					[
						'currency' => $text,
						'total'    => [ 'type' => 'integer' ],
						'refunded' => [ 'type' => 'integer' ],
						'received' => [ 'type' => 'integer' ],
						'due'      => [ 'type' => 'integer' ],
						'paid'     => [ 'type' => 'boolean' ],
					]
				),
			],
		];
	}

	/**
	 * Returns the arguments of the draft routes.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function draft_arguments(): array {
		return [
			'gateways' => [
				'type'        => 'string',
				'description' => 'A site: its payment methods for currency and amount are asked of MultiSafepay.',
			],
			'amount'   => [
				'type'    => 'integer',
				'minimum' => 0,
				'maximum' => LinkFields::MAX_AMOUNT,
			],
		];
	}

	/**
	 * @return Schema
	 */
	private static function cart(): array {
		$cart = self::object_schema(
			[
				'items' => self::list_of(
					[
						'name'     => [ 'type' => 'string' ],
						'quantity' => [ 'type' => 'number' ],
						'total'    => [
							'type'        => 'integer',
							'description' => 'With tax, in the currency’s smallest unit.',
						],
					]
				),
				'total' => [ 'type' => 'integer' ],
			]
		);

		return [ 'type' => [ 'object', 'null' ] ] + $cart;
	}

	/**
	 * @return Schema
	 */
	public static function customer(): array {
		return LinkFields::get( 'customer' )->schema;
	}

	/**
	 * Returns all fields of the create body.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private static function fields(): array {
		return array_map( static fn ( LinkField $field ): array => $field->schema, LinkFields::all() );
	}

	/**
	 * @param array<string, mixed> $properties By name.
	 * @return Schema
	 */
	private static function object_schema( array $properties ): array {
		return [
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => $properties,
		];
	}

	/**
	 * @param array<string, mixed> $properties Properties of the objects, by name.
	 * @return Schema
	 */
	public static function list_of( array $properties ): array {
		return [
			'type'  => 'array',
			'items' => self::object_schema( $properties ),
		];
	}
}
