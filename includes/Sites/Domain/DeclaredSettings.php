<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use BackedEnum;
use LogicException;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\Required;
use ReflectionClass;
use ReflectionParameter;
use Stringable;

/**
 * Reads the settings that the constructors of Settings and SiteSettings declare.
 */
final class DeclaredSettings {

	/**
	 * Reflection is slow, and a request loads the settings several times.
	 *
	 * @var array<class-string, array<string, Setting>>
	 */
	private static array $declared = [];

	/**
	 * @param class-string $owner Settings or SiteSettings.
	 * @return array<string, Setting> By name, in the order of the constructor.
	 */
	public static function of( string $owner ): array {
		return self::$declared[ $owner ] ??= self::read( $owner );
	}

	/**
	 * Returns the values in the format of requests and of the database.
	 *
	 * @return array<string, bool|int|string>
	 */
	public static function to_array( Settings|SiteSettings $owner ): array {
		return array_map(
			self::plain( ... ),
			array_intersect_key( get_object_vars( $owner ), self::of( $owner::class ) )
		);
	}

	/**
	 * Returns the valid values of a stored array that differ from the default, with the types of the parameters.
	 *
	 * @param class-string $owner
	 * @param array<mixed> $stored
	 * @return array<string, mixed>
	 */
	public static function valid_values( string $owner, array $stored ): array {
		$values = [];
		foreach ( self::of( $owner ) as $name => $setting ) {
			if ( ! isset( $stored[ $name ] ) || $stored[ $name ] === $setting->default ) {
				continue;
			}
			try {
				$values[ $name ] = $setting->rule()->read( $name, $stored[ $name ] );
			} catch ( InvalidValue ) {
				continue;
			}
		}

		return $values;
	}

	/**
	 * Calls the constructor. Missing values get their default.
	 *
	 * @template T of Settings|SiteSettings
	 * @param class-string<T> $owner
	 * @param array<mixed> $values By name of the parameter.
	 * @return T
	 */
	public static function create( string $owner, array $values ): Settings|SiteSettings {
		return ( new ReflectionClass( $owner ) )->newInstanceArgs( $values );
	}

	/**
	 * @param class-string $owner
	 * @return array<string, Setting>
	 */
	private static function read( string $owner ): array {
		$settings = [];
		foreach ( ( new ReflectionClass( $owner ) )->getConstructor()?->getParameters() ?? [] as $parameter ) {
			foreach ( $parameter->getAttributes() as $attribute ) {
				if ( Required::class !== $attribute->getName() ) {
					$settings[ $parameter->name ] = new Setting(
						$parameter->name,
						$attribute,
						[] !== $parameter->getAttributes( Required::class ),
						self::default_of( $parameter )
					);
				}
			}
		}

		return $settings;
	}

	private static function default_of( ReflectionParameter $parameter ): bool|int|string|null {
		return $parameter->isDefaultValueAvailable() ? self::plain( $parameter->getDefaultValue() ) : null;
	}

	private static function plain( mixed $value ): bool|int|string {
		return match ( true ) {
			$value instanceof BackedEnum => $value->value,
			$value instanceof Stringable => (string) $value,
			is_bool( $value ), is_int( $value ), is_string( $value ) => $value,
			default => throw new LogicException( 'A setting must be a flag, a number or a text.' ),
		};
	}
}
