<?php
/**
 * Holds one set of declarations against another.
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn;

use PhpParser\Node\Stmt;

/**
 * Says where ours departs from the original.
 */
final class Conformity {

	public function __construct( private readonly Signatures $original, private readonly Signatures $ours ) {}

	/**
	 * Returns what is wrong with our class; an empty list when nothing is.
	 *
	 * @return list<string>
	 */
	public function of_class( string $name ): array {
		$original = $this->original->find_class( $name );
		$class    = $this->ours->find_class( $name );
		if ( $original === null || $class === null ) {
			return [ "$name is not a class of the original" ];
		}
		$wrong = $original::class === $class::class ? [] : [ "$name is not of the same kind" ];
		foreach ( array_diff( $this->ours->ancestors( $name ), $this->original->ancestors( $name ) ) as $ancestor ) {
			$wrong[] = "$name is no $ancestor in the original";
		}
		foreach ( $this->ours->methods( $name ) as $method ) {
			$wrong = [ ...$wrong, ...$this->compare( "$name::", $this->original->method( $name, $method->name->toString() ), $method ) ];
		}
		return [ ...$wrong, ...$this->modifiers( $name, $original, $class ), ...$this->members( $name ) ];
	}

	/**
	 * Returns what is wrong with our function; an empty list when nothing is.
	 *
	 * @return list<string>
	 */
	public function of_function( string $name ): array {
		$ours = $this->ours->find_function( $name );
		return $ours === null ? [ "$name is not ours" ] : $this->compare( '', $this->original->find_function( $name ), $ours );
	}

	/**
	 * @return list<string>
	 */
	private function compare( string $prefix, Stmt\ClassMethod|Stmt\Function_|null $original, Stmt\ClassMethod|Stmt\Function_ $ours ): array {
		if ( $original === null ) {
			return [ $prefix . $ours->name->toString() . '() is unknown to the original' ];
		}
		[ $is, $wants ] = [ Signatures::describe( $ours ), Signatures::describe( $original ) ];
		return $is === $wants ? [] : [ "$prefix$is should be $wants" ];
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
			// What the original leaves open, others may extend.
			...( $ours->isFinal() && ! $original->isFinal() ? [ "$name is final, the original is not" ] : [] ),
		];
	}

	/**
	 * @return list<string>
	 */
	private function members( string $name ): array {
		$known = [];
		foreach ( [ $name, ...$this->original->ancestors( $name ) ] as $ancestor ) {
			$known = [ ...$known, ...$this->member_names( $this->original->find_class( $ancestor ) ) ];
		}
		return array_values(
			array_map(
				static fn ( string $member ): string => "$name: $member is unknown to the original",
				array_diff( $this->member_names( $this->ours->find_class( $name ) ), $known )
			)
		);
	}

	/**
	 * @return list<string> Public properties and constants.
	 */
	private function member_names( ?Stmt\ClassLike $one ): array {
		$found = [];
		foreach ( $one?->getProperties() ?? [] as $property ) {
			foreach ( $property->isPublic() ? $property->props : [] as $name ) {
				$found[] = '$' . $name->name->toString();
			}
		}
		foreach ( $one?->getConstants() ?? [] as $constant ) {
			foreach ( $constant->isPrivate() ? [] : $constant->consts as $name ) {
				$found[] = $name->name->toString();
			}
		}
		return $found;
	}
}
