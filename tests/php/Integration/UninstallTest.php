<?php
/**
 * The plugin is deleted.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Email\PaymentLinkEmail;
use MultiSafepay\PaymentLinks\Email\PaymentLinkMailer;
use MultiSafepay\PaymentLinks\Lifecycle;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Settings\UserPreferences;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
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

	public function test_deleting_removes_options_keys_rights_and_schedules_and_keeps_the_links(): void {
		$order = $this->orders->make();
		$this->made_link( $order );
		$this->store_key( 'another-key-0123456789' );
		$preferences = new UserPreferences();
		$preferences->set_advanced( 1, true );
		$preferences->hide_columns( 1, [ 'site' ] );
		update_user_meta( 1, 'multisafepay_gateways_preference', 'not ours' );

		$this->uninstall();

		self::assertSame( [], Db::wpdb()->get_col( 'SELECT option_name FROM ' . Db::wpdb()->options . " WHERE option_name LIKE 'multisafepay\_payment\_links\_%'" ) );
		self::assertFalse( $preferences->is_advanced( 1 ) );
		self::assertSame( [], $preferences->hidden_columns( 1 ) );
		self::assertSame( 'not ours', get_user_meta( 1, 'multisafepay_gateways_preference', true ) );
		delete_user_meta( 1, 'multisafepay_gateways_preference' );
		foreach ( wp_roles()->role_objects as $role ) {
			self::assertFalse( $role->has_cap( self::CAPABILITY ), $role->name );
		}
		self::assertCount( 1, $this->rows( $order ), 'They are the shop\'s record.' );
	}

	public function test_deleting_removes_what_the_shop_chose_for_the_email(): void {
		update_option( self::EMAIL_SETTINGS, [ 'enabled' => 'no', 'subject' => 'Our own words' ] );

		$this->uninstall();

		self::assertFalse( get_option( self::EMAIL_SETTINGS ) );
	}

	public function test_the_email_is_on_and_costs_no_query_before_anybody_chose(): void {
		$this->uninstall();
		Plugin::activate();
		WC()->mailer();
		wp_cache_flush();
		wp_load_alloptions();
		$before = Db::wpdb()->num_queries;

		self::assertTrue( PaymentLinkMailer::is_switched_on() );
		self::assertSame( $before, Db::wpdb()->num_queries );
		self::assertTrue( ( new PaymentLinkEmail() )->is_enabled() );
	}

	public function test_activating_again_keeps_what_the_shop_chose_for_the_email(): void {
		update_option( self::EMAIL_SETTINGS, [ 'enabled' => 'no' ] );

		Plugin::activate();

		self::assertFalse( PaymentLinkMailer::is_switched_on() );
	}

	#[Group( 'needs-real-woocommerce' )]
	public function test_nothing_of_ours_stays_scheduled(): void {
		$this->made_link( $this->orders->make() );

		$this->uninstall();

		self::assertSame( [], as_get_scheduled_actions( [ 'group' => ActionHooks::GROUP, 'status' => 'pending' ], 'ids' ) );
	}

	public function test_the_links_go_only_where_the_shop_said_so(): void {
		$stored = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $stored );
		update_option( 'multisafepay_payment_links_settings', [ 'delete_data' => true ] + $stored, false );

		$this->uninstall();

		self::assertSame( [], Db::wpdb()->get_col( "SHOW TABLES LIKE '" . Db::wpdb()->prefix . "multisafepay\_payment\_link%'" ) );
		self::assertSame( 0, Schema::stored_version() );
	}

	public function test_a_shop_that_installs_again_works_again_with_its_old_links(): void {
		$order = $this->orders->make();
		$this->made_link( $order );
		$settings = get_option( 'multisafepay_payment_links_settings' );
		$this->uninstall();

		Plugin::activate();
		update_option( 'multisafepay_payment_links_settings', $settings, false );

		self::assertSame( 200, $this->rest( 'POST', "/links/{$this->rows( $order )[0]['id']}/refresh" )->get_status() );
		self::assertTrue( get_role( 'shop_manager' )?->has_cap( self::CAPABILITY ) );
	}

	/**
	 * Runs what WordPress found registered at the activation.
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
