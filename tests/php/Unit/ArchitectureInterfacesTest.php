<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit;

use FilesystemIterator;
use PhpToken;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use SplFileInfo;

/**
 * Enforces that an interface has a second implementation or a test double.
 */
#[CoversNothing]
final class ArchitectureInterfacesTest extends TestCase {

	/**
	 * Interfaces with one implementation that docs/architecture.md requires: an earlier feature calls a later one.
	 */
	private const ALLOWED = [
		// Links passes the responses of MultiSafepay to Payments.
		'MultiSafepay\PaymentLinks\Links\Application\ProviderStatusHandler',
		// Sites asks Links whether a key is still used.
		'MultiSafepay\PaymentLinks\Sites\Application\KeyUsage',
	];

	private const NAMES = [ T_STRING, T_NAME_QUALIFIED, T_NAME_FULLY_QUALIFIED ];

	public function test_every_interface_has_a_second_implementation_or_a_test_double(): void {
		$root     = dirname( __DIR__, 3 );
		$includes = self::sources( $root . '/includes' );
		$tests    = self::sources( $root . '/tests/php' );

		self::assertSame(
			[],
			array_values( array_diff( self::unneeded_interfaces( $includes, $tests ), self::ALLOWED ) )
		);
	}

	public function test_every_allowed_interface_exists(): void {
		self::assertSame(
			[],
			array_filter( self::ALLOWED, static fn ( string $name ): bool => ! interface_exists( $name ) )
		);
	}

	/**
	 * @param array<string, string> $includes
	 * @param array<string, string> $tests
	 * @param list<string> $unneeded
	 */
	#[DataProvider( 'examples' )]
	public function test_unneeded_interfaces_are_found( array $includes, array $tests, array $unneeded ): void {
		self::assertSame( $unneeded, self::unneeded_interfaces( $includes, $tests ) );
	}

	/**
	 * @return array<string, array{array<string, string>, array<string, string>, list<string>}>
	 */
	public static function examples(): array {
		$port   = '<?php namespace App; interface Port {}';
		$one    = '<?php namespace App; final class One implements Port {}';
		$double = '<?php namespace Tests; use App\Port; final class FakePort implements Port {}';

		return [
			'no implementation'           => [ [ 'Port.php' => $port ], [], [ 'App\Port' ] ],
			'one implementation'          => [ [ 'Port.php' => $port, 'One.php' => $one ], [], [ 'App\Port' ] ],
			'two implementations'         => [
				[
					'Port.php' => $port,
					'One.php'  => $one,
					'Two.php'  => '<?php namespace App\Other; final class Two implements \Countable, \App\Port {}',
				],
				[],
				[],
			],
			'an interface of another namespace' => [
				[
					'Port.php' => $port,
					'One.php'  => $one,
					'Two.php'  => '<?php namespace Other; use Other\Deep\Port; final class Two implements Port {}',
				],
				[],
				[ 'App\Port' ],
			],
			'a double that is not used'   => [
				[ 'Port.php' => $port, 'One.php' => $one ],
				[ 'FakePort.php' => $double ],
				[ 'App\Port' ],
			],
			'a double that is used'       => [
				[ 'Port.php' => $port, 'One.php' => $one ],
				[ 'FakePort.php' => $double, 'OneTest.php' => '<?php new FakePort();' ],
				[],
			],
			'an anonymous double'         => [
				[ 'Port.php' => $port, 'One.php' => $one ],
				[ 'OneTest.php' => '<?php use App\Port as Socket; $port = new class() implements Socket {};' ],
				[],
			],
			'a test that is its own double' => [
				[ 'Port.php' => $port, 'One.php' => $one ],
				[ 'OneTest.php' => '<?php use App\Port; final class OneTest extends TestCase implements Port {}' ],
				[],
			],
			'a stub'                      => [
				[ 'Port.php' => $port, 'One.php' => $one ],
				[ 'OneTest.php' => '<?php use App\Port; $port = $this->createStub( Port::class );' ],
				[],
			],
			'a mock of something else'    => [
				[ 'Port.php' => $port, 'One.php' => $one ],
				[ 'OneTest.php' => '<?php use App\Port; $this->createMock( Other::class ); Port::class;' ],
				[ 'App\Port' ],
			],
		];
	}

