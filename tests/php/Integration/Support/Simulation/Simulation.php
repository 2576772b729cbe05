<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\SeededRandom;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\StockedOrders;
use PHPUnit\Framework\Assert;
use Throwable;

/**
 * One random history of an order. The same seed gives the same history.
 */
final class Simulation {

	/**
	 * The steps, and how often each is drawn.
	 */
	private const STEPS = [
		'create full'      => 9,
		'create partial'   => 8,
		'create above'     => 3,
		'repeat'           => 4,
		'renew'            => 3,
		'duplicate'        => 2,
		'cancel'           => 3,
		'refresh'          => 5,
		'reconcile'        => 6,
		'action'           => 8,
		'acknowledge'      => 5,
		'notify'           => 14,
		'open'             => 5,
		'pay'              => 16,
		'review'           => 2,
		'decline'          => 3,
		'pay again'        => 1,
		'provider refund'  => 3,
		'chargeback'       => 2,
		'status'           => 9,
		'bounce'           => 2,
		'other gateway'    => 3,
		'total'            => 5,
		'currency'         => 1,
		'refund'           => 3,
		'trash'            => 3,
		'restore'          => 6,
		'delete'           => 1,
		'order ID is used' => 1,
		'wait'             => 12,
	];

	private const WAITS = [ 1, 30, 130, 700, 4000, 90_000, 800_000, 3_000_000 ];

	private const SETTINGS = 'multisafepay_payment_links_settings';

	private const MAX_ROUNDS = 200;

	public readonly World $world;

	private readonly StaffSteps $staff;

	private readonly CustomerSteps $customers;

	private readonly PluginSteps $plugin;

	/**
	 * Number of completions of the order by transaction.
	 *
	 * @var array<string, int>
	 */
	private array $completions = [];

	private bool $cancels = true;

	/**
	 * @param StockedOrders       $orders    Has created the orders.
	 * @param non-empty-list<int> $order_ids The orders that a history can start with.
	 */
	public function __construct(
		int $seed,
		private readonly StockedOrders $orders,
		array $order_ids,
	) {
		$random          = new SeededRandom( 'simulation', $seed );
		$this->world     = new World( $random, $order_ids[ $random->between( 0, count( $order_ids ) - 1 ) ] );
		$this->staff     = new StaffSteps( $this->world );
		$this->customers = new CustomerSteps( $this->world );
		$this->plugin    = new PluginSteps( $this->world, $this->staff, $this->customers );
	}

	/**
	 * @throws Throwable If the history is not as it must be.
	 */
	public function run(): void {
		add_action(
			'woocommerce_payment_complete',
			function ( mixed $id, mixed $transaction = '' ): void {
				$name                       = is_string( $transaction ) ? $transaction : '';
				$this->completions[ $name ] = ( $this->completions[ $name ] ?? 0 ) + 1;
			},
			10,
			2
		);
		$this->configure();
		$this->world->shop->start();
		try {
			$stock = $this->orders->stock() + $this->reduced_stock();
			for ( $count = $this->world->random->between( 5, 15 ); $count > 0; $count-- ) {
				$this->step( $this->draw() );
			}
			$this->come_to_rest();
			( new FinalChecks( $this->world ) )->run(
				$this->cancels,
				$this->completions,
				$this->staff->refunds
			);
			// WooCommerce can be killed between its two notes about the stock.
			if ( ! $this->world->has_kills && $this->world->order() !== null ) {
				Assert::assertSame( $stock, $this->orders->stock() + $this->reduced_stock(), 'Stock.' );
			}
		} finally {
			$this->world->shop->stop();
		}
	}

	private function draw(): string {
		$number = $this->world->random->between( 1, array_sum( self::STEPS ) );
		foreach ( self::STEPS as $step => $weight ) {
			$number -= $weight;
			if ( $number <= 0 ) {
				return $step;
			}
		}
		return 'wait';
	}

