<?php
/**
 * What a page costs that needs nothing of the plugin.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\ShopProcess;
use PHPUnit\Framework\Attributes\CoversNothing;
use const MultiSafepay\PaymentLinks\PLUGIN_FILE;

#[CoversNothing]
final class LoadedFilesTest extends IntegrationTestCase {

	public function test_the_storefront_loads_no_more_than_what_adds_the_hooks(): void {
		self::assertSame(
			[
				'Bulk.php',
				'Operations.php',
				'Plugin.php',
				'Requirements.php',
				'Settings/SettingsStore.php',
				'WooCommerce/ActionHooks.php',
				'autoload.php',
			],
			$this->loaded_by_the_home_page()
		);
	}

	/**
	 * Shows the home page in a process of its own.
	 *
	 * @return list<mixed> Our files, sorted.
	 */
	private function loaded_by_the_home_page(): array {
		$code = sprintf(
			<<<'PHP'
			$_SERVER += [ 'HTTP_HOST' => '%3$s', 'SERVER_NAME' => '127.0.0.1', 'REQUEST_METHOD' => 'GET', 'REQUEST_URI' => '/', 'REMOTE_ADDR' => '127.0.0.1' ];
			define( 'WP_USE_THEMES', true );
			ob_start();
			require '%1$s/wp-blog-header.php';
			$is_page = str_contains( (string) ob_get_clean(), '</html>' );
			$ours    = array_filter( array_map( 'realpath', get_included_files() ), static fn ( $file ) => str_starts_with( $file, '%2$s' ) );
			$names   = array_map( static fn ( $file ) => substr( $file, strlen( '%2$s' ) ), $ours );
			sort( $names );
			echo json_encode( [ $is_page, $names ] );
			PHP,
			Env::get( 'MSPL_SITE_DIR' ),
			dirname( (string) realpath( PLUGIN_FILE ) ) . '/includes/',
			(string) preg_replace( '#^https?://#', '', home_url() )
		);
		$answer = ShopProcess::answer( $code );
		self::assertTrue( $answer[0] ?? null, 'It was no whole page.' );
		self::assertIsArray( $answer[1] ?? null );

		return array_values( $answer[1] );
	}
}
