<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn;

use FilesystemIterator;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use SplFileInfo;

#[TestDox( 'The WooCommerce stand-in' )]
final class StandInConformityTest extends TestCase {

	private const FOLDER = __DIR__ . '/../../woocommerce-stand-in/woocommerce';
	private const STUBS  = __DIR__ . '/../../../vendor/php-stubs/woocommerce-stubs/woocommerce-%s.php';

	private static ?Signatures $original = null;

	private static ?Signatures $ours = null;

	public static function tearDownAfterClass(): void {
		self::$original = null;
		self::$ours     = null;
	}

	#[DataProvider( 'classes' )]
	#[TestDox( 'declares $name as WooCommerce does' )]
	public function test_class_is_as_in_the_original( string $name ): void {
		self::assertSame( [], self::conformity()->of_class( $name ) );
	}

	#[DataProvider( 'functions' )]
	#[TestDox( 'declares $name() as WooCommerce does' )]
	public function test_function_is_as_in_the_original( string $name ): void {
		self::assertSame( [], self::conformity()->of_function( $name ) );
	}

	#[TestDox( 'identifies itself as a stand-in, in the folder that Requires Plugins expects' )]
	public function test_header_identifies_the_stand_in(): void {
		$header = (string) file_get_contents( self::FOLDER . '/woocommerce.php' );
		self::assertStringContainsString( 'Plugin Name: WooCommerce stand-in (tests only)', $header );
		self::assertMatchesRegularExpression( '/Version: \d+\.\d+\.\d+-stand-in/', $header );
	}

	#[TestDox( 'has at most one class per file' )]
	public function test_each_file_has_at_most_one_class(): void {
		foreach ( self::files() as $path => $code ) {
			self::assertLessThan(
				2,
				preg_match_all( '/^(?:abstract |final )?(?:class|interface|trait) \w+/m', $code ),
				$path
			);
		}
	}

	/**
	 * @return iterable<string, array{string}>
	 */
	public static function classes(): iterable {
		foreach ( self::ours()->foreign_classes() as $name ) {
			yield $name => [ $name ];
		}
	}

	/**
	 * @return iterable<string, array{string}>
	 */
	public static function functions(): iterable {
		foreach ( self::ours()->foreign_functions() as $name ) {
			yield $name => [ $name ];
		}
	}

	private static function conformity(): Conformity {
		return new Conformity( self::original(), self::ours() );
	}

	private static function original(): Signatures {
		if ( self::$original === null ) {
			self::$original = new Signatures();
			foreach ( [ 'stubs', 'packages-stubs' ] as $name ) {
				self::$original->add( (string) file_get_contents( sprintf( self::STUBS, $name ) ) );
			}
		}
		return self::$original;
	}

	private static function ours(): Signatures {
		if ( self::$ours === null ) {
			self::$ours = new Signatures();
			foreach ( self::files() as $code ) {
				self::$ours->add( $code );
			}
		}
		return self::$ours;
	}

	/**
	 * @return array<string, string> Source code by path.
	 */
	private static function files(): array {
		$sources = [];
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator(
			self::FOLDER,
			FilesystemIterator::SKIP_DOTS
		) ) as $file ) {
			if ( $file instanceof SplFileInfo && $file->getExtension() === 'php' ) {
				$sources[ $file->getPathname() ] = (string) file_get_contents( $file->getPathname() );
			}
		}
		return $sources;
	}
}
