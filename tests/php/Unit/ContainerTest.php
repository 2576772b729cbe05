<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit;

use DateTimeImmutable;
use LogicException;
use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Application\Options;
use MultiSafepay\PaymentLinks\Sites\Application\OfficialPluginKeys;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryOptions;
use MultiSafepay\PaymentLinks\Tests\Unit\Services\FirstOfCircle;
use MultiSafepay\PaymentLinks\Tests\Unit\Services\NeedsLazyService;
use MultiSafepay\PaymentLinks\Tests\Unit\Services\NeedsScalar;
use MultiSafepay\PaymentLinks\Tests\Unit\Services\SecondOfCircle;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/**
 * @phpstan-import-type Binding from Container
 */
#[CoversClass( Container::class )]
final class ContainerTest extends TestCase {

	public function test_a_class_gets_its_constructor_arguments_by_type(): void {
		$container = self::container( [
			Options::class => InMemoryOptions::class,
			InMemoryOptions::class => static fn (): InMemoryOptions => new InMemoryOptions( [
				'multisafepay_api_key' => 'official-live-key',
			] ),
		] );

		self::assertCount( 1, $container->get( OfficialPluginKeys::class )->environments() );
	}

	public function test_a_service_is_created_once_for_all_its_names(): void {
		$container = self::container( [
			Clock::class => FrozenClock::class,
			FrozenClock::class => static fn (): FrozenClock => new FrozenClock(),
		] );

		self::assertSame( $container->get( FrozenClock::class ), $container->get( Clock::class ) );
	}

	public function test_nothing_is_collected_or_created_before_it_is_requested(): void {
		$collected = 0;
		$container = new Container(
			static function () use ( &$collected ): array {
				++$collected;

				return [ Clock::class => static fn (): Clock => new FrozenClock() ];
			}
		);
		$collected_at_first = $collected;

		$container->get( Clock::class );
		$container->get( Clock::class );
		self::assertSame( [ 0, 1 ], [ $collected_at_first, $collected ] );
	}

	public function test_the_container_is_its_own_service(): void {
		$container = self::container( [] );

		self::assertSame( $container, $container->get( Container::class ) );
	}

	public function test_a_lazy_service_is_created_when_it_is_used(): void {
		$created   = 0;
		$container = self::container( [
			Clock::class => static function () use ( &$created ): Clock {
				++$created;

				return new FrozenClock();
			},
		] );
		$lazy      = $container->get( NeedsLazyService::class );

		$created_at_first = $created;
		self::assertSame( $container->get( Clock::class ), ( $lazy->clock )() );
		self::assertSame( [ 0, 1 ], [ $created_at_first, $created ] );
	}

	public function test_a_circular_dependency_is_reported(): void {
		$this->expectExceptionObject( new LogicException(
			'Circular constructor: '
				. FirstOfCircle::class
				. ' > '
				. SecondOfCircle::class
				. ' > '
				. FirstOfCircle::class
				. '.'
		) );

		self::container( [] )->get( FirstOfCircle::class );
	}

	public function test_a_parameter_without_a_class_needs_a_binding(): void {
		$this->expectExceptionMessage(
			NeedsScalar::class . ' needs a binding: the type of $name does not identify a service.'
		);

		self::container( [] )->get( NeedsScalar::class );
	}

	public function test_an_interface_without_a_binding_is_an_error(): void {
		$this->expectExceptionMessage( Clock::class . ' has no binding and cannot be created.' );

		self::container( [] )->get( Clock::class );
	}

	public function test_a_class_of_php_is_never_created(): void {
		$this->expectExceptionMessage( 'DateTimeImmutable has no binding and cannot be created.' );

		self::container( [] )->get( DateTimeImmutable::class );
	}

	public function test_a_binding_of_another_type_is_an_error(): void {
		$this->expectExceptionMessage( 'The binding of ' . Clock::class . ' returned another type.' );

		self::container( [ Clock::class => static fn (): object => new InMemoryOptions() ] )->get( Clock::class );
	}

	public function test_a_service_can_be_requested_again_after_its_creation_failed(): void {
		$attempts  = 0;
		$container = self::container(
			[
				Clock::class => static function () use ( &$attempts ): Clock {
					return 1 === ++$attempts ? throw new LogicException( 'First attempt.' ) : new FrozenClock();
				},
			]
		);
		try {
			$container->get( Clock::class );
			self::fail( 'The first attempt succeeded.' );
		} catch ( LogicException $failure ) {
			self::assertSame( 'First attempt.', $failure->getMessage() );
		}

		self::assertInstanceOf( FrozenClock::class, $container->get( Clock::class ) );
	}

	/**
	 * @param array<class-string, Binding> $bindings
	 */
	private static function container( array $bindings ): Container {
		return new Container( static fn (): array => $bindings );
	}
}
