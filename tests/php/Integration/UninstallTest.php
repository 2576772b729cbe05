<?php
/**
 * The plugin is deleted.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Lifecycle;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Settings\UserPreferences;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\WooCommerce\ActionScheduler;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;

#[CoversClass( Lifecycle::class )]
final class UninstallTest extends HttpTestCase {

	use LinkSteps;

	private const CAPABILITY = 'multisafepay_manage_payment_links';

	protected function tearDown(): void {
		Plugin::activate();
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

	#[Group( 'needs-real-woocommerce' )]
	public function test_nothing_of_ours_stays_scheduled(): void {
		$this->made_link( $this->orders->make() );

		$this->uninstall();

		self::assertSame( [], as_get_scheduled_actions( [ 'group' => ActionScheduler::GROUP, 'status' => 'pending' ], 'ids' ) );
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
