<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Presentation;

use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkField;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkFields;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;

/**
 * JSON schemas of the responses of the link routes.
 *
 * @phpstan-type Schema array<string, mixed>
 */
final class LinkSchema {

	/**
	 * @return Schema
	 */
	public static function link(): array {
		return self::object_schema( 'multisafepay_payment_link', self::fields() );
	}

	/**
	 * @return Schema
	 */
	public static function link_with_events(): array {
		$events = [
			'type'  => 'array',
			'items' => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => [
					'at'      => self::time( 'string' ),
					'by'      => self::person( [ 'object', 'null' ] ),
					'source'  => [
						'type' => 'string',
						'enum' => [ Actor::STAFF, Actor::SYSTEM, Actor::PROVIDER ],
					],
					'from'    => [ 'type' => [ 'string', 'null' ] ],
					'to'      => [
						'type' => 'string',
						'enum' => array_column( LinkStatus::cases(), 'value' ),
					],
					'reason'  => [ 'type' => 'string' ],
					'message' => [ 'type' => 'string' ],
					'detail'  => [ 'type' => 'string' ],
				],
			],
		];

		return self::object_schema(
			'multisafepay_payment_link_with_events',
			[
				...self::fields(),
				'events' => $events,
				'phone'  => [ 'type' => 'string' ],
			]
		);
	}

	/**
	 * Returns the schema of a total of several links.
	 *
	 * @return Schema
	 */
	public static function total(): array {
		return self::object_schema(
			'multisafepay_payment_link_total',
			[
				'state'       => [
					'type' => 'string',
					'enum' => [ 'open', 'paid', 'expired' ],
				],
				'environment' => [
					'type' => 'string',
					'enum' => array_column( Environment::cases(), 'value' ),
				],
				'currency'    => [ 'type' => 'string' ],
				'count'       => [ 'type' => 'integer' ],
				'amount'      => [
					'type'        => 'integer',
					'description' => 'In the currency’s smallest unit.',
				],
			]
		);
	}

	/**
	 * @param array<string, mixed> $properties By name.
	 * @return Schema
	 */
	private static function object_schema( string $title, array $properties ): array {
		return [
			'$schema'              => 'http://json-schema.org/draft-04/schema#',
			'title'                => $title,
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => $properties,
		];
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function fields(): array {
		$text     = [ 'type' => 'string' ];
		$optional = [ 'type' => [ 'string', 'null' ] ];
		$id       = [ 'type' => 'integer' ];

		return [
			'id'              => $id,
			'wc_order_id'     => $id,
			'wc_order_number' => $text,
			...self::input_fields(),
			'environment'     => $text + [ 'enum' => array_column( Environment::cases(), 'value' ) ],
			'status'          => $text + [ 'enum' => array_column( LinkStatus::cases(), 'value' ) ],
			'payment_url'     => $optional + [ 'format' => 'uri' ],
			'created_at'      => self::time( 'string' ),
			'created_by'      => self::person( 'object' ),
			'expires_at'      => self::time( [ 'string', 'null' ] ),
			'paid_at'         => self::time( [ 'string', 'null' ] ),
			'transaction_id'  => $optional,
			'payment_method'  => $optional,
			'duplicate_of'    => [ 'type' => [ 'integer', 'null' ] ],
			'stale'           => [ 'type' => 'boolean' ],
			'edit_url'        => $text,
			'status_reason'   => $optional,
			'sent_at'         => self::time( [ 'string', 'null' ] ),
			'alert'           => [
				'type'                 => [ 'object', 'null' ],
				'additionalProperties' => false,
				'properties'           => [
					'code'    => $text + [ 'enum' => array_column( PaymentAlert::cases(), 'value' ) ],
					'message' => $text,
					'can_be_accepted' => [ 'type' => 'boolean' ],
				],
			],
		];
	}

	/**
	 * @return array<string, array<string, mixed>> By name.
	 */
	private static function input_fields(): array {
		return array_filter(
			array_map( static fn ( LinkField $field ): ?array => $field->resource_schema, LinkFields::all() ),
			static fn ( ?array $schema ): bool => null !== $schema
		);
	}

	/**
	 * @param string|list<string> $type JSON type.
	 * @return Schema
	 */
	private static function time( string|array $type ): array {
		return [
			'type'        => $type,
			'format'      => 'date-time',
			'description' => 'UTC.',
		];
	}

	/**
	 * @param string|list<string> $type JSON type.
	 * @return Schema
	 */
	private static function person( string|array $type ): array {
		return [
			'type'                 => $type,
			'additionalProperties' => false,
			'properties'           => [
				'id'   => [ 'type' => 'integer' ],
				'name' => [ 'type' => 'string' ],
			],
		];
	}
}
