<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Links\Domain\Balance;
use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Links\Storage\LinkListQuery;
use MultiSafepay\PaymentLinks\Links\Storage\LinkTable;
use MultiSafepay\PaymentLinks\Links\WooCommerce\BalanceSql;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderSummaries;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\RandomOrder;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\SeededRandom;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;

/**
 * Creates random orders with links and compares four calculations of the amount due: Balance for one order, Balance for
 * a list, BalanceSql, and a calculation from the values that the order was created with.
 */
#[CoversClass( Balance::class )]
#[CoversClass( BalanceSql::class )]
#[Group( 'needs-real-woocommerce' )]
#[Group( 'storage' )]
final class BalancePropertyTest extends IntegrationTestCase {

	private const ORDERS_PER_ROUND = 400;

	public function test_all_calculations_of_the_amount_due_agree_for_thousands_of_orders(): void {
		$random = new SeededRandom( 'amounts due' );
		RandomOrder::register_statuses();
		foreach ( [ 0, 1, 2, 3, 4 ] as $decimals ) {
			update_option( 'woocommerce_price_num_decimals', $decimals );
			$orders = [];
			for ( $i = 0; $i < self::ORDERS_PER_ROUND; $i++ ) {
				$order                = RandomOrder::create( $random, $decimals );
				$orders[ $order->id ] = $order;
			}
			$this->forget_everything();
			$this->compare( $orders, "seed {$random->seed}, $decimals decimals" );
		}
	}

	/**
	 * @param array<int, RandomOrder> $orders By ID.
	 */
	private function compare( array $orders, string $run ): void {
		$container = Plugin::container();
		$links     = $container->get( LinkTable::class );
		$links->preload( array_keys( $orders ) );
		$summaries = $container->get( OrderSummaries::class )->summaries( array_keys( $orders ) );
		$due_sql   = $this->due_in_sql();
		$now       = $container->get( Clock::class )->now();
		$stale_ids = $container->get( LinkListQuery::class )->ids( new LinkQuery( stale: true ), $now, 0, 100_000 );

		$paid = 0;
		foreach ( $orders as $id => $order ) {
			$name = "$run: {$order->description}";
			if ( 'trash' === $order->status ) {
				self::assertArrayNotHasKey( $id, $summaries, $name );
				self::assertArrayNotHasKey( $order->open_link_id, $due_sql, $name );
				continue;
			}

			$of_order = $links->of_order( $id );
			$balance  = Balance::of( $summaries[ $id ]->payment, $of_order, Environment::Live );
			$paid    += $balance->is_paid ? 1 : 0;

			self::assertSame( $order->is_paid, $balance->is_paid, $name );
			self::assertSame( $order->due, $balance->due->amount, $name );
			self::assertSame( $order->due, max( 0, $due_sql[ $order->open_link_id ] ?? -1 ), $name );
			self::assertSame(
				$order->is_stale,
				in_array( $order->open_link_id, $stale_ids, true ),
				"$name, stale in SQL"
			);
			foreach ( $of_order as $link ) {
				if ( $link->id === $order->open_link_id ) {
					self::assertSame( $order->is_stale, $link->is_stale( $balance->due, $now ), "$name, stale" );
				}
			}
			if ( 0 === $id % 4 ) {
				self::assertEquals(
					$summaries[ $id ]->payment,
					$container->get( OrderReader::class )->get( $id )->payment,
					"$name, read alone"
				);
			}
		}
		self::assertGreaterThan( count( $orders ) / 10, $paid, 'Too few paid orders.' );
		self::assertLessThan( count( $orders ) * 9 / 10, $paid, 'Too many paid orders.' );
	}

	public function test_prepaid_orders_of_marketplaces_tills_and_imports_are_never_unpaid(): void {
		foreach ( [ 'marketplace', 'till', 'import', 'rest-api' ] as $source ) {
			foreach ( [ 'processing', 'completed' ] as $status ) {
				foreach ( [ '', 'amazon', 'pos_cash' ] as $method ) {
					$order = $this->orders->create();
					$order->set_created_via( $source );
					$order->set_payment_method( $method );
					$order->set_status( $status );
					$order->set_date_paid( null );
					$order->save();

					$payment = Plugin::container()->get( OrderReader::class )->get( $order->get_id() )->payment;
					self::assertFalse( $payment->has_date_paid );
					self::assertTrue( $payment->is_paid(), "$source, $status, $method" );
				}
			}
		}
	}

	/**
	 * @return array<int, int> Amount due by ID of an open link; negative if more was received than the order costs.
	 */
	private function due_in_sql(): array {
		[ $sql, $values ] = Plugin::container()->get( BalanceSql::class )->of_open_links(
			Plugin::container()->get( Clock::class )->now()
		);
		$due              = [];
		foreach ( Plugin::container()->get( Database::class )->rows( $sql, $values ) as $row ) {
			$amount = $row['due'] ?? null;
			$id     = $row['id'] ?? null;
			self::assertTrue( is_numeric( $amount ) && is_numeric( $id ) );
			self::assertSame( (float) (int) $amount, (float) $amount, 'A fraction of the smallest unit.' );
			$due[ (int) $id ] = (int) $amount;
		}

		return $due;
	}

	private function forget_everything(): void {
		wp_cache_flush();
		Db::wpdb()->flush();
	}
}
