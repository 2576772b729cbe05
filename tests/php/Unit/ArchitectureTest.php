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
use ReflectionClass;
use SplFileInfo;

/**
 * Enforces the structure that docs/architecture.md describes: the order of the features, the layers inside a feature,
 * and the size of files and folders.
 */
#[CoversNothing]
final class ArchitectureTest extends TestCase {

	private const ROOT             = 'MultiSafepay\\PaymentLinks\\';
	private const MAX_LINES        = 400;
	private const MAX_FOLDER_FILES = 15;

	/**
	 * Each feature may use the features of the groups before its own.
	 */
	private const FEATURES = [
		[ 'Shared' ],
		[ 'MultiSafepay' ],
		[ 'Sites' ],
		[ 'Orders' ],
		[ 'Links' ],
		[ 'Payments' ],
		[ 'PaymentPage' ],
		[ 'Sharing' ],
		[ 'NewOrders', 'Automation', 'Batches' ],
		[ 'OrderPanel', 'LinksPage', 'OrdersList', 'Settings', 'Privacy', 'Cli', 'Abilities' ],
	];

	/**
	 * The layers that must not use WordPress or WooCommerce themselves, and the layers that each of them may use.
	 */
	private const PURE_LAYERS = [
		'Domain'      => [ 'Domain' ],
		'Application' => [ 'Domain', 'Application', 'Storage', 'Http', 'WooCommerce' ],
	];

	/**
	 * The layers of a feature that other features may not use, except for the classes in PUBLIC_CLASSES. All of Shared
	 * is meant for the other features.
	 */
	private const PRIVATE_LAYERS = [ 'Storage', 'Rest', 'Admin', 'Http' ];

	/**
	 * The classes of private layers that later features use. They replace interfaces that had one implementation.
	 */
	private const PUBLIC_CLASSES = [
		// Links checks whether MultiSafepay can reach the shop; Batches sends the requests of several items together.
		'MultiSafepay\\Http\\Endpoint',
		'MultiSafepay\\Http\\HttpPool',
		// The command processes a batch and shows its progress.
		'Batches\\Storage\\BatchTable',
		'Batches\\Storage\\BatchItemTable',
	];

	/**
	 * The files of the root folder that only modules use. Other classes are resolved and declare their dependencies.
	 */
	private const FOR_MODULES = [ 'Container', 'Route' ];

	private const FUNCTION_NOT_AFTER = [ ...self::MEMBERS_AFTER, T_NEW, T_ATTRIBUTE ];

	private const MEMBERS_AFTER = [ T_OBJECT_OPERATOR, T_NULLSAFE_OBJECT_OPERATOR, T_DOUBLE_COLON, T_FUNCTION ];

	private const NAMES = [ T_STRING, T_NAME_QUALIFIED, T_NAME_FULLY_QUALIFIED, T_NAME_RELATIVE ];

	#[DataProvider( 'pure_files' )]
	public function test_domain_and_application_use_neither_wordpress_nor_outer_layers(
		string $file,
		string $namespace,
	): void {
		self::assertSame( [], self::violations_in_pure_layer( self::source( $file ), $namespace ) );
	}

	/**
	 * @return iterable<string, array{string, string}>
	 */
	public static function pure_files(): iterable {
		foreach ( self::files() as $name => $file ) {
			$namespace = self::namespace_of( $name );
			if ( isset( self::PURE_LAYERS[ self::layer( $namespace ) ] ) ) {
				yield $name => [ $file, $namespace ];
			}
		}
	}

	#[DataProvider( 'all_files' )]
	public function test_features_use_only_the_features_before_them( string $file, string $namespace ): void {
		self::assertSame( [], self::forbidden_features_in( self::source( $file ), $namespace ) );
	}

	public function test_no_folder_has_more_files_than_fit_on_a_screen(): void {
		$counts = array_count_values( array_map( dirname( ... ), array_keys( self::files() ) ) );

		self::assertSame(
			[],
			array_filter( $counts, static fn ( int $count ): bool => $count > self::MAX_FOLDER_FILES )
		);
	}

	/**
	 * @param list<string> $found
	 */
	#[DataProvider( 'violations' )]
	public function test_the_scanner_finds( string $namespace, string $code, array $found ): void {
		$code = "<?php\nnamespace MultiSafepay\\PaymentLinks\\$namespace;\n$code";

		self::assertSame(
			$found,
			array_values( array_unique( [
				...( isset(
					self::PURE_LAYERS[ self::layer( $namespace ) ]
				) ? self::violations_in_pure_layer( $code, $namespace ) : [] ),
				...self::forbidden_features_in( $code, $namespace ),
			] ) )
		);
	}

