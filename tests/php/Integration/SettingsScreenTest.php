<?php
/**
 * The settings screen.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Admin\ScriptAssets;
use MultiSafepay\PaymentLinks\Admin\SettingsPage;
use MultiSafepay\PaymentLinks\Settings\DefinedKeys;
use MultiSafepay\PaymentLinks\Settings\OfficialPluginKeys;
use MultiSafepay\PaymentLinks\Settings\SettingsStore;
use MultiSafepay\PaymentLinks\Settings\SettingsView;
use MultiSafepay\PaymentLinks\Settings\SiteKeys;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use PHPUnit\Framework\Attributes\CoversNothing;
use const MultiSafepay\PaymentLinks\PLUGIN_FILE;

#[CoversNothing]
final class SettingsScreenTest extends IntegrationTestCase {

	/**
	 * What the process had.
	 *
	 * @var array<mixed>
	 */
	private array $get = [];

	protected function setUp(): void {
		parent::setUp();
		$this->get = $_GET;
		$official  = new OfficialPluginKeys( get_option( ... ) );
		$keys      = new SiteKeys( new DefinedKeys(), $official );
		// WooCommerce prints its gateways and loads its scripts here; only ours count.
		remove_all_actions( 'woocommerce_settings_multisafepay_payment_links' );
		remove_all_filters( 'woocommerce_settings_tabs_array' );
		remove_all_actions( 'admin_enqueue_scripts' );
		( new SettingsPage( new SettingsView( new SettingsStore(), $keys, $official ), new ScriptAssets( PLUGIN_FILE ), PLUGIN_FILE ) )->register();
	}

	protected function tearDown(): void {
		$_GET = $this->get;
		unset( $GLOBALS['hide_save_button'] );
		wp_dequeue_script( 'multisafepay-payment-links-settings' );
		parent::tearDown();
	}

	public function test_the_tab_stands_behind_payments(): void {
		$tabs = [
			'general'  => 'General',
			'checkout' => 'Payments',
			'email'    => 'Emails',
		];

		$shown = apply_filters( 'woocommerce_settings_tabs_array', $tabs );

		self::assertIsArray( $shown );
		self::assertSame( [ 'general', 'checkout', 'multisafepay_payment_links', 'email' ], array_keys( $shown ) );
	}

	public function test_without_payments_the_tab_stands_last(): void {
		self::assertSame(
			[
				'general'                    => 'General',
				'multisafepay_payment_links' => 'Payment links',
			],
			apply_filters( 'woocommerce_settings_tabs_array', [ 'general' => 'General' ] )
		);
	}

	public function test_the_tab_prints_its_settings_without_keys_and_hides_woocommerces_button(): void {
		$html = $this->screen( 'multisafepay_payment_links', 'sam' );

		self::assertSame( 1, preg_match( '/id="multisafepay-payment-links-settings"[^>]* data-config="([^"]+)"/', $html, $match ) );
		$config = json_decode( html_entity_decode( $match[1] ?? '', ENT_QUOTES ), true );
		self::assertIsArray( $config );
		self::assertSame( $this->json( $this->rest( 'GET', '/settings' ) ), $config['settings'] );
		self::assertStringNotContainsString( Env::get( 'EMULATOR_KEY' ), $html );
		self::assertTrue( $GLOBALS['hide_save_button'] ?? null );
		self::assertStringNotContainsString( '<form', $html );
	}

	public function test_other_tabs_and_other_people_get_nothing(): void {
		self::assertSame( '', $this->screen( 'checkout', 'sam' ) );
		self::assertSame( '', $this->screen( 'multisafepay_payment_links', $this->user( 'editor' ) ) );
		self::assertFalse( wp_script_is( 'multisafepay-payment-links-settings' ) );
	}

	public function test_the_script_is_loaded_there_only(): void {
		$this->screen( 'checkout', 'sam' );
		self::assertFalse( wp_script_is( 'multisafepay-payment-links-settings' ) );

		$this->screen( 'multisafepay_payment_links', 'sam' );
		self::assertTrue( wp_script_is( 'multisafepay-payment-links-settings' ) );
	}

	public function test_the_list_of_plugins_links_to_the_screen_for_managers(): void {
		$filter = 'plugin_action_links_' . plugin_basename( PLUGIN_FILE );

		$this->login_as( 'sam' );
		$links = apply_filters( $filter, [ 'deactivate' => 'Deactivate' ] );
		self::assertIsArray( $links );
		self::assertSame( [ 'settings', 'deactivate' ], array_keys( $links ) );
		self::assertIsString( $links['settings'] );
		self::assertStringContainsString( esc_url( SettingsPage::url() ), $links['settings'] );

		$this->login_as( $this->user( 'editor' ) );
		self::assertSame( [ 'deactivate' => 'Deactivate' ], apply_filters( $filter, [ 'deactivate' => 'Deactivate' ] ) );
	}

	/**
	 * What the tab prints.
	 */
	private function screen( string $tab, string $user ): string {
		$this->login_as( $user );
		$_GET = [
			'page' => 'wc-settings',
			'tab'  => $tab,
		];
		do_action( 'admin_enqueue_scripts', 'woocommerce_page_wc-settings' );

		ob_start();
		do_action( 'woocommerce_settings_multisafepay_payment_links' );

		return (string) ob_get_clean();
	}
}
