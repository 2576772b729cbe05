<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use PHPUnit\Framework\Attributes\CoversClass;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use SplFileInfo;

#[CoversClass( Plugin::class )]
final class PluginContainerTest extends IntegrationTestCase {

	private const NAMESPACE = 'MultiSafepay\\PaymentLinks\\';

	public function test_every_service_that_the_plugin_requests_can_be_created(): void {
		// WooCommerce loads the parent class of its emails with them.
		WC()->mailer();
		$requested = self::requested_classes();
		self::assertGreaterThan( 60, count( $requested ) );

		$container = Plugin::container();
		foreach ( $requested as $class ) {
			self::assertInstanceOf( $class, $container->get( $class ) );
		}
	}

	public function test_a_test_can_replace_a_binding(): void {
		$clock     = new FrozenClock();
		$container = Plugin::container( [ Clock::class => static fn (): Clock => $clock ] );

		self::assertSame( $clock, $container->get( Clock::class ) );
	}

	/**
	 * Returns the classes in calls of `get( …::class )` and in `#[Lazy( …::class )]`, and the keys of all bindings.
	 *
	 * @return list<class-string>
	 */
	private static function requested_classes(): array {
		$requested = [];
		foreach ( self::sources() as $source ) {
			preg_match_all( '/^use (' . preg_quote( self::NAMESPACE, '/' ) . '[\w\\\\]+);$/m', $source, $imports );
			preg_match( '/^namespace ([\w\\\\]+);$/m', $source, $namespace );
			preg_match_all( '/(?:ontainer(?:\(\))?->get|#\[Lazy)\( (\w+)::class \)/', $source, $names );
			foreach ( $names[1] as $name ) {
				$matches     = array_filter(
					$imports[1],
					static fn ( string $import ): bool => str_ends_with( $import, '\\' . $name )
				);
				$requested[] = [] === $matches ? ( $namespace[1] ?? '' ) . '\\' . $name : array_values( $matches )[0];
			}
			$module = ( $namespace[1] ?? '' )
				. '\\'
				. ( 1 === preg_match(
					'/^final class (\w+Module) implements Module/m',
					$source,
					$class
				) ? $class[1] : '' );
			if ( is_a( $module, Module::class, true ) ) {
				array_push( $requested, ...array_keys( $module::bindings() ) );
			}
		}

		return array_values( array_filter(
			array_unique( $requested ),
			static fn ( string $class ): bool => class_exists( $class ) || interface_exists( $class )
		) );
	}

	/**
	 * @return list<string>
	 */
	private static function sources(): array {
		$folder  = dirname( \MultiSafepay\PaymentLinks\PLUGIN_FILE ) . '/includes';
		$sources = [];
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $folder ) ) as $file ) {
			if ( $file instanceof SplFileInfo && 'php' === $file->getExtension() ) {
				$sources[] = (string) file_get_contents( $file->getPathname() );
			}
		}

		return $sources;
	}
}