	/**
	 * @return array<string, array{string, string, list<string>}>
	 */
	public static function violations(): array {
		$root = self::ROOT;

		return [
			'translated text'                      => [ 'Links\\Domain', "\$text = __( 'Paid', 'x' );", [ '__()' ] ],
			'a WordPress function'                 => [
				'Links\\Domain',
				'$now = current_time( "mysql" );',
				[ 'current_time()' ],
			],
			'a function with a leading backslash'  => [
				'Links\\Application',
				'$url = \home_url();',
				[ '\home_url()' ],
			],
			'a function in other case'             => [
				'Links\\Application\\Create',
				'$o = WC_Get_Order( 1 );',
				[ 'WC_Get_Order', 'WC_Get_Order()' ],
			],
			'a function as a first-class callable' => [
				'Links\\Application',
				'$read = get_option( ... );',
				[ 'get_option()' ],
			],
			'a function inside an arrow function'  => [
				'Links\\Domain',
				'$f = static fn () => apply_filters( "x", 1 );',
				[ 'apply_filters()' ],
			],
			'WooCommerce itself'                   => [ 'Links\\Application', 'WC()->cart;', [ 'WC()' ] ],
			'a WordPress class'                    => [
				'Links\\Application',
				'function f( \WP_Error $e ) {}',
				[ '\WP_Error' ],
			],
			'an imported WordPress class'          => [
				'Links\\Domain',
				'use WC_Order;',
				[ 'use WC_Order', 'WC_Order' ],
			],
			'the database by name'                 => [ 'Links\\Application', 'use wpdb;', [ 'use wpdb', 'wpdb' ] ],
			'the database as a global'             => [ 'Links\\Application', 'global $wpdb;', [ '$wpdb' ] ],
			'a WordPress constant'                 => [ 'Links\\Domain', 'if ( WP_DEBUG ) {}', [ 'WP_DEBUG' ] ],
			'a static call to another library'     => [
				'Links\\Domain',
				'\Automattic\WooCommerce\Utilities\OrderUtil::is();',
				[ '\Automattic\WooCommerce\Utilities\OrderUtil' ],
			],
			'a vendor class'                       => [
				'Links\\Application',
				'use Automattic\WooCommerce\Order;',
				[ 'use Automattic\WooCommerce\Order' ],
			],
			'an alias of an outer layer'           => [
				'Links\\Application',
				"use {$root}Links\\Rest\\LinksController as Controller;",
				[ "use {$root}Links\\Rest\\LinksController" ],
			],
			'Storage used by Domain'               => [
				'Links\\Domain',
				"use {$root}Links\\Storage\\LinkTable as Table;",
				[ "use {$root}Links\\Storage\\LinkTable" ],
			],
			'the database used by Application'     => [
				'Links\\Application',
				"use {$root}Shared\\Database\\Database;",
				[ "use {$root}Shared\\Database\\Database" ],
			],
			'the presentation of links'            => [
				'Sharing\\Application',
				"use {$root}Links\\Presentation\\LinkPresenter;",
				[ "use {$root}Links\\Presentation\\LinkPresenter" ],
			],
			'a group import'                       => [
				'Links\\Application',
				"use {$root}Links\\{Rest\\A, Domain\\B};",
				[ "use {$root}Links\\{Rest\\A, Domain\\B}" ],
			],
			'an imported function'                 => [
				'Links\\Domain',
				'use function get_option;',
				[ 'use function get_option' ],
			],
			'the root of its own feature'          => [
				'Links\\Application',
				"use {$root}Links\\LinkMessages;",
				[ "use {$root}Links\\LinkMessages" ],
			],
			'WooCommerce classes used by Domain'   => [
				'Payments\\Domain',
				"use {$root}Orders\\WooCommerce\\OrderLines;",
				[ "use {$root}Orders\\WooCommerce\\OrderLines" ],
			],
			'an outer layer without an import'     => [
				'Links\\Domain',
				"new \\{$root}Links\\Storage\\LinkTable();",
				[ "\\{$root}Links\\Storage\\LinkTable" ],
			],
			'Application used by Domain'           => [
				'Links\\Domain',
				"use {$root}Shared\\Application\\Clock;",
				[ "use {$root}Shared\\Application\\Clock" ],
			],
			'a later feature in a pure layer'      => [
				'Orders\\Domain',
				"use {$root}Links\\Domain\\PaymentLink;",
				[ "use {$root}Links\\Domain\\PaymentLink" ],
			],
			'a later feature in an adapter'        => [
				'Orders\\WooCommerce',
				"use {$root}Links\\Domain\\PaymentLink;",
				[ "use {$root}Links\\Domain\\PaymentLink" ],
			],
			'a feature of the same group'          => [
				'OrderPanel',
				"use {$root}LinksPage\\Admin\\LinksPage;",
				[ "use {$root}LinksPage\\Admin\\LinksPage" ],
			],
			'the storage of an earlier feature'    => [
				'OrdersList',
				"use {$root}Links\\Storage\\LinkTable;",
				[ "use {$root}Links\\Storage\\LinkTable" ],
			],
			'the storage of an earlier feature in a pure layer' => [
				'Payments\\Application',
				"use {$root}Links\\Storage\\LinkTables;",
				[ "use {$root}Links\\Storage\\LinkTables" ],
			],
			'the REST layer of an earlier feature' => [
				'Payments\\Rest',
				"use {$root}Links\\Rest\\LinksController;",
				[ "use {$root}Links\\Rest\\LinksController" ],
			],
			'a feature that is not listed'         => [
				'Links\\Rest',
				"use {$root}Somewhere\\Domain\\X;",
				[ "use {$root}Somewhere\\Domain\\X" ],
			],
			'the container outside a module'       => [
				'Links\\Rest',
				"use {$root}Container;",
				[ "use {$root}Container" ],
			],
			'a namespace that looks like a layer'  => [
				'Links\\Domain',
				"use {$root}DomainOfOthers\\X;",
				[ "use {$root}DomainOfOthers\\X" ],
			],
			'internal code of WooCommerce'         => [
				'Orders\\WooCommerce',
				'use Automattic\WooCommerce\Internal\X;',
				[ 'use Automattic\WooCommerce\Internal\X' ],
			],
		];
	}

