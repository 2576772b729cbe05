<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

use Closure;
use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Links\Application\LinkScheduler;
use MultiSafepay\PaymentLinks\Links\LinksModule;
use MultiSafepay\PaymentLinks\Payments\Application\OrderSyncScheduler;
use MultiSafepay\PaymentLinks\Payments\PaymentsModule;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use ReflectionFunction;
use WC_Emails;
use WP_Hook;

/**
 * The processes of the shop, one after the other. The plugin's hooks use a container with the simulated clock, queue
 * and provider.
 */
final class SimulatedShop {

	public const CUSTOM_STATUS = 'quote-sent';

	private const STATISTICS = [ 'wc_update_total_sales_counts', 'wc_update_coupon_usage_counts' ];

	private Container $container;

	/**
	 * The hooks of WordPress and of the shop, without the plugin's.
	 *
	 * @var array<string, WP_Hook>
	 */
	private array $hooks = [];

	public function __construct(
		private readonly FrozenClock $clock,
		private readonly SimulatedQueue $queue,
		private readonly SimulatedProvider $provider,
		private readonly KillSwitch $kills,
	) {
		$this->container = Plugin::container();
	}

	/**
	 * Removes the hooks of the running plugin, and what costs time without a purpose here: emails, logs, queues and
	 * statistics. Call it once in a test.
	 */
	public static function prepare(): void {
		// Cash on delivery then sets no payment date before the order is completed.
		WC()->payment_gateways();
		self::remove_hooks(
			static fn ( mixed $callback ): bool => match ( true ) {
				is_string( $callback )       => in_array( $callback, self::STATISTICS, true ),
				is_array( $callback )        => is_string( $callback[0] )
					&& ( $callback[0] === WC_Emails::class || str_contains( $callback[0], 'Admin\\Schedulers' ) ),
				$callback instanceof Closure => self::is_of_plugin( $callback ),
				default                      => false,
			}
		);
		add_filter( 'pre_wp_mail', '__return_true' );
		add_filter( 'woocommerce_logger_log_message', '__return_null' );
		add_filter( 'pre_as_enqueue_async_action', static fn (): int => 1 );
		add_filter( 'pre_as_schedule_recurring_action', static fn (): int => 1 );
		add_filter(
			'wc_order_statuses',
			static fn ( array $statuses ): array => $statuses + [ 'wc-' . self::CUSTOM_STATUS => 'Quote sent' ]
		);
		register_post_status( 'wc-' . self::CUSTOM_STATUS, [ 'public' => true ] );
	}

	/**
	 * Starts a process with empty caches.
	 */
	public function start(): void {
		if ( $this->hooks === [] ) {
			$this->hooks = self::copy( self::hook_table() );
		}
		$this->kills->arm( 0 );
		$this->reset( self::copy( $this->hooks ) );
		$this->container = Plugin::container( [
			Clock::class              => fn (): Clock => $this->clock,
			LinkScheduler::class      => fn (): LinkScheduler => $this->queue,
			OrderSyncScheduler::class => fn (): OrderSyncScheduler => $this->queue,
		] );
		( new LinksModule( $this->container ) )->add_hooks();
		( new PaymentsModule( $this->container ) )->add_hooks();
		add_filter( 'pre_http_request', $this->provider->answer( ... ), 10, 3 );
		add_filter( 'pre_as_schedule_single_action', $this->queue->intercept( ... ), 10, 5 );
		add_filter( 'query', $this->kills->on_query( ... ) );
	}

	/**
	 * Restores the hooks of the test.
	 */
	public function stop(): void {
		$this->reset( $this->hooks );
		$this->hooks = [];
	}

	/**
	 * @template T of object
	 *
	 * @param class-string<T> $service
	 *
	 * @return T
	 */
	public function get( string $service ): object {
		return $this->container->get( $service );
	}

	/**
	 * Runs work in a process that may be killed, and starts a new one after a kill.
	 *
	 * @param int     $points Number of writes and requests until the kill; 0 for never.
	 * @param Closure(): void $work
	 *
	 * @return bool False if the process was killed.
	 */
	public function run( int $points, Closure $work ): bool {
		$this->kills->arm( $points );
		try {
			$work();
		} catch ( ProcessKilled ) { // phpcs:ignore Generic.CodeAnalysis.EmptyStatement -- The switch remembers it.
		}
		$is_killed = $this->kills->has_killed();
		$this->kills->arm( 0 );
		if ( $is_killed ) {
			Db::query( 'DO RELEASE_ALL_LOCKS()' );
			$this->start();
		}
		return ! $is_killed;
	}

	/**
	 * @param array<string, WP_Hook> $hooks
	 */
	private function reset( array $hooks ): void {
		$GLOBALS['wp_filter'] = $hooks; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		// A killed process was inside of hooks.
		$GLOBALS['wp_current_filter'] = []; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		wp_cache_flush();
	}

	/**
	 * @param array<string, WP_Hook> $hooks
	 *
	 * @return array<string, WP_Hook>
	 */
	private static function copy( array $hooks ): array {
		return array_map( static fn ( WP_Hook $hook ): WP_Hook => clone $hook, $hooks );
	}

	/**
	 * @return array<string, WP_Hook>
	 */
	private static function hook_table(): array {
		/** @var array<string, WP_Hook> $table */
		$table = $GLOBALS['wp_filter'];
		return $table;
	}

	/**
	 * @param Closure(mixed): bool $is_removed
	 */
	private static function remove_hooks( Closure $is_removed ): void {
		foreach ( self::hook_table() as $name => $hook ) {
			foreach ( $hook->callbacks as $priority => $callbacks ) {
				foreach ( $callbacks as $callback ) {
					$function = is_array( $callback ) ? $callback['function'] ?? null : null;
					if ( is_callable( $function ) && $is_removed( $function ) ) {
						remove_filter( $name, $function, (int) $priority );
					}
				}
			}
		}
	}

	private static function is_of_plugin( Closure $callback ): bool {
		$object = ( new ReflectionFunction( $callback ) )->getClosureThis();
		return $object instanceof LinksModule || $object instanceof PaymentsModule;
	}
}