	private function step( string $step ): void {
		match ( $step ) {
			'create full'      => $this->plugin->create( 'full' ),
			'create partial'   => $this->plugin->create( 'partial' ),
			'create above'     => $this->plugin->create( 'above' ),
			'repeat'           => $this->plugin->repeat(),
			'renew'            => $this->plugin->duplicate( true ),
			'duplicate'        => $this->plugin->duplicate( false ),
			'cancel'           => $this->plugin->cancel(),
			'refresh'          => $this->plugin->refresh(),
			'reconcile'        => $this->plugin->reconcile(),
			'action'           => $this->plugin->run_action(),
			'acknowledge'      => $this->plugin->acknowledge(),
			'notify'           => $this->plugin->notify(),
			'open'             => $this->customers->open(),
			'pay'              => $this->customers->pay(),
			'review'           => $this->customers->review(),
			'decline'          => $this->customers->decline(),
			'pay again'        => $this->customers->pay_again(),
			'provider refund'  => $this->customers->refund(),
			'chargeback'       => $this->customers->charge_back(),
			'status'           => $this->staff->change_status(),
			'bounce'           => $this->staff->bounce(),
			'other gateway'    => $this->staff->pay_otherwise(),
			'total'            => $this->staff->edit_total(),
			'currency'         => $this->staff->change_currency(),
			'refund'           => $this->staff->refund(),
			'trash'            => $this->staff->trash(),
			'restore'          => $this->staff->restore(),
			'delete'           => $this->staff->delete(),
			'order ID is used' => $this->world->provider->take(
				"PL-{$this->world->wc_order_id}-" . ( 1 + count( $this->world->links() ) )
			),
			default            => $this->wait( $this->world->pick( self::WAITS ) ),
		};
	}

	private function wait( int $seconds ): void {
		$this->world->clock->advance( $seconds );
		$this->world->provider->arrive();
	}

	/**
	 * Nothing is disturbed any more: everything that waits arrives, and every link is refreshed once.
	 */
	private function come_to_rest(): void {
		$this->world->log[]        = '-- comes to rest';
		$this->world->is_disturbed = false;
		$this->drain();
		$this->wait( 900 );
		for ( $count = count( $this->world->links() ); $count > 0; $count-- ) {
			$this->plugin->reconcile();
		}
		foreach ( $this->world->links() as $link ) {
			if ( $link->status !== 'failed' ) {
				$this->plugin->refresh( $link );
			}
		}
		$this->drain();
	}

	private function drain(): void {
		for ( $round = 0; $round < self::MAX_ROUNDS; $round++ ) {
			if ( $this->customers->notifications !== [] ) {
				$this->plugin->notify();
				continue;
			}
			if ( $this->plugin->run_action() ) {
				continue;
			}
			$times = array_filter(
				[ $this->world->queue->next_time(), $this->world->provider->next_arrival() ],
				is_int( ... )
			);
			if ( $times === [] ) {
				return;
			}
			$this->wait( max( 1, min( $times ) - $this->world->provider->now() ) );
			$this->settle_creations();
		}
		Assert::fail( 'It does not come to rest.' );
	}

	/**
	 * The reconciliation of every five minutes, as far as others wait for it.
	 */
	private function settle_creations(): void {
		foreach ( $this->world->links() as $link ) {
			if ( in_array( $link->status, [ 'creating', 'unconfirmed' ], true ) ) {
				$this->plugin->reconcile();
			}
		}
	}

	/**
	 * In a few histories, links are not cancelled with their order.
	 */
	private function configure(): void {
		if ( ! $this->world->random->once_in( 20 ) ) {
			return;
		}
		$this->cancels      = false;
		$this->world->log[] = 'auto_cancel is off';
		$settings           = get_option( self::SETTINGS );
		update_option( self::SETTINGS, [ 'auto_cancel' => false ] + ( is_array( $settings ) ? $settings : [] ), false );
	}

	/**
	 * Returns how many pieces WooCommerce has taken from the stock for the order.
	 */
	private function reduced_stock(): int {
		return (int) Db::wpdb()->get_var(
			'SELECT SUM(m.meta_value) FROM ' . Db::wpdb()->prefix . 'woocommerce_order_itemmeta m JOIN '
				. Db::wpdb()->prefix . "woocommerce_order_items i ON i.order_item_id = m.order_item_id
			WHERE i.order_id = {$this->world->wc_order_id} AND m.meta_key = '_reduced_stock'"
		);
	}
}
