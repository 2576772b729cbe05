<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\SeededRandom;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation\SimulatedShop;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation\Simulation;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\StockedOrders;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use Throwable;

/**
 * Runs random histories of orders and compares the shop with the provider's money. Each history has its own seed;
 * `MSPL_SEED` is the first one, `MSPL_SIM_ORDERS` the number of histories.
 */
#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
#[Group( 'simulation' )]
final class SimulationTest extends IntegrationTestCase {

	private const HISTORIES = 1000;

	private const HISTORIES_IN_POSTS = 100;

	private const MAX_REPORTED = 5;

	private StockedOrders $shop;

	/**
	 * The orders that a history can start with.
	 *
	 * @var non-empty-list<int>
	 */
	private array $order_ids = [ 0 ];

	private bool $has_object_cache = false;

	protected function setUp(): void {
		parent::setUp();
		// WordPress then keeps transients in memory, which saves a tenth of the queries.
		$this->has_object_cache = (bool) wp_using_ext_object_cache( true );
	}

	protected function tearDown(): void {
		wp_using_ext_object_cache( $this->has_object_cache );
		parent::tearDown();
	}

	#[Group( 'storage' )]
	public function test_after_random_histories_the_shop_and_the_provider_agree(): void {
		SimulatedShop::prepare();
		$this->shop      = new StockedOrders();
		$this->order_ids = [
			$this->shop->create( 'cod', 'processing' )->get_id(),
			$this->shop->create( 'bacs', 'on-hold' )->get_id(),
			$this->shop->create( '', 'failed' )->get_id(),
			$this->shop->create()->get_id(),
			$this->shop->create( 'bacs' )->get_id(),
		];
		$first    = ( new SeededRandom( 'simulation' ) )->seed;
		$count    = $this->histories();
		$failures = [];
		$start    = hrtime( true );
		$done     = 0;
		$left     = self::MAX_REPORTED;
		while ( $done < $count && $left > 0 ) {
			$failure = $this->run_history( $first + $done );
			if ( $failure !== null ) {
				$failures[] = $failure;
				--$left;
			}
			++$done;
		}
		fprintf(
			STDERR,
			"simulation: %d histories in %.0f s, %d MB\n",
			$done,
			( hrtime( true ) - $start ) / 1e9,
			memory_get_peak_usage() / 1_000_000
		);

		self::assertSame( '', implode( "\n\n", $failures ) );
	}

	/**
	 * Returns the report of a failure, or null.
	 */
	private function run_history( int $seed ): ?string {
		Db::query( 'SAVEPOINT history' );
		$simulation = null;
		try {
			$simulation = new Simulation( $seed, $this->shop, $this->order_ids );
			$simulation->run();
		} catch ( Throwable $failure ) {
			return implode(
				"\n",
				[
					$failure::class . ': ' . $failure->getMessage(),
					basename( $failure->getFile() ) . ':' . $failure->getLine(),
					"Repeat it with: bin/test simulation --orders 1 --seed $seed",
					...( $simulation === null ? [] : $simulation->world->log ),
				]
			);
		} finally {
			Db::query( 'ROLLBACK TO SAVEPOINT history' );
			wp_cache_flush();
		}
		return null;
	}

	private function histories(): int {
		$number = getenv( 'MSPL_SIM_ORDERS' );
		if ( is_string( $number ) && ctype_digit( $number ) ) {
			return (int) $number;
		}
		return get_option( 'woocommerce_custom_orders_table_enabled' ) === 'yes'
			? self::HISTORIES
			: self::HISTORIES_IN_POSTS;
	}
}
