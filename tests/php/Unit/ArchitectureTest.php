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
 * Keeps the direction of dependencies: Domain knows itself, Application knows Domain, neither knows WordPress.
 */
#[CoversNothing]
final class ArchitectureTest extends TestCase {

	private const ROOT      = 'MultiSafepay\\PaymentLinks\\';
	private const MAX_LINES = 300;

	private const MAY_USE = [
		'Domain'      => [ 'Domain' ],
		'Application' => [ 'Domain', 'Application' ],
	];

	/**
	 * What stands before a name that is called without being a function.
	 */
	private const NO_FUNCTION_AFTER = [ ...self::MEMBERS_AFTER, T_NEW ];

	/**
	 * What stands before the name of something that belongs to a class.
	 */
	private const MEMBERS_AFTER = [ T_OBJECT_OPERATOR, T_NULLSAFE_OBJECT_OPERATOR, T_DOUBLE_COLON, T_FUNCTION ];

	private const NAMES = [ T_STRING, T_NAME_QUALIFIED, T_NAME_FULLY_QUALIFIED, T_NAME_RELATIVE ];

	#[DataProvider( 'pure_files' )]
	public function test_domain_and_application_know_neither_wordpress_nor_the_layers_around_them( string $file, string $layer ): void {
		self::assertSame( [], self::strangers_in( self::source( $file ), $layer ) );
	}

	/**
	 * @return iterable<string, array{string, string}>
	 */
	public static function pure_files(): iterable {
		foreach ( array_keys( self::MAY_USE ) as $layer ) {
			foreach ( self::files( $layer ) as $name => $file ) {
				yield $name => [ $file, $layer ];
			}
		}
	}

	/**
	 * @param list<string> $found
	 */
	#[DataProvider( 'violations' )]
	public function test_the_scanner_finds( string $layer, string $code, array $found ): void {
		self::assertSame( $found, self::strangers_in( "<?php\nnamespace MultiSafepay\\PaymentLinks\\$layer;\n$code", $layer ) );
	}

	/**
	 * @return array<string, array{string, string, list<string>}>
	 */
	public static function violations(): array {
		$root = self::ROOT;

		return [
			'translated words'                => [ 'Domain', "\$words = __( 'Paid', 'x' );", [ '__()' ] ],
			'a WordPress function'            => [ 'Domain', '$now = current_time( "mysql" );', [ 'current_time()' ] ],
			'one written with a backslash'    => [ 'Application', '$url = \home_url();', [ '\home_url()' ] ],
			'one in capitals'                 => [ 'Application', '$o = WC_Get_Order( 1 );', [ 'WC_Get_Order', 'WC_Get_Order()' ] ],
			'one as a first-class callable'   => [ 'Application', '$read = get_option( ... );', [ 'get_option()' ] ],
			'one inside an arrow function'    => [ 'Domain', '$f = static fn () => apply_filters( "x", 1 );', [ 'apply_filters()' ] ],
			'WooCommerce itself'              => [ 'Application', 'WC()->cart;', [ 'WC()' ] ],
			'a WordPress class'               => [ 'Application', 'function f( \WP_Error $e ) {}', [ '\WP_Error' ] ],
			'an imported WordPress class'     => [ 'Domain', 'use WC_Order;', [ 'use WC_Order', 'WC_Order' ] ],
			'the database by name'            => [ 'Application', 'use wpdb;', [ 'use wpdb', 'wpdb' ] ],
			'the database as a global'        => [ 'Application', 'global $wpdb;', [ '$wpdb' ] ],
			'a WordPress constant'            => [ 'Domain', 'if ( WP_DEBUG ) {}', [ 'WP_DEBUG' ] ],
			'a static call to a stranger'     => [ 'Domain', '\Automattic\WooCommerce\Utilities\OrderUtil::is();', [ '\Automattic\WooCommerce\Utilities\OrderUtil' ] ],
			'a vendor class'                  => [ 'Application', 'use Automattic\WooCommerce\Order;', [ 'use Automattic\WooCommerce\Order' ] ],
			'an alias'                        => [ 'Application', "use {$root}Storage\\LinkTable as Table;", [ "use {$root}Storage\\LinkTable" ] ],
			'a group'                         => [ 'Application', "use {$root}{Rest\\A, Domain\\B};", [ "use {$root}{Rest\\A, Domain\\B}" ] ],
			'an imported function'            => [ 'Domain', 'use function get_option;', [ 'use function get_option' ] ],
			'the Rest layer'                  => [ 'Application', "use {$root}Rest\\LinkSchema;", [ "use {$root}Rest\\LinkSchema" ] ],
			'the Admin layer'                 => [ 'Application', "use {$root}Admin\\OrderPanel;", [ "use {$root}Admin\\OrderPanel" ] ],
			'the WooCommerce layer'           => [ 'Domain', "use {$root}WooCommerce\\Log;", [ "use {$root}WooCommerce\\Log" ] ],
			'the provider layer'              => [ 'Application', "use {$root}MultiSafepay\\CreateBody;", [ "use {$root}MultiSafepay\\CreateBody" ] ],
			'the storage layer'               => [ 'Domain', "use {$root}Storage\\Schema;", [ "use {$root}Storage\\Schema" ] ],
			'the settings layer'              => [ 'Application', "use {$root}Settings\\Settings;", [ "use {$root}Settings\\Settings" ] ],
			'a layer without an import'       => [ 'Application', "new \\{$root}Storage\\Schema();", [ "\\{$root}Storage\\Schema" ] ],
			'Application used by Domain'      => [ 'Domain', "use {$root}Application\\Port\\Clock;", [ "use {$root}Application\\Port\\Clock" ] ],
			'a namespace that looks like one' => [ 'Domain', "use {$root}DomainOfOthers\\X;", [ "use {$root}DomainOfOthers\\X" ] ],
		];
	}

