<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use Automattic\WooCommerce\Utilities\FeaturesUtil;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\ShopProcess;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;

#[CoversNothing]
final class RequirementsTest extends IntegrationTestCase {

	private const PLUGIN = 'multisafepay-payment-links/multisafepay-payment-links.php';

	#[Group( 'needs-real-woocommerce' )]
	public function test_compatibility_with_order_tables_is_declared(): void {
		$plugins = FeaturesUtil::get_compatible_plugins_for_feature( 'custom_order_tables' );

		self::assertContains( self::PLUGIN, (array) ( $plugins['compatible'] ?? [] ) );
	}

	public function test_the_plugin_header_names_the_requirements(): void {
		$data = get_plugin_data( Env::get( 'MSPL_SITE_DIR' ) . '/wp-content/plugins/' . self::PLUGIN, false, false );

		self::assertSame(
			[ '8.1', '6.7', 'woocommerce', 'multisafepay-payment-links' ],
			[ $data['RequiresPHP'], $data['RequiresWP'], $data['RequiresPlugins'], $data['TextDomain'] ]
		);
	}

	public function test_without_woocommerce_there_is_a_notice_and_no_route(): void {
		[ $notice, $routes ] = $this->run_with_plugin_only( '', 'admin' );

		self::assertSame(
			'Payment Links for MultiSafepay needs WooCommerce. Install and activate it.',
			trim( strip_tags( $notice ) )
		);
		self::assertSame( '0', $routes );
	}

	public function test_with_an_old_woocommerce_the_notice_names_both_versions(): void {
		[ $notice, $routes ] = $this->run_with_plugin_only( "define( 'WC_VERSION', '8.9.3' );", 'admin' );

		self::assertSame(
			'Payment Links for MultiSafepay needs WooCommerce 9.0 or newer; this is 8.9.3. Update WooCommerce.',
			trim( strip_tags( $notice ) )
		);
		self::assertSame( '0', $routes );
	}

	public function test_users_who_cannot_install_plugins_see_no_notice(): void {
		self::assertSame( '', $this->run_with_plugin_only( '', 'sam' )[0] );
	}

	/**
	 * Runs a separate process in which this is the only active plugin.
	 *
	 * @return array{string, string} Output of the admin notices and number of the plugin's routes.
	 */
	private function run_with_plugin_only( string $prelude, string $user ): array {
		$code = sprintf(
			<<<'PHP'
			%s
			$_SERVER += [ 'HTTP_HOST' => '127.0.0.1', 'SERVER_NAME' => '127.0.0.1', 'REQUEST_METHOD' => 'GET',
				'REQUEST_URI' => '/', 'REMOTE_ADDR' => '127.0.0.1' ];
			$GLOBALS['wp_filter'] = [ 'pre_option_active_plugins' => [ 10 => [ [ 'accepted_args' => 0, 'function' =>
				static fn () => [ '%s' ] ] ] ] ];
			define( 'WP_ADMIN', true );
			require '%s/wp-load.php';
			wp_set_current_user( get_user_by( 'login', '%s' )->ID );
			ob_start();
			foreach ( $GLOBALS['wp_filter']['admin_notices']->callbacks ?? [] as $callbacks ) {
				foreach ( $callbacks as $callback ) {
					if ( $callback['function'] instanceof Closure ) {
						( $callback['function'] )();
					}
				}
			}
			$notice = ob_get_clean();
			$routes = count( array_filter( array_keys( rest_get_server()->get_routes() ), static fn ( $route ) =>
				str_contains( $route, 'multisafepay-payment-links' ) ) );
			echo json_encode( [ $notice, (string) $routes ] );
			PHP,
			$prelude,
			self::PLUGIN,
			Env::get( 'MSPL_SITE_DIR' ),
			$user
		);
		$result = ShopProcess::run( $code );
		self::assertIsString( $result[0] );
		self::assertIsString( $result[1] );
		return [ $result[0], $result[1] ];
	}
}
