<?php
/**
 * A network of sites.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Lifecycle;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\TestCase;

// phpcs:disable WordPress.PHP.DiscouragedPHPFunctions -- WP-CLI is another program.

/**
 * The shop's files with a database of their own, in which WP-CLI installs a network of three sites.
 */
#[CoversClass( Lifecycle::class )]
#[Group( 'needs-real-woocommerce' )]
final class MultisiteTest extends TestCase {

	private const DATABASE = 'mspl_network';
	private const OURS     = 'multisafepay-payment-links';

	protected function setUp(): void {
		parent::setUp();
		Db::query( 'DROP DATABASE IF EXISTS ' . self::DATABASE );
		Db::query( 'CREATE DATABASE ' . self::DATABASE . ' CHARACTER SET utf8mb4' );
	}

	protected function tearDown(): void {
		Db::query( 'DROP DATABASE IF EXISTS ' . self::DATABASE );
		parent::tearDown();
	}

	public function test_each_site_has_its_own_links_and_keys_and_loses_them_when_the_plugin_is_deleted(): void {
		$this->wp( [ 'core', 'multisite-install', '--title=Network', '--admin_user=root', '--admin_password=password', '--admin_email=root@example.test', '--skip-email', '--skip-config', '--url=network.test' ], false );
		$this->wp( [ 'site', 'create', '--slug=two' ] );
		$this->wp( [ 'plugin', 'activate', 'woocommerce', self::OURS, '--network' ] );
		// A site that is made later has the plugin as well.
		$this->wp( [ 'site', 'create', '--slug=three' ] );

		foreach ( [ '' => 'wp_', 'two' => 'wp_2_', 'three' => 'wp_3_' ] as $site => $prefix ) {
			$facts = $this->facts( $site, 'use' );
			self::assertSame( 200, $facts['answer'], $site );
			self::assertContains( $prefix . 'multisafepay_payment_links', $facts['tables'], $site );
			self::assertSame( [], preg_grep( "/^$prefix/", $facts['tables'], PREG_GREP_INVERT ), $site );
			self::assertSame( [ 'administrator', 'shop_manager' ], $facts['roles'], $site );
			self::assertSame( 2, $facts['scheduled'], $site );
		}

		$this->wp( [ 'option', 'update', 'multisafepay_payment_links_settings', '{"delete_data":true}', '--format=json', '--url=network.test/two' ] );
		self::assertNotContains( 'multisafepay_payment_links_settings', $this->facts( 'three' )['options'] );
		// What a person prefers on the first site, and on the second.
		foreach ( [ 'wp_', 'wp_2_' ] as $prefix ) {
			$this->wp( [ 'user', 'meta', 'update', '1', $prefix . 'multisafepay_payment_links_advanced', '1' ] );
		}
		self::assertSame( 2, $this->facts( '' )['people'] );

		$this->wp( [ 'plugin', 'deactivate', self::OURS, '--network' ] );
		foreach ( [ '', 'two', 'three' ] as $site ) {
			self::assertSame( 0, $this->facts( $site )['scheduled'], "$site: nothing of ours runs any more." );
		}

		$this->delete_the_plugin();
		foreach ( [ '' => true, 'two' => false, 'three' => true ] as $site => $keeps_links ) {
			$facts = $this->facts( $site );
			self::assertSame( [ [], [], 0 ], [ $facts['options'], $facts['roles'], $facts['people'] ], $site );
			self::assertSame( $keeps_links, $facts['tables'] !== [], "$site: the links go only where the shop said so." );
		}
	}

	public function test_a_plugin_that_is_active_on_one_site_alone_cleans_up_when_the_network_deletes_it(): void {
		$this->wp( [ 'core', 'multisite-install', '--title=Network', '--admin_user=root', '--admin_password=password', '--admin_email=root@example.test', '--skip-email', '--skip-config', '--url=network.test' ], false );
		$this->wp( [ 'site', 'create', '--slug=two' ] );
		$this->wp( [ 'plugin', 'activate', 'woocommerce', self::OURS, '--url=network.test/two' ] );
		self::assertSame( 200, $this->facts( 'two', 'use' )['answer'] );
		self::assertSame( [], $this->facts( '' )['tables'], 'The other site has nothing of it.' );

		$this->wp( [ 'plugin', 'deactivate', self::OURS, '--url=network.test/two' ] );
		$this->delete_the_plugin();

		$facts = $this->facts( 'two' );
		self::assertSame( [ [], [] ], [ $facts['options'], $facts['roles'] ] );
	}

	/**
	 * As the network's admin does on the main site, but for the files.
	 */
	private function delete_the_plugin(): void {
		$file = "'" . self::OURS . '/' . self::OURS . ".php'";
		self::assertSame( 'yes', $this->wp( [ 'eval', "require_once ABSPATH . 'wp-admin/includes/plugin.php'; echo is_uninstallable_plugin( $file ) ? 'yes' : 'no'; uninstall_plugin( $file );", '--url=network.test' ] ) );
	}

	/**
	 * What a site has of us.
	 *
	 * @return array{answer: int|null, tables: list<string>, options: list<string>, roles: list<string>, scheduled: int, people: int}
	 */
	private function facts( string $site, string $what = 'look' ): array {
		/** @var array{answer: int|null, tables: list<string>, options: list<string>, roles: list<string>, scheduled: int, people: int} $facts */
		$facts = json_decode( $this->wp( [ 'eval-file', dirname( __DIR__, 2 ) . '/fixtures/network/facts.php', $what, '--use-include', "--url=network.test/$site" ] ), true, 8, JSON_THROW_ON_ERROR );
		return $facts;
	}

	/**
	 * Runs WP-CLI; answers what it printed.
	 *
	 * @param list<string> $command  With its arguments.
	 * @param bool         $is_ready Whether the network is installed.
	 */
	private function wp( array $command, bool $is_ready = true ): string {
		$errors  = tmpfile();
		self::assertIsResource( $errors );
		$process = proc_open(
			[ PHP_BINARY, '-d', 'memory_limit=512M', '-d', 'display_errors=stderr', Env::get( 'WP_CLI_PHAR' ), '--allow-root', '--no-color', '--path=' . Env::get( 'MSPL_SITE_DIR' ), '--require=' . dirname( __DIR__, 2 ) . '/fixtures/network/constants.php', ...$command ],
			[ 1 => [ 'pipe', 'w' ], 2 => $errors ],
			$pipes,
			null,
			[ 'MSPL_NETWORK_DB' => self::DATABASE, 'MSPL_NETWORK_READY' => $is_ready ? '1' : '0' ] + getenv()
		);
		self::assertIsResource( $process );
		$output = trim( (string) stream_get_contents( $pipes[1] ) );
		$code   = proc_close( $process );
		rewind( $errors );
		self::assertSame( 0, $code, implode( ' ', $command ) . ": $output " . stream_get_contents( $errors ) );
		return $output;
	}
}