	#[DataProvider( 'clean_code' )]
	public function test_the_scanner_leaves_alone( string $layer, string $code ): void {
		self::assertSame( [], self::strangers_in( "<?php\nnamespace MultiSafepay\\PaymentLinks\\$layer;\n$code", $layer ) );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function clean_code(): array {
		$root = self::ROOT;

		return [
			'its own layer'                  => [ 'Domain', "use {$root}Domain\\Exception\\InvalidValue;" ],
			'Domain used by Application'     => [ 'Application', "use {$root}Domain\\Money;" ],
			'classes of PHP'                 => [ 'Domain', 'use DateTimeImmutable; use InvalidArgumentException; final class X extends \Exception {}' ],
			'functions of PHP'               => [ 'Domain', '$n = \strlen( trim( "x" ) ) + array_sum( [] );' ],
			'methods that are named alike'   => [ 'Application', '$this->get_option(); $a?->home_url(); self::esc_html(); new Money( 1 ); function wp_mail() {}' ],
			'names in comments and texts'    => [ 'Domain', "// get_option() of WP_Error and wpdb\n\$text = 'WC_Order __()';" ],
			'closures that use variables'    => [ 'Domain', '$f = function () use ( $wp ) { return $wp; };' ],
		];
	}

	#[DataProvider( 'all_files' )]
	public function test_every_file_is_strict_about_types( string $file ): void {
		self::assertMatchesRegularExpression( '/^declare\( strict_types = 1 \);$/m', self::source( $file ) );
	}

	#[DataProvider( 'all_files' )]
	public function test_no_file_is_longer_than_a_reader_takes_in( string $file ): void {
		self::assertLessThanOrEqual( self::MAX_LINES, substr_count( self::source( $file ), "\n" ) );
	}

	#[DataProvider( 'all_files' )]
	public function test_nothing_is_made_to_be_inherited_except_interfaces( string $file ): void {
		self::assertSame( [], self::open_types_in( self::source( $file ) ) );
	}

	#[DataProvider( 'all_files' )]
	public function test_no_route_is_open_to_everybody_but_the_one_that_checks_signatures( string $file ): void {
		$names = array_map( static fn ( PhpToken $token ): string => $token->text, self::tokens( self::source( $file ) ) );
		$found = array_filter( $names, static fn ( string $text ): bool => 1 === preg_match( '/\b__return_true\b/', $text ) );

		self::assertTrue( [] === $found || ( 1 === count( $found ) && 'Rest/NotificationsController.php' === substr( $file, -strlen( 'Rest/NotificationsController.php' ) ) ), 'Everything but the notification route asks who is there.' );
	}

	/**
	 * @return iterable<string, array{string}>
	 */
	public static function all_files(): iterable {
		foreach ( self::files( '' ) as $name => $file ) {
			yield $name => [ $file ];
		}
	}

	/**
	 * @param list<string> $open
	 */
	#[DataProvider( 'types' )]
	public function test_it_tells_open_types_from_closed_ones( string $code, array $open ): void {
		self::assertSame( $open, self::open_types_in( '<?php ' . $code ) );
	}

	/**
	 * @return array<string, array{string, list<string>}>
	 */
	public static function types(): array {
		return [
			'an open class'       => [ 'class A {}', [ 'class A' ] ],
			'an abstract class'   => [ 'abstract class A {}', [ 'class A' ] ],
			'a trait'             => [ 'trait A {}', [ 'trait A' ] ],
			'the second of two'   => [ 'final class A {} class B {}', [ 'class B' ] ],
			'a final class'       => [ 'final class A {}', [] ],
			'an enum'             => [ 'enum A: string {}', [] ],
			'an interface'        => [ 'interface A {}', [] ],
			'a class without one' => [ '$a = new class() {};', [] ],
			'the name of a class' => [ '$a = A::class;', [] ],
		];
	}

	/**
	 * Lists what a file of an inner layer must not know, in reading order.
	 *
	 * @return list<string>
	 */
	private static function strangers_in( string $code, string $layer ): array {
		$tokens    = self::tokens( $code );
		$strangers = [];
		foreach ( $tokens as $i => $token ) {
			$next   = $tokens[ $i + 1 ] ?? null;
			$before = $tokens[ $i - 1 ] ?? null;

			if ( $token->is( T_USE ) && true !== $next?->is( '(' ) ) {
				$import = self::import( $tokens, $i + 1 );
				if ( ! self::may_import( $import, $layer ) ) {
					$strangers[] = 'use ' . $import;
				}
			}
			if ( $token->is( T_VARIABLE ) && '$wpdb' === $token->text ) {
				$strangers[] = $token->text;
			}
			if ( ! $token->is( self::NAMES ) ) {
				continue;
			}

			$is_call = true === $next?->is( '(' ) && true !== $before?->is( self::NO_FUNCTION_AFTER );
			if ( 1 === preg_match( '/\A\\\\?(?:W[PC]_\w+|wpdb)\z/i', $token->text ) && true !== $before?->is( self::MEMBERS_AFTER ) ) {
				$strangers[] = $token->text;
			} elseif ( $token->is( T_NAME_FULLY_QUALIFIED ) && ! $is_call && ! self::may_import( ltrim( $token->text, '\\' ), $layer ) ) {
				$strangers[] = $token->text;
			}
			if ( $is_call && ! self::is_function_of_php( $token->text ) ) {
				$strangers[] = $token->text . '()';
			}
		}

		return $strangers;
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
			if ( $token->is( [ T_CLASS, T_TRAIT ] ) && true === $name?->is( T_STRING ) && true !== $before?->is( [ T_FINAL, T_DOUBLE_COLON ] ) ) {
				$open[] = $token->text . ' ' . $name->text;
			}
		}

		return $open;
	}

