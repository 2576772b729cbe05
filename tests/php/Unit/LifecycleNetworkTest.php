<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit;

use MultiSafepay\PaymentLinks\Lifecycle;
use PHPUnit\Framework\Attributes\PreserveGlobalState;
use PHPUnit\Framework\Attributes\RunInSeparateProcess;
use PHPUnit\Framework\TestCase;

/**
 * A network of shops, played by functions of WordPress that only note what they are asked.
 */
final class LifecycleNetworkTest extends TestCase {

	#[RunInSeparateProcess]
	#[PreserveGlobalState( false )]
	public function test_deactivating_on_a_network_takes_the_work_off_every_site(): void {
		require dirname( __DIR__, 2 ) . '/fixtures/wordpress-network.php';

		Lifecycle::deactivate( true );

		self::assertSame(
			[
				'to 1', 'site 1: delete multisafepay_payment_links_jobs', 'back',
				'to 2', 'site 2: delete multisafepay_payment_links_jobs', 'back',
				'to 7', 'site 7: delete multisafepay_payment_links_jobs', 'back',
			],
			$GLOBALS['mspl_network_calls']
		);
	}

	#[RunInSeparateProcess]
	#[PreserveGlobalState( false )]
	public function test_deactivating_on_one_site_leaves_the_others_alone(): void {
		require dirname( __DIR__, 2 ) . '/fixtures/wordpress-network.php';

		Lifecycle::deactivate( false );

		self::assertSame( [ 'site 1: delete multisafepay_payment_links_jobs' ], $GLOBALS['mspl_network_calls'] );
	}

	#[RunInSeparateProcess]
	#[PreserveGlobalState( false )]
	public function test_deleting_on_a_network_clears_every_site_and_its_tables_only_where_it_said_so(): void {
		require dirname( __DIR__, 2 ) . '/fixtures/wordpress-network.php';

		Lifecycle::uninstall();

		$calls = $GLOBALS['mspl_network_calls'];
		self::assertIsArray( $calls );
		foreach ( [ 1, 2, 7 ] as $site ) {
			self::assertContains( "site $site: delete multisafepay_payment_links_settings", $calls );
		}
		self::assertSame(
			[ 'site 2: DROP TABLE IF EXISTS wp_2_multisafepay_payment_links', 'site 2: DROP TABLE IF EXISTS wp_2_multisafepay_payment_link_events', 'site 2: DROP TABLE IF EXISTS wp_2_multisafepay_payment_link_copies', 'site 2: DROP TABLE IF EXISTS wp_2_multisafepay_payment_link_batches', 'site 2: DROP TABLE IF EXISTS wp_2_multisafepay_payment_link_batch_items' ],
			array_values( array_filter( $calls, static fn ( mixed $call ): bool => is_string( $call ) && str_contains( $call, 'DROP' ) ) )
		);
		self::assertCount( 1, array_filter( $calls, static fn ( mixed $call ): bool => is_string( $call ) && str_contains( $call, 'usermeta' ) ) );
	}
}
