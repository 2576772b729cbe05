<?php

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
 * Uses the files of the shop with a separate database, in which WP-CLI installs a network.
 *
 * @phpstan-type Facts array{
 *     status: int|null,
 *     tables: list<string>,
 *     options: list<string>,
 *     roles: list<string>,
 *     scheduled: int,
 *     users_with_preferences: int,
 * }
 */
#[CoversClass( Lifecycle::class )]
#[Group( 'needs-real-woocommerce' )]
final class MultisiteTest extends TestCase {

	private const DATABASE = 'mspl_network';
	private const PLUGIN   = 'multisafepay-payment-links';

	protected function setUp(): void {
		parent::setUp();
		Db::query( 'DROP DATABASE IF EXISTS ' . self::DATABASE );
		Db::query( 'CREATE DATABASE ' . self::DATABASE . ' CHARACTER SET utf8mb4' );
	}

	protected function tearDown(): void {
		Db::query( 'DROP DATABASE IF EXISTS ' . self::DATABASE );
		parent::tearDown();
	}

	public function test_each_site_has_its_own_data_and_loses_it_when_the_plugin_is_deleted(): void {
		$this->wp(
			[
				'core',
				'multisite-install',
				'--title=Network',
				'--admin_user=root',
				'--admin_password=password',
				'--admin_email=root@example.test',
				'--skip-email',
				'--skip-config',
				'--url=network.test',
			],
			false
		);
		$this->wp( [ 'site', 'create', '--slug=two' ] );
		$this->wp( [ 'plugin', 'activate', 'woocommerce', self::PLUGIN, '--network' ] );
		// The plugin is also active on a site that is created later.
		$this->wp( [ 'site', 'create', '--slug=three' ] );

		foreach ( [ '' => 'wp_', 'two' => 'wp_2_', 'three' => 'wp_3_' ] as $site => $prefix ) {
			$facts = $this->facts( $site, 'use' );
			self::assertSame( 200, $facts['status'], $site );
			self::assertContains( $prefix . 'multisafepay_payment_links', $facts['tables'], $site );
			self::assertSame( [], preg_grep( "/^$prefix/", $facts['tables'], PREG_GREP_INVERT ), $site );
			self::assertSame( [ 'administrator', 'shop_manager' ], $facts['roles'], $site );
			self::assertSame( 2, $facts['scheduled'], $site );
		}

		$this->wp( [
			'option',
			'update',
			'multisafepay_payment_links_settings',
			'{"delete_data":true}',
			'--format=json',
			'--url=network.test/two',
		] );
		self::assertNotContains( 'multisafepay_payment_links_settings', $this->facts( 'three' )['options'] );
		// User preferences on the first and the second site.
		foreach ( [ 'wp_', 'wp_2_' ] as $prefix ) {
			$this->wp( [ 'user', 'meta', 'update', '1', $prefix . 'multisafepay_payment_links_advanced', '1' ] );
		}
		self::assertSame( 2, $this->facts( '' )['users_with_preferences'] );

		$this->wp( [ 'plugin', 'deactivate', self::PLUGIN, '--network' ] );
		foreach ( [ '', 'two', 'three' ] as $site ) {
			self::assertSame( 0, $this->facts( $site )['scheduled'], "$site: no scheduled action is left." );
		}

		$this->uninstall_plugin();
		foreach ( [ '' => true, 'two' => false, 'three' => true ] as $site => $keeps_links ) {
			$facts = $this->facts( $site );
			self::assertSame(
				[ [], [], 0 ],
				[ $facts['options'], $facts['roles'], $facts['users_with_preferences'] ],
				$site
			);
			self::assertSame(
				$keeps_links,
				$facts['tables'] !== [],
				"$site: links are only deleted where enabled."
			);
		}
	}

	public function test_a_plugin_active_on_one_site_only_cleans_up_when_the_network_deletes_it(): void {
		$this->wp(
			[
				'core',
				'multisite-install',
				'--title=Network',
				'--admin_user=root',
				'--admin_password=password',
				'--admin_email=root@example.test',
				'--skip-email',
				'--skip-config',
				'--url=network.test',
			],
			false
		);
		$this->wp( [ 'site', 'create', '--slug=two' ] );
		$this->wp( [ 'plugin', 'activate', 'woocommerce', self::PLUGIN, '--url=network.test/two' ] );
		self::assertSame( 200, $this->facts( 'two', 'use' )['status'] );
		self::assertSame( [], $this->facts( '' )['tables'], 'The other site has no tables.' );

		$this->wp( [ 'plugin', 'deactivate', self::PLUGIN, '--url=network.test/two' ] );
		$this->uninstall_plugin();

		$facts = $this->facts( 'two' );
		self::assertSame( [ [], [] ], [ $facts['options'], $facts['roles'] ] );
	}

	/**
	 * Uninstalls the plugin on the main site without deleting the files.
	 */
	private function uninstall_plugin(): void {
		$file = "'" . self::PLUGIN . '/' . self::PLUGIN . ".php'";
		self::assertSame(
			'yes',
			$this->wp( [
				'eval',
				"require_once ABSPATH . 'wp-admin/includes/plugin.php';
				echo is_uninstallable_plugin( $file ) ? 'yes' : 'no'; uninstall_plugin( $file );",
				'--url=network.test',
			] )
		);
	}

	/**
	 * Returns the data that the plugin has on a site.
	 *
	 * @return Facts
	 */
	private function facts( string $site, string $action = 'read' ): array {
		/** @var Facts $facts */
		$facts = json_decode(
			$this->wp( [
				'eval-file',
				dirname( __DIR__, 2 ) . '/fixtures/network/facts.php',
				$action,
				'--use-include',
				"--url=network.test/$site",
			] ),
			true,
			8,
			JSON_THROW_ON_ERROR
		);
		return $facts;
	}

	/**
	 * Runs WP-CLI and returns its output.
	 *
	 * @param list<string> $command  Command with arguments.
	 * @param bool         $is_ready Whether the network is installed.
	 */
	private function wp( array $command, bool $is_ready = true ): string {
		$errors  = tmpfile();
		self::assertIsResource( $errors );
		$process = proc_open(
			[
				PHP_BINARY,
				'-d',
				'memory_limit=512M',
				'-d',
				'display_errors=stderr',
				Env::get( 'WP_CLI_PHAR' ),
				'--allow-root',
				'--no-color',
				'--path=' . Env::get( 'MSPL_SITE_DIR' ),
				'--require=' . dirname( __DIR__, 2 ) . '/fixtures/network/constants.php',
				...$command,
			],
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