	/**
	 * Returns an import as it is written, without its alias.
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

	private static function may_import( string $name, string $layer ): bool {
		foreach ( self::MAY_USE[ $layer ] ?? [] as $allowed ) {
			if ( str_starts_with( $name, self::ROOT . $allowed . '\\' ) ) {
				return true;
			}
		}

		return ( class_exists( $name ) || interface_exists( $name ) ) && ( new ReflectionClass( $name ) )->isInternal();
	}

	private static function is_function_of_php( string $name ): bool {
		return in_array( strtolower( ltrim( $name, '\\' ) ), get_defined_functions()['internal'], true );
	}

	/**
	 * @return list<PhpToken> Without white space and comments.
	 */
	private static function tokens( string $code ): array {
		return array_values( array_filter( PhpToken::tokenize( $code ), static fn ( PhpToken $token ): bool => ! $token->isIgnorable() ) );
	}

	private static function source( string $file ): string {
		$code = file_get_contents( $file );
		self::assertIsString( $code );

		return $code;
	}

	/**
	 * @return array<string, string> Paths by path inside includes/.
	 */
	private static function files( string $folder ): array {
		$includes = dirname( __DIR__, 3 ) . '/includes';
		$files    = [];
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( rtrim( $includes . '/' . $folder, '/' ), FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			if ( $file instanceof SplFileInfo && 'php' === $file->getExtension() ) {
				$files[ substr( $file->getPathname(), strlen( $includes ) + 1 ) ] = $file->getPathname();
			}
		}
		ksort( $files );

		return $files;
	}
}
