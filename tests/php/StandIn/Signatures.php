<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn;

use PhpParser\Node;
use PhpParser\Node\Stmt;
use PhpParser\NodeFinder;
use PhpParser\NodeTraverser;
use PhpParser\NodeVisitor\NameResolver;
use PhpParser\ParserFactory;
use PhpParser\PrettyPrinter\Standard;

/**
 * Collects class and function declarations of PHP code without executing it.
 */
final class Signatures {

	private const OWN = 'MultiSafepay\\PaymentLinks\\Tests\\StandIn\\';

	/**
	 * @var array<string, Stmt\ClassLike> Classes by lower-case name.
	 */
	private array $classes = [];

	/**
	 * @var array<string, Stmt\Function_> Functions by lower-case name.
	 */
	private array $functions = [];

	/**
	 * Adds the declarations of the code.
	 */
	public function add( string $code ): self {
		$traverser = new NodeTraverser( new NameResolver() );
		$nodes     = $traverser->traverse(
			( new ParserFactory() )->createForNewestSupportedVersion()->parse( $code ) ?? []
		);
		$finder    = new NodeFinder();
		foreach ( $finder->findInstanceOf( $nodes, Stmt\ClassLike::class ) as $class ) {
			if ( $class->namespacedName !== null ) {
				$this->classes[ $class->namespacedName->toLowerString() ] = $class;
			}
		}
		foreach ( $finder->findInstanceOf( $nodes, Stmt\Function_::class ) as $function ) {
			if ( $function->namespacedName !== null ) {
				$this->functions[ $function->namespacedName->toLowerString() ] = $function;
			}
		}
		return $this;
	}

	/**
	 * Returns the classes that are not in the stand-in's own namespace.
	 *
	 * @return list<string>
	 */
	public function foreign_classes(): array {
		$names = array_map(
			static fn ( Stmt\ClassLike $class ): string => (string) $class->namespacedName,
			$this->classes
		);
		return array_values( array_filter(
			$names,
			static fn ( string $name ): bool => ! str_starts_with( $name, self::OWN )
		) );
	}

	/**
	 * Returns the functions that are not in the stand-in's own namespace.
	 *
	 * @return list<string>
	 */
	public function foreign_functions(): array {
		$names = array_map(
			static fn ( Stmt\Function_ $function ): string => (string) $function->namespacedName,
			$this->functions
		);
		return array_values( array_filter(
			$names,
			static fn ( string $name ): bool => ! str_starts_with( $name, self::OWN )
		) );
	}

	public function find_class( string $name ): ?Stmt\ClassLike {
		return $this->classes[ strtolower( ltrim( $name, '\\' ) ) ] ?? null;
	}

	public function find_function( string $name ): ?Stmt\Function_ {
		return $this->functions[ strtolower( $name ) ] ?? null;
	}

	/**
	 * Returns the public and protected methods of a class, including those of its traits.
	 *
	 * @return array<string, Stmt\ClassMethod>
	 */
	public function methods( string $class_name ): array {
		$class = $this->find_class( $class_name );
		$methods = [];
		foreach ( $class?->getTraitUses() ?? [] as $use ) {
			foreach ( $use->traits as $trait ) {
				$methods = $this->methods( $trait->toString() ) + $methods;
			}
		}
		foreach ( $class?->getMethods() ?? [] as $method ) {
			if ( ! $method->isPrivate() ) {
				$methods[ strtolower( $method->name->toString() ) ] = $method;
			}
		}
		return $methods;
	}

	/**
	 * Returns the method as the class or one of its ancestors declares it.
	 */
	public function method( string $class_name, string $method ): ?Stmt\ClassMethod {
		foreach ( [ $class_name, ...$this->ancestors( $class_name ) ] as $name ) {
			$found = $this->methods( $name )[ strtolower( $method ) ] ?? null;
			if ( $found !== null ) {
				return $found;
			}
		}
		return null;
	}

	/**
	 * Returns parents and interfaces, the nearest first.
	 *
	 * @return list<string>
	 */
	public function ancestors( string $class_name ): array {
		$class = $this->find_class( $class_name );
		$names = match ( true ) {
			$class instanceof Stmt\Class_     => [
				...( $class->extends === null ? [] : [ $class->extends ] ),
				...$class->implements,
			],
			$class instanceof Stmt\Interface_ => $class->extends,
			default                           => [],
		};
		$ancestors = [];
		foreach ( $names as $name ) {
			$ancestors = [ ...$ancestors, $name->toString(), ...$this->ancestors( $name->toString() ) ];
		}
		return $ancestors;
	}

	/**
	 * Returns the signature of a method or function in a normalised form that can be compared.
	 */
	public static function describe( Stmt\ClassMethod|Stmt\Function_ $callable ): string {
		$parameters = array_map( self::parameter( ... ), $callable->params );
		$return     = $callable->returnType === null ? '' : ': ' . self::type( $callable->returnType );
		$modifiers  = '';
		if ( $callable instanceof Stmt\ClassMethod ) {
			$modifiers = ( $callable->isProtected() ? 'protected ' : 'public ' )
				. ( $callable->isStatic() ? 'static ' : '' );
		}
		return $modifiers . $callable->name->toString() . '(' . implode( ', ', $parameters ) . ')' . $return;
	}

	private static function parameter( Node\Param $parameter ): string {
		$name = $parameter->var instanceof Node\Expr\Variable && is_string( $parameter->var->name )
			? $parameter->var->name
			: '?';
		$type = $parameter->type === null ? '' : self::type( $parameter->type ) . ' ';
		return $type
			. ( $parameter->byRef ? '&' : '' )
			. ( $parameter->variadic ? '...' : '' )
			. '$'
			. $name
			. ( $parameter->default === null ? '' : ' = ' . self::value( $parameter->default ) );
	}

	private static function value( Node\Expr $value ): string {
		$text = ( new Standard() )->prettyPrintExpr( $value );
		// Normalise both array notations and both notations of global constants.
		return strtolower( (string) preg_replace( [ '/\\\\/', '/\barray\(([^()]*)\)/' ], [ '', '[$1]' ], $text ) );
	}

	private static function type( Node $type ): string {
		return match ( true ) {
			$type instanceof Node\NullableType => '?' . self::type( $type->type ),
			$type instanceof Node\UnionType    => implode( '|', array_map( self::type( ... ), $type->types ) ),
			$type instanceof Node\Name         => ltrim( $type->toString(), '\\' ),
			$type instanceof Node\Identifier   => $type->toString(),
			default                            => '?',
		};
	}
}
