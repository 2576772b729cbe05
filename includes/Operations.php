<?php
/**
 * What runs without anybody pressing a button.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use Closure;
use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Admin\PrivacyTexts;
use MultiSafepay\PaymentLinks\Cli\Registration;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;
use MultiSafepay\PaymentLinks\Settings\SettingsStore;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use MultiSafepay\PaymentLinks\WooCommerce\ActionScheduler;
use MultiSafepay\PaymentLinks\WooCommerce\Jobs;
use MultiSafepay\PaymentLinks\WooCommerce\Log;
use MultiSafepay\PaymentLinks\WooCommerce\OrderWatch;
use MultiSafepay\PaymentLinks\WooCommerce\PersonalDataTools;
use WC_Order;

/**
 * The hooks of retiring by itself, reconciliation, keys, privacy and the command line. As in Plugin, objects are built
 * when a hook that needs them fires.
 */
final class Operations {

	private const RECONCILE_CALLS = 40;
	private const SWEEP_CALLS     = 200;

	/**
	 * Takes the ways to the objects.
	 *
	 * @param Closure(): Services   $services All objects, built once.
	 * @param Closure(): OrderWatch $watch    The light part of them that looks at orders.
	 */
	public function __construct(
		private readonly Closure $services,
		private readonly Closure $watch,
	) {}

	/**
	 * Adds the hooks.
	 */
	public function boot(): void {
		// Whoever writes the settings, and before it happens.
		add_filter( 'pre_update_option_' . SettingsStore::OPTION, $this->keep_former_keys( ... ), PHP_INT_MAX, 2 );

		$this->watch_orders();
		$this->do_jobs();
		$this->mind_privacy();

		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			Registration::add( fn () => ( $this->services )()->commands, fn () => ( $this->services )()->bulk->command );
		}
	}

	/**
	 * Orders that end, with HPOS and with orders as posts.
	 */
	private function watch_orders(): void {
		add_action( 'woocommerce_order_status_changed', fn ( mixed $id, mixed $from, mixed $to ) => ( $this->watch )()->status_changed( self::number( $id ), self::text( $from ), self::text( $to ) ), 20, 3 );
		foreach ( [ 'woocommerce_trash_order', 'woocommerce_before_delete_order' ] as $hook ) {
			add_action( $hook, fn ( mixed $id ) => ( $this->watch )()->ended( self::number( $id ) ) );
		}
		foreach ( [ 'trashed_post', 'before_delete_post' ] as $hook ) {
			add_action( $hook, fn ( mixed $id ) => ( $this->watch )()->removed_post( self::number( $id ) ) );
		}
		add_filter( 'woocommerce_cancel_unpaid_order', fn ( mixed $cancel, mixed $order = null ): mixed => ( $this->watch )()->keeps( $cancel, $order ), 20, 2 );
	}

	/**
	 * Scheduled actions, and that they stay scheduled.
	 */
	private function do_jobs(): void {
		add_action( ActionHooks::RETIRE_ORDER, fn ( mixed $id, mixed $ended_at = 0, mixed $attempt = 0 ) => $this->retire_links_of( self::number( $id ), self::number( $ended_at ), self::number( $attempt ) ), 10, 3 );
		add_action( ActionHooks::RECONCILE, fn () => $this->guarded( $this->reconcile( ... ) ) );
		add_action( ActionHooks::SWEEP, fn () => $this->guarded( $this->sweep( ... ) ) );
		add_action( 'action_scheduler_ensure_recurring_actions', [ Jobs::class, 'schedule' ] );
		add_action( 'admin_init', [ Jobs::class, 'schedule_once' ] );
	}

	/**
	 * Personal data: who asks for theirs, or wants it gone.
	 */
	private function mind_privacy(): void {
		foreach ( [ 'exporter', 'eraser' ] as $tool ) {
			add_filter( "wp_privacy_personal_data_{$tool}s", fn ( mixed $tools ): mixed => PersonalDataTools::added( $tools, $tool, fn () => ( $this->services )()->personal_data ) );
		}
		add_action(
			'woocommerce_privacy_before_remove_order_personal_data',
			fn ( mixed $order ) => $order instanceof WC_Order ? ( $this->services )()->personal_data->erase_order( $order->get_id() ) : null
		);
		add_action( 'admin_init', [ PrivacyTexts::class, 'suggest' ] );
	}

	/**
	 * Keeps keys that links still need, before the settings are written without them.
	 *
	 * @param mixed $after  The option as it is going to be; handed through.
	 * @param mixed $before The option as it is.
	 */
	private function keep_former_keys( mixed $after, mixed $before ): mixed {
		( $this->services )()->key_history->remember( $before, $after );

		return $after;
	}

	/**
	 * Retires the links of an order that ended, and comes back for what could not be done.
	 */
	private function retire_links_of( int $wc_order_id, int $ended_at, int $attempt ): void {
		if ( ! ( new SettingsStore() )->load()->auto_retire ) {
			return;
		}

		$seconds = ( $this->services )()->retire_order_links->run( $wc_order_id, new DateTimeImmutable( '@' . $ended_at ), $attempt );
		if ( null !== $seconds ) {
			( new ActionScheduler() )->retire_order( $wc_order_id, $ended_at, $attempt + 1, $seconds );
		}
	}

	/**
	 * Every few minutes: links that are due for a look, and batches that nobody works on.
	 */
	private function reconcile(): void {
		( $this->services )()->bulk->tend_batches->wake();
		( $this->services )()->reconcile->run( self::RECONCILE_CALLS );
	}

	/**
	 * The nightly sweep. What its cap leaves is due, and the next reconciliation goes on with it.
	 */
	private function sweep(): void {
		( $this->services )()->reconcile->sweep( self::SWEEP_CALLS );
		( $this->services )()->key_history->prune();
		( $this->services )()->bulk->tend_batches->forget();
	}

	/**
	 * Does recurring work; a database that is away for a moment does not count as a failure, after some of which
	 * Action Scheduler would take the work off its schedule.
	 *
	 * @param Closure(): mixed $work The work.
	 */
	private function guarded( Closure $work ): void {
		try {
			$work();
		} catch ( StorageFailed $failure ) {
			( new Log() )->error( $failure->getMessage() . ' The next run goes on with what is left.' );
		}
	}

	/**
	 * Reads a number that came through a hook.
	 */
	private static function number( mixed $value ): int {
		return is_numeric( $value ) ? (int) $value : 0;
	}

	/**
	 * Reads a text that came through a hook.
	 */
	private static function text( mixed $value ): string {
		return is_string( $value ) ? $value : '';
	}
}
