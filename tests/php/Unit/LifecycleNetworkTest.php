<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit;

use MultiSafepay\PaymentLinks\Lifecycle;
use PHPUnit\Framework\Attributes\PreserveGlobalState;
use PHPUnit\Framework\Attributes\RunInSeparateProcess;
use PHPUnit\Framework\TestCase;

/**
 * Simulates a multisite network with stub WordPress functions that record their calls.
 */
final class LifecycleNetworkTest extends TestCase {

	#[RunInSeparateProcess]
	#[PreserveGlobalState( false )]
	public function test_deactivating_on_a_network_unschedules_the_actions_of_every_site(): void {
		require dirname( __DIR__, 2 ) . '/fixtures/wordpress-network.php';

		Lifecycle::deactivate( true );

		self::assertSame(
			[
				'to 1', 'site 1: delete multisafepay_payment_links_recurring_actions', 'back',
				'to 2', 'site 2: delete multisafepay_payment_links_recurring_actions', 'back',
				'to 7', 'site 7: delete multisafepay_payment_links_recurring_actions', 'back',
			],
			$GLOBALS['mspl_network_calls']
		);
	}

	#[RunInSeparateProcess]
	#[PreserveGlobalState( false )]
	public function test_deactivating_on_one_site_does_not_change_the_other_sites(): void {
		require dirname( __DIR__, 2 ) . '/fixtures/wordpress-network.php';

		Lifecycle::deactivate( false );

		self::assertSame(
			[ 'site 1: delete multisafepay_payment_links_recurring_actions' ],
			$GLOBALS['mspl_network_calls']
		);
	}

	#[RunInSeparateProcess]
	#[PreserveGlobalState( false )]
	public function test_uninstalling_on_a_network_cleans_every_site_and_drops_tables_only_where_enabled(): void {
		require dirname( __DIR__, 2 ) . '/fixtures/wordpress-network.php';

		Lifecycle::uninstall();

		$calls = $GLOBALS['mspl_network_calls'];
		self::assertIsArray( $calls );
		foreach ( [ 1, 2, 7 ] as $site ) {
			self::assertContains( "site $site: delete multisafepay_payment_links_settings", $calls );
		}
		self::assertSame(
			[
				'site 2: DROP TABLE IF EXISTS wp_2_multisafepay_payment_links',
				'site 2: DROP TABLE IF EXISTS wp_2_multisafepay_payment_link_events',
				'site 2: DROP TABLE IF EXISTS wp_2_multisafepay_payment_link_order_claims',
				'site 2: DROP TABLE IF EXISTS wp_2_multisafepay_payment_link_batches',
				'site 2: DROP TABLE IF EXISTS wp_2_multisafepay_payment_link_batch_items',
			],
			array_values( array_filter(
				$calls,
				static fn ( mixed $call ): bool => is_string( $call ) && str_contains( $call, 'DROP' )
			) )
		);
		self::assertCount(
			1,
			array_filter(
				$calls,
				static fn ( mixed $call ): bool => is_string( $call ) && str_contains( $call, 'usermeta' )
			)
		);
	}
}
