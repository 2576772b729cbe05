<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Field;

use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;

/**
 * The list of all input fields of a link. The schemas of the REST API, stored JSON, duplicates, the CSV file and the
 * privacy tools are derived from it.
 */
final class LinkFields {

	/**
	 * In the currency's smallest unit. Well below the largest safe integer of JavaScript.
	 */
	public const MAX_AMOUNT = 999_999_999_999;

	private const ADDRESS_FIELDS = [
		'first_name', 'last_name', 'address1', 'house_number', 'zip_code', 'city', 'country', 'phone', 'email',
	];

	private const CUSTOMER_FIELDS = [ 'company_name', 'address2', 'state', 'locale', 'birthday' ];

	/**
	 * The fields of the customer that the link resource contains.
	 */
	private const RESOURCE_CUSTOMER_FIELDS = [ 'first_name', 'last_name', 'email', 'country', 'locale' ];

	/**
	 * @return array<string, LinkField> By name.
	 */
	public static function all(): array {
		/** @var array<string, LinkField>|null $fields */
		static $fields = null;

		return $fields ??= array_column( self::declarations(), null, 'name' );
	}

	public static function get( string $name ): LinkField {
		return self::all()[ $name ];
	}

	/**
	 * @return list<string> Names of the fields that a duplicate copies.
	 */
	public static function copied(): array {
		return self::names( static fn ( LinkField $field ): bool => $field->is_copied );
	}

	/**
	 * @return list<string> Names of the fields in the JSON of the details.
	 */
	public static function stored(): array {
		return self::names( static fn ( LinkField $field ): bool => $field->is_stored );
	}

	/**
	 * @param callable(LinkField): bool $filter
	 * @return list<string>
	 */
	private static function names( callable $filter ): array {
		return array_column( array_filter( self::all(), $filter ), 'name' );
	}

	/**
	 * @return list<LinkField>
	 */
	private static function declarations(): array {
		$text          = [ 'type' => 'string' ];
		$optional_text = [ 'type' => [ 'string', 'null' ] ];
		$flag          = [ 'type' => 'boolean' ];
		$amount        = [
			'type'        => 'integer',
			'description' => 'In the currency’s smallest unit.',
		];
		$kinds         = array_column( LinkKind::cases(), 'value' );
		$number        = [
			'type'    => [ 'integer', 'null' ],
			'maximum' => self::MAX_AMOUNT,
		];

		return [
			new LinkField(
				'amount',
				$amount + [ 'maximum' => self::MAX_AMOUNT ],
				$amount,
				is_stored: false,
				is_in_csv: true
			),
			new LinkField(
				'currency',
				$text,
				$text + [ 'pattern' => '^[A-Z]{3}$' ],
				is_stored: false,
				is_in_csv: true
			),
			new LinkField( 'site', $text, $text, is_stored: false, is_in_csv: true ),
			new LinkField(
				'order_id',
				$optional_text,
				$text + [ 'maxLength' => OrderId::MAX_LENGTH ],
				is_stored: false,
				is_copied: false
			),
			new LinkField(
				'kind',
				[
					'type' => [ 'string', 'null' ],
					'enum' => [ ...$kinds, null ],
				],
				$text + [ 'enum' => $kinds ],
				is_stored: false,
				is_copied: false
			),
			new LinkField( 'description', $text, $text, is_personal: true, is_in_privacy_export: true ),
			new LinkField( 'days_active', $number, is_stored: false ),
			new LinkField( 'seconds_active', $number ),
			new LinkField( 'second_chance', $flag, $flag ),
			new LinkField( 'gateway', $optional_text, $optional_text ),
			new LinkField(
				'customer',
				self::object_schema( [ ...self::ADDRESS_FIELDS, ...self::CUSTOMER_FIELDS ], $optional_text ),
				self::object_schema( self::RESOURCE_CUSTOMER_FIELDS, $text ),
				is_personal: true,
				is_in_privacy_export: true
			),
			new LinkField(
				'delivery',
				[ 'type' => [ 'object', 'null' ] ] + self::object_schema( self::ADDRESS_FIELDS, $optional_text ),
				is_personal: true,
				is_in_privacy_export: true
			),
			new LinkField( 'include_cart', $flag, $flag ),
			new LinkField( 'redirect_url', $optional_text, is_personal: true ),
			new LinkField( 'cancel_url', $optional_text, is_personal: true ),
			new LinkField( 'note', $optional_text, $text, is_personal: true, is_in_privacy_export: true ),
			new LinkField(
				'confirm_amount',
				$flag + [ 'description' => 'The customer may pay more than the order still owes.' ],
				is_stored: false,
				is_copied: false
			),
			new LinkField( 'idempotency_key', $text, is_stored: false, is_copied: false ),
		];
	}

	/**
	 * @param list<string> $names
	 * @param array<string, mixed> $schema Schema of each property.
	 * @return array<string, mixed>
	 */
	private static function object_schema( array $names, array $schema ): array {
		return [
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => array_fill_keys( $names, $schema ),
		];
	}
}
