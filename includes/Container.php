<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use Closure;
use LogicException;
use MultiSafepay\PaymentLinks\Shared\Application\Lazy;
use ReflectionClass;
use ReflectionNamedType;
use ReflectionParameter;

/**
 * Creates services on first use and keeps them. Constructor parameters are resolved by their types, or by the attribute
 * Lazy. Interfaces, and classes that need scalars, lists or other closures, are resolved by the modules' bindings.
 *
 * @phpstan-type Binding class-string|Closure(self): object
 */
final class Container {

	/**
	 * @var array<class-string, Binding>|null Collected when the first service is requested.
	 */
	private ?array $bindings = null;

	/**
	 * @var array<class-string, object>
	 */
	private array $services = [];

	/**
	 * @var array<class-string, true>
	 */
	private array $in_creation = [];

	/**
	 * @param Closure(): array<class-string, Binding> $collect_bindings
	 */
	public function __construct( private readonly Closure $collect_bindings ) {
		$this->services[ self::class ] = $this;
	}

	/**
	 * @template T of object
	 * @param class-string<T> $id
	 * @return T
	 * @throws LogicException When the service cannot be created: a programming error.
	 */
	public function get( string $id ): object {
		$service = $this->services[ $id ] ??= $this->create( $id );

		return $service instanceof $id
			? $service
			: throw new LogicException( "The binding of $id returned another type." );
	}

	/**
	 * @param class-string $id
	 */
	private function create( string $id ): object {
		if ( isset( $this->in_creation[ $id ] ) ) {
			throw new LogicException(
				'Circular constructor: ' . implode( ' > ', array_keys( $this->in_creation ) ) . " > $id."
			);
		}

		$this->in_creation[ $id ] = true;
		try {
			$binding = $this->bindings()[ $id ] ?? $id;
			if ( $binding instanceof Closure ) {
				return $binding( $this );
			}

			return $binding === $id ? $this->autowire( $id ) : $this->get( $binding );
		} finally {
			unset( $this->in_creation[ $id ] );
		}
	}

	/**
	 * @param class-string $id
	 */
	private function autowire( string $id ): object {
		$class = new ReflectionClass( $id );
		if ( ! $class->isInstantiable() || $class->isInternal() ) {
			throw new LogicException( "$id has no binding and cannot be created." );
		}

		return $class->newInstanceArgs( array_map(
			fn ( ReflectionParameter $parameter ): object => $this->argument( $parameter, $id ),
			$class->getConstructor()?->getParameters() ?? []
		) );
	}

	/**
	 * @param class-string $id
	 */
	private function argument( ReflectionParameter $parameter, string $id ): object {
		$lazy = $parameter->getAttributes( Lazy::class )[0] ?? null;
		if ( null !== $lazy ) {
			return fn (): object => $this->get( $lazy->newInstance()->service );
		}

		$type = $parameter->getType();
		$name = $type instanceof ReflectionNamedType && ! $type->isBuiltin() ? $type->getName() : '';
		if ( ! class_exists( $name ) && ! interface_exists( $name ) ) {
			throw new LogicException(
				"$id needs a binding: the type of \${$parameter->getName()} does not identify a service."
			);
		}

		return $this->get( $name );
	}

	/**
	 * @return array<class-string, Binding>
	 */
	private function bindings(): array {
		return $this->bindings ??= ( $this->collect_bindings )();
	}
}
