<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Presentation;

use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkField;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkFields;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;

/**
 * The values of a link's input fields for the places that show them, see LinkFields.
 */
final class FieldValues {

	private function __construct() {}

	/**
	 * Returns the fields of the link resource. An object contains only the properties of its schema.
	 *
	 * @return array<string, mixed> By name.
	 */
	public static function resource( PaymentLink $link ): array {
		$values   = self::all( $link );
		$resource = [];
		foreach ( LinkFields::all() as $name => $field ) {
			$value = $values[ $name ] ?? null;
			if ( null !== $field->resource_schema ) {
				$properties        = $field->resource_schema['properties'] ?? null;
				$resource[ $name ] = is_array( $value ) && is_array( $properties )
					? array_intersect_key( $value, $properties )
					: $value;
			}
		}

		return $resource;
	}

	/**
	 * Returns fields as texts.
	 *
	 * @param callable(LinkField): bool $filter
	 * @return array<string, string> By name.
	 */
	public static function texts( PaymentLink $link, callable $filter ): array {
		$values = [ 'amount' => $link->details->amount->to_decimal() ] + self::all( $link );

		return array_map(
			static fn ( LinkField $field ): string => self::text( $values[ $field->name ] ?? null ),
			array_filter( LinkFields::all(), $filter )
		);
	}

	/**
	 * @return array<string, mixed> By name, as in the create body.
	 */
	private static function all( PaymentLink $link ): array {
		return [
			'site'     => $link->site_id,
			'order_id' => $link->order_id->value,
			'kind'     => $link->kind->value,
		] + LinkInput::of( $link->details, array_keys( LinkFields::all() ) )->to_array();
	}

	private static function text( mixed $value ): string {
		if ( is_array( $value ) ) {
			$texts = array_map( self::text( ... ), $value );

			return implode( ', ', array_filter( $texts, static fn ( string $text ): bool => '' !== $text ) );
		}

		return is_scalar( $value ) ? (string) $value : '';
	}
}