	/**
	 * Lists interfaces with at most one implementation and without a test double.
	 *
	 * @param array<string, string> $includes Code by file name.
	 * @param array<string, string> $tests Code by file name.
	 * @return list<string>
	 */
	private static function unneeded_interfaces( array $includes, array $tests ): array {
		$interfaces      = [];
		$implementations = [];
		foreach ( $includes as $code ) {
			[ $namespace, $imports, $tokens ] = self::parse( $code );
			foreach ( $tokens as $i => $token ) {
				if ( $token->is( T_INTERFACE ) ) {
					$interfaces[] = $namespace . '\\' . $tokens[ $i + 1 ]->text;
				}
			}
			$implementations = [ ...$implementations, ...self::implemented( $namespace, $imports, $tokens ) ];
		}

		$doubled = [];
		foreach ( $tests as $file => $code ) {
			$parsed = self::parse( $code );
			if ( self::is_used( $file, $tests ) ) {
				$doubled = [ ...$doubled, ...self::implemented( ...$parsed ) ];
			}
			$doubled = [ ...$doubled, ...self::mocked( ...$parsed ) ];
		}

		$counts = array_count_values( $implementations );

		return array_values( array_filter(
			$interfaces,
			static fn ( string $name ): bool => ( $counts[ $name ] ?? 0 ) < 2 && ! in_array( $name, $doubled, true )
		) );
	}

	/**
	 * Whether the class of a file is a test or is named in another file.
	 *
	 * @param array<string, string> $tests Code by file name.
	 */
	private static function is_used( string $file, array $tests ): bool {
		$class = basename( $file, '.php' );
		if ( str_ends_with( $class, 'Test' ) ) {
			return true;
		}
		foreach ( $tests as $other => $code ) {
			if ( $other !== $file && 1 === preg_match( "/\\b$class\\b/", $code ) ) {
				return true;
			}
		}

		return false;
	}

	/**
	 * @param array<string, string> $imports
	 * @param list<PhpToken> $tokens
	 * @return list<string> Names of the interfaces that classes of a file implement.
	 */
	private static function implemented( string $namespace, array $imports, array $tokens ): array {
		$names   = [];
		$is_list = false;
		foreach ( $tokens as $token ) {
			$is_list = $token->is( T_IMPLEMENTS ) || ( $is_list && ! $token->is( '{' ) );
			if ( $is_list && $token->is( self::NAMES ) ) {
				$names[] = self::resolve( $token->text, $namespace, $imports );
			}
		}

		return $names;
	}

	/**
	 * @param array<string, string> $imports
	 * @param list<PhpToken> $tokens
	 * @return list<string> Names of the types for which PHPUnit creates a mock or stub.
	 */
	private static function mocked( string $namespace, array $imports, array $tokens ): array {
		$names = [];
		foreach ( $tokens as $i => $token ) {
			$argument = $tokens[ $i + 2 ] ?? null;
			if (
				in_array( $token->text, [ 'createMock', 'createStub' ], true )
				&& null !== $argument
				&& $argument->is( self::NAMES )
			) {
				$names[] = self::resolve( $argument->text, $namespace, $imports );
			}
		}

		return $names;
	}

	/**
	 * @param array<string, string> $imports
	 */
	private static function resolve( string $name, string $namespace, array $imports ): string {
		return match ( true ) {
			str_starts_with( $name, '\\' ) => substr( $name, 1 ),
			isset( $imports[ $name ] )     => $imports[ $name ],
			default                        => ltrim( $namespace . '\\' . $name, '\\' ),
		};
	}

	/**
	 * @return array{string, array<string, string>, list<PhpToken>} Namespace, imported names by alias, and tokens
	 * without white space and comments.
	 */
	private static function parse( string $code ): array {
		$tokens    = array_values( array_filter(
			PhpToken::tokenize( $code ),
			static fn ( PhpToken $token ): bool => ! $token->isIgnorable()
		) );
		$namespace = '';
		$imports   = [];
		foreach ( $tokens as $i => $token ) {
			$next = $tokens[ $i + 1 ] ?? null;
			if ( null === $next || ! $next->is( self::NAMES ) ) {
				continue;
			}
			if ( $token->is( T_NAMESPACE ) ) {
				$namespace = $next->text;
			}
			if ( $token->is( T_USE ) ) {
				$alias = true === ( $tokens[ $i + 2 ] ?? null )?->is( T_AS )
					? $tokens[ $i + 3 ]->text
					: (string) preg_replace( '/\A.*\\\\/', '', $next->text );

				$imports[ $alias ] = $next->text;
			}
		}

		return [ $namespace, $imports, $tokens ];
	}

	/**
	 * @return array<string, string> Code by path, without templates.
	 */
	private static function sources( string $folder ): array {
		$sources = [];
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator(
			$folder,
			FilesystemIterator::SKIP_DOTS
		) ) as $file ) {
			if (
				$file instanceof SplFileInfo
				&& 'php' === $file->getExtension()
				&& ! str_contains( $file->getPathname(), '/templates/' )
			) {
				$sources[ $file->getPathname() ] = (string) file_get_contents( $file->getPathname() );
			}
		}
		ksort( $sources );

		return $sources;
	}
}
