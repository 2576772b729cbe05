<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit;

use FilesystemIterator;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use SplFileInfo;

#[CoversNothing]
final class ReliabilityTableTest extends TestCase {

	private const ROOT = __DIR__ . '/../../..';

	public function test_every_test_named_in_the_table_exists(): void {
		$table = (string) file_get_contents( self::ROOT . '/docs/reliability.md' );
		preg_match_all( '/`(\w+Test)::(test_\w+)`/', $table, $named, PREG_SET_ORDER );
		self::assertNotSame( [], $named );
		$sources = self::sources();

		$missing = [];
		foreach ( $named as [ , $name, $method ] ) {
			if ( ! str_contains( $sources[ $name ] ?? '', "public function $method(" ) ) {
				$missing[] = "$name::$method";
			}
		}

		self::assertSame( [], $missing );
	}

	public function test_every_browser_test_file_named_in_the_table_exists(): void {
		$table = (string) file_get_contents( self::ROOT . '/docs/reliability.md' );
		preg_match_all( '#`(tests/[\w./-]+)`#', $table, $named );
		self::assertNotSame( [], $named[1] );

		foreach ( $named[1] as $file ) {
			self::assertFileExists( self::ROOT . "/$file" );
		}
	}

	/**
	 * @return array<string, string> Source code by class name.
	 */
	private static function sources(): array {
		$sources = [];
		/** @var SplFileInfo $file */
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator(
			self::ROOT . '/tests/php',
			FilesystemIterator::SKIP_DOTS
		) ) as $file ) {
			$sources[ $file->getBasename( '.php' ) ] = (string) file_get_contents( $file->getPathname() );
		}

		return $sources;
	}
}
