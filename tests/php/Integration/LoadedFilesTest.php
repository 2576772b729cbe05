<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\RequestMeter;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\ShopProcess;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use const MultiSafepay\PaymentLinks\PLUGIN_FILE;

#[CoversNothing]
final class LoadedFilesTest extends HttpTestCase {

	use LinkSteps;

	public function test_the_storefront_loads_only_the_files_that_register_hooks(): void {
		self::assertSame(
			[
				'Abilities/AbilitiesModule.php',
				'Automation/AutomationModule.php',
				'Batches/BatchesModule.php',
				'Container.php',
				'Links/LinksModule.php',
				'Module.php',
				'Payments/PaymentsModule.php',
				'Plugin.php',
				'Privacy/PrivacyModule.php',
				'Requirements.php',
				'Sharing/SharingModule.php',
				'Sites/SitesModule.php',
				'autoload.php',
			],
			$this->files_loaded_by_home_page()
		);
	}

	#[Group( 'needs-real-woocommerce' )]
	public function test_the_order_screen_loads_at_most_120_files(): void {
		$order = $this->orders->create();
		$this->create_link( $order );
		$this->create_link( $order );
		$meter = new RequestMeter( 'sam' );
		$url   = $order->get_edit_order_url();
		$meter->files( $url, has_plugin: true );

		$baseline = $meter->files( $url, has_plugin: false );

		self::assertLessThanOrEqual( 120, $meter->files( $url, has_plugin: true ) - $baseline );
	}

	/**
	 * Renders the home page in a separate process.
	 *
	 * @return list<mixed> Loaded files of the plugin, sorted.
	 */
	private function files_loaded_by_home_page(): array {
		$code = sprintf(
			<<<'PHP'
			$_SERVER += [ 'HTTP_HOST' => '%3$s', 'SERVER_NAME' => '127.0.0.1', 'REQUEST_METHOD' => 'GET',
				'REQUEST_URI' => '/', 'REMOTE_ADDR' => '127.0.0.1' ];
			define( 'WP_USE_THEMES', true );
			ob_start();
			require '%1$s/wp-blog-header.php';
			$is_page = str_contains( (string) ob_get_clean(), '</html>' );
			$files    = array_filter( array_map( 'realpath', get_included_files() ), static fn ( $file ) =>
				str_starts_with( $file, '%2$s' ) );
			$names   = array_map( static fn ( $file ) => substr( $file, strlen( '%2$s' ) ), $files );
			sort( $names );
			echo json_encode( [ $is_page, $names ] );
			PHP,
			Env::get( 'MSPL_SITE_DIR' ),
			dirname( (string) realpath( PLUGIN_FILE ) ) . '/includes/',
			(string) preg_replace( '#^https?://#', '', home_url() )
		);
		$result = ShopProcess::run( $code );
		self::assertTrue( $result[0] ?? null, 'The page was not complete.' );
		self::assertIsArray( $result[1] ?? null );

		return array_values( $result[1] );
	}
}
