<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Lifecycle;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;
use MultiSafepay\PaymentLinks\Shared\WordPress\UserPreferences;
use MultiSafepay\PaymentLinks\Sharing\ShareConfig;
use MultiSafepay\PaymentLinks\Sharing\WooCommerce\PaymentLinkEmail;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;

#[CoversClass( Lifecycle::class )]
final class UninstallTest extends HttpTestCase {

	use LinkSteps;

	private const EMAIL_SETTINGS = 'woocommerce_multisafepay_payment_link_settings';

	private const CAPABILITY = 'multisafepay_manage_payment_links';

	protected function tearDown(): void {
		Plugin::activate();
		update_option( self::EMAIL_SETTINGS, [ 'enabled' => 'yes' ] );
		parent::tearDown();
	}

	public function test_uninstalling_removes_options_keys_and_capabilities_and_keeps_the_links(): void {
		$order = $this->orders->create();
		$this->create_link( $order );
		$this->store_key( 'another-key-0123456789' );
		$preferences = new UserPreferences();
		$preferences->set_advanced( 1, true );
		$preferences->hide_columns( 1, [ 'site' ] );
		update_user_meta( 1, 'multisafepay_gateways_preference', 'not ours' );

		$this->uninstall();

		self::assertSame(
			[],
			Db::wpdb()->get_col(
				'SELECT option_name FROM '
					. Db::wpdb()->options
					. " WHERE option_name LIKE 'multisafepay\_payment\_links\_%'"
			)
		);
		self::assertFalse( $preferences->is_advanced( 1 ) );
		self::assertSame( [], $preferences->hidden_columns( 1 ) );
		self::assertSame( 'not ours', get_user_meta( 1, 'multisafepay_gateways_preference', true ) );
		delete_user_meta( 1, 'multisafepay_gateways_preference' );
		foreach ( wp_roles()->role_objects as $role ) {
			self::assertFalse( $role->has_cap( self::CAPABILITY ), $role->name );
		}
		self::assertCount( 1, $this->rows( $order ), 'Links are kept by default.' );
	}

	public function test_uninstalling_removes_the_settings_of_the_email(): void {
		update_option( self::EMAIL_SETTINGS, [ 'enabled' => 'no', 'subject' => 'Our own words' ] );

		$this->uninstall();

		self::assertFalse( get_option( self::EMAIL_SETTINGS ) );
	}

	public function test_the_email_is_enabled_by_default_without_a_query(): void {
		$this->uninstall();
		Plugin::activate();
		WC()->mailer();
		wp_cache_flush();
		wp_load_alloptions();
		$before = Db::wpdb()->num_queries;

		self::assertTrue( ShareConfig::is_email_enabled() );
		self::assertSame( $before, Db::wpdb()->num_queries );
		self::assertTrue( true === Plugin::container()->get( PaymentLinkEmail::class )->is_enabled() );
	}

	public function test_reactivation_keeps_the_settings_of_the_email(): void {
		update_option( self::EMAIL_SETTINGS, [ 'enabled' => 'no' ] );

		Plugin::activate();

		self::assertFalse( ShareConfig::is_email_enabled() );
	}

	#[Group( 'needs-real-woocommerce' )]
	public function test_no_action_stays_scheduled(): void {
		$this->create_link( $this->orders->create() );

		$this->uninstall();

		self::assertSame(
			[],
			as_get_scheduled_actions( [ 'group' => Scheduler::GROUP, 'status' => 'pending' ], 'ids' )
		);
	}

	public function test_links_are_deleted_only_when_enabled(): void {
		$stored = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $stored );
		update_option( 'multisafepay_payment_links_settings', [ 'delete_data' => true ] + $stored, false );

		$this->uninstall();

		self::assertSame(
			[],
			Db::wpdb()->get_col( "SHOW TABLES LIKE '" . Db::wpdb()->prefix . "multisafepay\_payment\_link%'" )
		);
		self::assertFalse( get_option( Plugin::TABLES_OPTION ) );
	}

	public function test_a_reinstalled_plugin_works_with_the_old_links(): void {
		$order = $this->orders->create();
		$this->create_link( $order );
		$settings = get_option( 'multisafepay_payment_links_settings' );
		$this->uninstall();

		Plugin::activate();
		update_option( 'multisafepay_payment_links_settings', $settings, false );

		self::assertSame( 200, $this->rest( 'POST', "/links/{$this->rows( $order )[0]['id']}/refresh" )->get_status() );
		self::assertTrue( get_role( 'shop_manager' )?->has_cap( self::CAPABILITY ) );
	}

	/**
	 * Runs the uninstall callback that was registered on activation.
	 */
	private function uninstall(): void {
		$registered = get_option( 'uninstall_plugins' );
		self::assertIsArray( $registered );
		$callback = $registered[ plugin_basename( \MultiSafepay\PaymentLinks\PLUGIN_FILE ) ] ?? null;
		self::assertSame( [ Lifecycle::class, 'uninstall' ], $callback );
		Lifecycle::uninstall();
		wp_cache_flush();
	}
}
