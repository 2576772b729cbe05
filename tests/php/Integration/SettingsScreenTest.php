<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Settings\SettingsModule;
use MultiSafepay\PaymentLinks\Sites\Domain\DeclaredSettings;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteSettings;
use MultiSafepay\PaymentLinks\Sites\SitesModule;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use PHPUnit\Framework\Attributes\CoversNothing;
use const MultiSafepay\PaymentLinks\PLUGIN_FILE;

#[CoversNothing]
final class SettingsScreenTest extends IntegrationTestCase {

	/**
	 * The original query parameters.
	 *
	 * @var array<mixed>
	 */
	private array $original_get = [];

	protected function setUp(): void {
		parent::setUp();
		$this->original_get = $_GET;
		// Remove WooCommerce's own callbacks, so that only the output of this plugin remains.
		remove_all_actions( 'woocommerce_settings_multisafepay_payment_links' );
		remove_all_filters( 'woocommerce_settings_tabs_array' );
		remove_all_actions( 'admin_enqueue_scripts' );
		remove_all_actions( 'load-woocommerce_page_wc-settings' );
		remove_all_actions( 'load-plugins.php' );
		( new SettingsModule( Plugin::container() ) )->add_hooks();
		do_action( 'load-woocommerce_page_wc-settings' );
		do_action( 'load-plugins.php' );
	}

	protected function tearDown(): void {
		$_GET = $this->original_get;
		unset( $GLOBALS['hide_save_button'] );
		wp_dequeue_script( 'multisafepay-payment-links-settings' );
		parent::tearDown();
	}

	public function test_the_tab_comes_after_payments(): void {
		$tabs = [
			'general'  => 'General',
			'checkout' => 'Payments',
			'email'    => 'Emails',
		];

		$result = apply_filters( 'woocommerce_settings_tabs_array', $tabs );

		self::assertIsArray( $result );
		self::assertSame( [ 'general', 'checkout', 'multisafepay_payment_links', 'email' ], array_keys( $result ) );
	}

	public function test_without_payments_the_tab_comes_last(): void {
		self::assertSame(
			[
				'general'                    => 'General',
				'multisafepay_payment_links' => 'Payment links',
			],
			apply_filters( 'woocommerce_settings_tabs_array', [ 'general' => 'General' ] )
		);
	}

	public function test_the_tab_prints_the_settings_without_keys_and_hides_the_save_button(): void {
		$html   = $this->tab_output( 'multisafepay_payment_links', 'sam' );
		$config = self::config( $html );

		self::assertSame( $this->json( $this->rest( 'GET', '/settings' ) ), $config['settings'] );
		self::assertStringNotContainsString( Env::get( 'EMULATOR_KEY' ), $html );
		self::assertTrue( $GLOBALS['hide_save_button'] ?? null );
		self::assertStringNotContainsString( '<form', $html );
	}

	public function test_the_tab_prints_every_declared_setting_with_its_texts(): void {
		$config = self::config( $this->tab_output( 'multisafepay_payment_links', 'sam' ) );
		$sites  = Json::object( $config, 'site_fields' );
		$fields = [];
		foreach ( array_keys( Json::object( $config, 'sections' ) ) as $index ) {
			$fields = [ ...$fields, ...array_values( Json::object( $config, 'sections', $index, 'fields' ) ) ];
		}

		self::assertEqualsCanonicalizing(
			array_keys( DeclaredSettings::of( Settings::class ) ),
			array_column( $fields, 'name' )
		);
		self::assertEqualsCanonicalizing(
			[ 'api_key', ...array_keys( DeclaredSettings::of( SiteSettings::class ) ) ],
			array_keys( $sites )
		);
		foreach ( [ ...$fields, ...array_values( $sites ) ] as $field ) {
			self::assertIsArray( $field );
			self::assertIsString( $field['help'] );
			self::assertNotSame( '', $field['label'] );
			self::assertDoesNotMatchRegularExpression( '/\{(min|max|placeholders)\}/', $field['help'] );
		}
	}

	public function test_the_declarations_match_the_example(): void {
		$config  = self::config( $this->tab_output( 'multisafepay_payment_links', 'sam' ) );
		$example = Json::fixture( 'settings-config' );

		foreach ( array_keys( Json::object( $example, 'sections' ) ) as $index ) {
			self::assertSame(
				Json::at( $example, 'sections', $index, 'title' ),
				Json::at( $config, 'sections', $index, 'title' )
			);
			foreach ( Json::object( $example, 'sections', $index, 'fields' ) as $field ) {
				self::assertContains( $field, Json::object( $config, 'sections', $index, 'fields' ) );
			}
		}
		self::assertSame( $example['site_fields'], $config['site_fields'] );
		self::assertSame( $example['max_sites'], $config['max_sites'] );
	}

	public function test_other_tabs_and_other_users_get_no_output(): void {
		self::assertSame( '', $this->tab_output( 'checkout', 'sam' ) );
		self::assertSame( '', $this->tab_output( 'multisafepay_payment_links', $this->create_user( 'editor' ) ) );
		self::assertFalse( wp_script_is( 'multisafepay-payment-links-settings' ) );
	}

	public function test_the_script_is_only_loaded_on_the_tab(): void {
		$this->tab_output( 'checkout', 'sam' );
		self::assertFalse( wp_script_is( 'multisafepay-payment-links-settings' ) );

		$this->tab_output( 'multisafepay_payment_links', 'sam' );
		self::assertTrue( wp_script_is( 'multisafepay-payment-links-settings' ) );
	}

	public function test_the_plugins_list_links_to_the_settings_for_shop_managers(): void {
		$filter = 'plugin_action_links_' . plugin_basename( PLUGIN_FILE );

		$this->login_as( 'sam' );
		$links = apply_filters( $filter, [ 'deactivate' => 'Deactivate' ] );
		self::assertIsArray( $links );
		self::assertSame( [ 'settings', 'deactivate' ], array_keys( $links ) );
		self::assertIsString( $links['settings'] );
		self::assertStringContainsString( esc_url( SitesModule::settings_url() ), $links['settings'] );

		$this->login_as( $this->create_user( 'editor' ) );
		self::assertSame(
			[ 'deactivate' => 'Deactivate' ],
			apply_filters( $filter, [ 'deactivate' => 'Deactivate' ] )
		);
	}

	/**
	 * @return array<mixed>
	 */
	private static function config( string $html ): array {
		self::assertSame(
			1,
			preg_match( '/id="multisafepay-payment-links-settings"[^>]* data-config="([^"]+)"/', $html, $match )
		);
		$config = json_decode( html_entity_decode( $match[1], ENT_QUOTES ), true );
		self::assertIsArray( $config );

		return $config;
	}

	/**
	 * Returns the output of the tab.
	 */
	private function tab_output( string $tab, string $user ): string {
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
