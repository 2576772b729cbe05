<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain\Field;

use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\Delivery;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkField;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkFields;
use MultiSafepay\PaymentLinks\Links\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;
use ReflectionClass;
use ReflectionMethod;
use ReflectionProperty;

#[CoversClass( LinkFields::class )]
#[CoversClass( LinkField::class )]
final class LinkFieldsTest extends TestCase {

	public function test_every_input_value_and_every_detail_is_declared(): void {
		$declared = array_keys( LinkFields::all() );

		self::assertEqualsCanonicalizing(
			array_values( array_diff( $declared, [ 'days_active' ] ) ),
			array_values( array_diff( self::properties( LinkInput::class ), [ 'errors' ] ) )
		);
		self::assertSame( [], array_diff( self::properties( LinkDetails::class ), $declared ) );
	}

	public function test_every_detail_is_stored_or_has_a_column(): void {
		$with_column = [ 'amount', 'currency' ];

		self::assertEqualsCanonicalizing(
			self::properties( LinkDetails::class ),
			[ 'amount', ...array_diff( LinkFields::stored(), $with_column ) ]
		);
	}

	public function test_a_duplicate_copies_all_details(): void {
		$details = self::details();

		self::assertEquals(
			$details,
			LinkInput::of( $details, LinkFields::copied() )->details( $details->amount )
		);
	}

	public function test_erasing_removes_exactly_the_personal_fields(): void {
		$before = get_object_vars( self::details() );
		$after  = get_object_vars( self::details()->without_personal_data() );
		$erased = array_keys( array_filter(
			$before,
			static fn ( mixed $value, string $name ): bool => serialize( $value ) !== serialize( $after[ $name ] ),
			ARRAY_FILTER_USE_BOTH
		) );

		self::assertSame(
			array_column(
				array_filter( LinkFields::all(), static fn ( LinkField $field ): bool => $field->is_personal ),
				'name'
			),
			$erased
		);
	}

	/**
	 * Returns details in which no field is empty.
	 */
	private static function details(): LinkDetails {
		$objects = [
			Money::class    => new Money( 8000, new Currency( 'EUR' ) ),
			Customer::class => Customer::from_input( [ 'email' => 'eva@example.com' ] ),
			Delivery::class => Delivery::from_input(
				[
					'first_name'   => 'Eva',
					'last_name'    => 'Visser',
					'address1'     => 'Kalverstraat',
					'house_number' => '1',
					'zip_code'     => '1012 AB',
					'city'         => 'Amsterdam',
					'country'      => 'NL',
				]
			),
		];
		$values  = [];
		foreach ( ( new ReflectionMethod( LinkDetails::class, '__construct' ) )->getParameters() as $parameter ) {
			$type     = trim( (string) $parameter->getType(), '?' );
			$values[] = match ( $type ) {
				'string' => 'a text',
				'int'    => 86_400,
				'bool'   => true,
				default  => $objects[ $type ] ?? self::fail( "There is no example of $type." ),
			};
		}

		return ( new ReflectionClass( LinkDetails::class ) )->newInstanceArgs( $values );
	}

	/**
	 * @param class-string $class
	 * @return list<string>
	 */
	private static function properties( string $class ): array {
		return array_map(
			static fn ( ReflectionProperty $property ): string => $property->getName(),
			( new ReflectionClass( $class ) )->getProperties()
		);
	}
}