	#[DataProvider( 'clean_code' )]
	public function test_the_scanner_accepts( string $namespace, string $code ): void {
		$code = "<?php\nnamespace MultiSafepay\\PaymentLinks\\$namespace;\n$code";

		self::assertSame(
			[],
			isset( self::PURE_LAYERS[ self::layer( $namespace ) ] )
				? self::violations_in_pure_layer( $code, $namespace )
				: []
		);
		self::assertSame( [], self::forbidden_features_in( $code, $namespace ) );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function clean_code(): array {
		$root = self::ROOT;

		return [
			'its own layer'                       => [
				'Links\\Domain',
				"use {$root}Links\\Domain\\Exception\\LinkNotOpen;",
			],
			'Domain used by Application'          => [
				'Links\\Application\\Create',
				"use {$root}Shared\\Domain\\Money;",
			],
			'Application of an earlier feature'   => [
				'Payments\\Application',
				"use {$root}Links\\Application\\LinkStore;",
			],
			'an adapter of an earlier feature'    => [
				'Payments\\WooCommerce',
				"use {$root}Orders\\WooCommerce\\OrderLines;",
			],
			'an adapter used by Application'      => [
				'Payments\\Application',
				"use {$root}Orders\\WooCommerce\\OrderLines;",
			],
			'its own storage in Application'      => [
				'Links\\Application',
				"use {$root}Links\\Storage\\LinkTable;",
			],
			'the database in Shared'              => [ 'Links\\Storage', "use {$root}Shared\\Database\\Database;" ],
			'the container in a module'           => [ 'Links\\LinksModule', "use {$root}Container;" ],
			'classes of PHP'                      => [
				'Links\\Domain',
				'use DateTimeImmutable; use InvalidArgumentException; final class X extends \Exception {}',
			],
			'functions of PHP'                    => [
				'Links\\Domain',
				'$n = \strlen( trim( "x" ) ) + array_sum( [] );',
			],
			'methods with the name of a function' => [
				'Links\\Application',
				'$this->get_option(); $a?->home_url(); self::esc_html(); new Money( 1 ); function wp_mail() {}',
			],
			'names in comments and strings'       => [
				'Links\\Domain',
				"// get_option() of WP_Error and wpdb\n\$text = 'WC_Order __()';",
			],
			'attributes with arguments'           => [
				'Links\\Domain',
				'final class X { public function __construct( #[Range( min: 1 )] public readonly int $n ) {} }',
			],
			'closures that use variables'         => [
				'Links\\Domain',
				'$f = function () use ( $wp ) { return $wp; };',
			],
			'WordPress in an adapter'             => [ 'Orders\\WooCommerce', 'use WC_Order; get_option( "x" );' ],
		];
	}

	#[DataProvider( 'all_files' )]
	public function test_every_file_declares_strict_types( string $file ): void {
		self::assertMatchesRegularExpression( '/^declare\( strict_types = 1 \);$/m', self::source( $file ) );
	}

	#[DataProvider( 'all_files' )]
	public function test_no_file_is_too_long( string $file ): void {
		self::assertLessThanOrEqual( self::MAX_LINES, substr_count( self::source( $file ), "\n" ) );
	}

	#[DataProvider( 'all_files' )]
	public function test_every_class_is_final( string $file ): void {
		self::assertSame( [], self::open_types_in( self::source( $file ) ) );
	}

	/**
	 * @return iterable<string, array{string, string}>
	 */
	public static function all_files(): iterable {
		foreach ( self::files() as $name => $file ) {
			yield $name => [ $file, self::namespace_of( $name ) ];
		}
	}

	/**
	 * @param list<string> $open
	 */
	#[DataProvider( 'types' )]
	public function test_classes_that_are_not_final_and_traits_are_found( string $code, array $open ): void {
		self::assertSame( $open, self::open_types_in( '<?php ' . $code ) );
	}

	/**
	 * @return array<string, array{string, list<string>}>
	 */
	public static function types(): array {
		return [
			'a class that is not final'  => [ 'class A {}', [ 'class A' ] ],
			'an abstract class'          => [ 'abstract class A {}', [ 'class A' ] ],
			'a trait'                    => [ 'trait A {}', [ 'trait A' ] ],
			'the second class in a file' => [ 'final class A {} class B {}', [ 'class B' ] ],
			'a final class'              => [ 'final class A {}', [] ],
			'an enum'                    => [ 'enum A: string {}', [] ],
			'an interface'               => [ 'interface A {}', [] ],
			'an anonymous class'         => [ '$a = new class() {};', [] ],
			'a class name constant'      => [ '$a = A::class;', [] ],
		];
	}

	/**
	 * Lists what a file of a pure layer uses but must not, in reading order.
	 *
	 * @return list<string>
	 */
	private static function violations_in_pure_layer( string $code, string $namespace ): array {
		$tokens     = self::tokens( $code );
		$violations = [];
		foreach ( $tokens as $i => $token ) {
			$next   = $tokens[ $i + 1 ] ?? null;
			$before = $tokens[ $i - 1 ] ?? null;

			if ( $token->is( T_USE ) && true !== $next?->is( '(' ) ) {
				$import = self::import( $tokens, $i + 1 );
				if ( ! self::is_pure( $import, $namespace ) ) {
					$violations[] = 'use ' . $import;
				}
			}
			if ( $token->is( T_VARIABLE ) && '$wpdb' === $token->text ) {
				$violations[] = $token->text;
			}
			if ( ! $token->is( self::NAMES ) ) {
				continue;
			}

			$is_call = true === $next?->is( '(' ) && true !== $before?->is( self::FUNCTION_NOT_AFTER );
			if (
				1 === preg_match( '/\A\\\\?(?:W[PC]_\w+|wpdb)\z/i', $token->text )
				&& true !== $before?->is( self::MEMBERS_AFTER )
			) {
				$violations[] = $token->text;
			} elseif (
				$token->is( T_NAME_FULLY_QUALIFIED )
				&& ! $is_call
				&& ! self::is_pure( ltrim( $token->text, '\\' ), $namespace )
			) {
				$violations[] = $token->text;
			}
			if ( $is_call && ! self::is_function_of_php( $token->text ) ) {
				$violations[] = $token->text . '()';
			}
		}

		return $violations;
	}

	/**
	 * Lists classes of features, and of layers of features, that a file must not use.
	 *
	 * @return list<string>
	 */
	private static function forbidden_features_in( string $code, string $namespace ): array {
		$tokens    = self::tokens( $code );
		$forbidden = [];
		foreach ( $tokens as $i => $token ) {
			if ( $token->is( T_USE ) && true !== ( $tokens[ $i + 1 ] ?? null )?->is( '(' ) ) {
				$import = self::import( $tokens, $i + 1 );
				if ( ! self::is_reachable( $import, $namespace ) ) {
					$forbidden[] = 'use ' . $import;
				}
			} elseif (
				$token->is( T_NAME_FULLY_QUALIFIED )
				&& ! self::is_reachable( ltrim( $token->text, '\\' ), $namespace )
			) {
				$forbidden[] = $token->text;
			}
		}

		return $forbidden;
	}

	private static function is_pure( string $name, string $namespace ): bool {
		if ( str_starts_with( $name, self::ROOT ) ) {
			$allowed = self::PURE_LAYERS[ self::layer( $namespace ) ] ?? [];

			return in_array( self::layer( substr( $name, strlen( self::ROOT ) ) ), $allowed, true )
				&& self::is_reachable( $name, $namespace );
		}

		return ( class_exists( $name ) || interface_exists( $name ) ) && ( new ReflectionClass( $name ) )->isInternal();
	}

	private static function is_reachable( string $name, string $namespace ): bool {
		if ( str_starts_with( $name, 'Automattic\\WooCommerce\\Internal\\' ) ) {
			return false;
		}
		if ( ! str_starts_with( $name, self::ROOT ) || str_contains( $name, '{' ) ) {
			return ! str_contains( $name, '{' );
		}

		$used    = substr( $name, strlen( self::ROOT ) );
		$feature = self::feature( $used );
		$own     = self::feature( $namespace );
		if ( '' === $own || $feature === $own ) {
			return true;
		}
		if ( '' === $feature ) {
			return ! in_array( $used, self::FOR_MODULES, true ) || str_ends_with( $namespace, 'Module' );
		}

		return self::group( $feature ) < self::group( $own )
			&& (
				'Shared' === $feature
				|| ! in_array( self::layer( $used ), self::PRIVATE_LAYERS, true )
				|| in_array( $used, self::PUBLIC_CLASSES, true )
			);
	}

	/**
	 * Returns the feature of a name below the root namespace; empty for a name in it.
	 */
	private static function feature( string $name ): string {
		$parts = explode( '\\', $name );

		return count( $parts ) > 1 || self::group( $parts[0] ) < count( self::FEATURES ) ? $parts[0] : '';
	}

	/**
	 * Returns the layer of a name below the root namespace; empty for a name in the feature's own folder.
	 */
	private static function layer( string $name ): string {
		return 1 === preg_match( '/\A\w+\\\\([A-Z][a-z]+\w*)(?:\\\\|\z)/', $name, $match ) ? $match[1] : '';
	}

	private static function group( string $feature ): int {
		foreach ( self::FEATURES as $index => $features ) {
			if ( in_array( $feature, $features, true ) ) {
				return $index;
			}
		}

		return count( self::FEATURES );
	}

	private static function namespace_of( string $file ): string {
		$name = str_replace( '/', '\\', substr( $file, 0, -strlen( '.php' ) ) );

		return str_ends_with( $name, 'Module' ) ? $name : (string) preg_replace( '/\\\\?\w+\z/', '', $name );
	}

	/**
	 * Lists classes that are not final, and traits.
	 *
	 * @return list<string>
	 */
	private static function open_types_in( string $code ): array {
		$tokens = self::tokens( $code );
		$open   = [];
		foreach ( $tokens as $i => $token ) {
			$before = $tokens[ $i - 1 ] ?? null;
			$name   = $tokens[ $i + 1 ] ?? null;
			if (
				$token->is( [ T_CLASS, T_TRAIT ] )
				&& true === $name?->is( T_STRING )
				&& true !== $before?->is( [ T_FINAL, T_DOUBLE_COLON ] )
			) {
				$open[] = $token->text . ' ' . $name->text;
			}
		}

		return $open;
	}

	/**
	 * Returns an import as written, without its alias.
	 *
	 * @param list<PhpToken> $tokens
	 */
	private static function import( array $tokens, int $at ): string {
		$import = '';
		foreach ( array_slice( $tokens, $at ) as $token ) {
			if ( $token->is( [ ';', T_AS ] ) ) {
				break;
			}
			$import .= $token->text . ( $token->is( [ T_FUNCTION, T_CONST, ',' ] ) ? ' ' : '' );
		}

		return $import;
	}

	private static function is_function_of_php( string $name ): bool {
		return in_array( strtolower( ltrim( $name, '\\' ) ), get_defined_functions()['internal'], true );
	}

	/**
	 * @return list<PhpToken> Without white space and comments.
	 */
	private static function tokens( string $code ): array {
		return array_values( array_filter(
			PhpToken::tokenize( $code ),
			static fn ( PhpToken $token ): bool => ! $token->isIgnorable()
		) );
	}

	private static function source( string $file ): string {
		$code = file_get_contents( $file );
		self::assertIsString( $code );

		return $code;
	}

	/**
	 * @return array<string, string> Paths by path inside includes/, without templates.
	 */
	private static function files(): array {
		$includes = dirname( __DIR__, 3 ) . '/includes';
		$files    = [];
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator(
			$includes,
			FilesystemIterator::SKIP_DOTS
		) ) as $file ) {
			if (
				$file instanceof SplFileInfo
				&& 'php' === $file->getExtension()
				&& ! str_contains( $file->getPathname(), '/templates/' )
			) {
				$files[ substr( $file->getPathname(), strlen( $includes ) + 1 ) ] = $file->getPathname();
			}
		}
		ksort( $files );

		return $files;
	}
}
