<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn;

use PhpParser\Node\Stmt;

/**
 * Reports differences between the declarations of the stand-in and those of WooCommerce.
 */
final class Conformity {

	public function __construct( private readonly Signatures $original, private readonly Signatures $ours ) {}

	/**
	 * Returns the differences of a class; an empty list for none.
	 *
	 * @return list<string>
	 */
	public function of_class( string $name ): array {
		$original = $this->original->find_class( $name );
		$class    = $this->ours->find_class( $name );
		if ( $original === null || $class === null ) {
			return [ "$name is not a class of the original" ];
		}
		$differences = $original::class === $class::class ? [] : [ "$name is not of the same kind" ];
		foreach ( array_diff( $this->ours->ancestors( $name ), $this->original->ancestors( $name ) ) as $ancestor ) {
			$differences[] = "$name is no $ancestor in the original";
		}
		foreach ( $this->ours->methods( $name ) as $method ) {
			$differences = [
				...$differences,
				...$this->compare( "$name::", $this->original->method( $name, $method->name->toString() ), $method ),
			];
		}
		return [ ...$differences, ...$this->modifiers( $name, $original, $class ), ...$this->members( $name ) ];
	}

	/**
	 * Returns the differences of a function; an empty list for none.
	 *
	 * @return list<string>
	 */
	public function of_function( string $name ): array {
		$ours = $this->ours->find_function( $name );
		return $ours === null
			? [ "$name is not ours" ]
			: $this->compare( '', $this->original->find_function( $name ), $ours );
	}

	/**
	 * @return list<string>
	 */
	private function compare(
		string $prefix,
		Stmt\ClassMethod|Stmt\Function_|null $original,
		Stmt\ClassMethod|Stmt\Function_ $ours,
	): array {
		if ( $original === null ) {
			return [ $prefix . $ours->name->toString() . '() is unknown to the original' ];
		}
		[ $actual, $expected ] = [ Signatures::describe( $ours ), Signatures::describe( $original ) ];
		return $actual === $expected ? [] : [ "$prefix$actual should be $expected" ];
	}

	/**
	 * @return list<string>
	 */
	private function modifiers( string $name, Stmt\ClassLike $original, Stmt\ClassLike $ours ): array {
		if ( ! $original instanceof Stmt\Class_ || ! $ours instanceof Stmt\Class_ ) {
			return [];
		}
		return [
			...( $original->isAbstract() === $ours->isAbstract() ? [] : [ "$name: abstract or not differs" ] ),
			// Other code may extend a class that is not final in the original.
			...( $ours->isFinal() && ! $original->isFinal() ? [ "$name is final, the original is not" ] : [] ),
		];
	}

	/**
	 * @return list<string>
	 */
	private function members( string $name ): array {
		$original_members = [];
		foreach ( [ $name, ...$this->original->ancestors( $name ) ] as $ancestor ) {
			$original_members = [
				...$original_members,
				...$this->member_names( $this->original->find_class( $ancestor ) ),
			];
		}
		return array_values(
			array_map(
				static fn ( string $member ): string => "$name: $member is unknown to the original",
				array_diff( $this->member_names( $this->ours->find_class( $name ) ), $original_members )
			)
		);
	}

	/**
	 * @return list<string> Public properties and constants.
	 */
	private function member_names( ?Stmt\ClassLike $class ): array {
		$names = [];
		foreach ( $class?->getProperties() ?? [] as $property ) {
			foreach ( $property->isPublic() ? $property->props : [] as $name ) {
				$names[] = '$' . $name->name->toString();
			}
		}
		foreach ( $class?->getConstants() ?? [] as $constant ) {
			foreach ( $constant->isPrivate() ? [] : $constant->consts as $name ) {
				$names[] = $name->name->toString();
			}
		}
		return $names;
	}
}
