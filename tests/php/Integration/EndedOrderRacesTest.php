<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use Automattic\WooCommerce\Utilities\OrderUtil;
use Closure;
use Fiber;
use MultiSafepay\PaymentLinks\Batches\Application\BatchRequest;
use MultiSafepay\PaymentLinks\Batches\Application\StartBatch;
use MultiSafepay\PaymentLinks\Batches\BatchesModule;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchAction;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchOptions;
use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLinkCommand;
use MultiSafepay\PaymentLinks\Links\Application\Create\DuplicateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\DuplicateLinkCommand;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Application\LinkApi;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Links\LinksModule;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\WooCommerceOrderReader;
use MultiSafepay\PaymentLinks\Payments\Application\ReconcileLinks;
use MultiSafepay\PaymentLinks\Payments\Application\RefreshLink;
use MultiSafepay\PaymentLinks\Payments\PaymentsModule;
use MultiSafepay\PaymentLinks\Payments\WooCommerce\CancelOrderLinksJob;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\BatchSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\RacingProvider;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\SeededRandom;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use Throwable;
use WC_Order;
use WP_Object_Cache;

/**
 * Ends orders at random moments while links are created for them: after the order was read, and before and after each
 * request to the provider, which loses responses. `MSPL_SEED` repeats a run.
 */
#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
#[Group( 'storage' )]
final class EndedOrderRacesTest extends IntegrationTestCase {

	use BatchSteps;

	/**
	 * With orders as posts, fewer rounds suffice: only the reading and ending of orders differs.
	 */
	private const ROUNDS            = 50;
	private const ROUNDS_WITH_POSTS = 10;

	private const OUTCOMES = [ 'answer', 'lost', 'silent', 'died' ];

	private FrozenClock $clock;

	private RacingProvider $provider;

	/**
	 * The process that creates links, and another one.
	 */
	private Container $shop;
	private Container $elsewhere;

	private SeededRandom $random;

	private int $moments_left = 0;

	private ?Closure $end_order = null;

	/**
	 * Scheduled actions: hook and arguments.
	 *
	 * @var array<string, array{non-empty-string, list<mixed>}>
	 */
	private array $actions = [];

	protected function setUp(): void {
		parent::setUp();
		add_filter( 'pre_wp_mail', '__return_true' );
		// WooCommerce deletes 150 transients of every order that is paid or refunded.
		wp_using_ext_object_cache( true );
		$this->keep_actions();
		$this->clock     = new FrozenClock( new \DateTimeImmutable( 'now', new \DateTimeZone( 'UTC' ) ) );
		$this->provider  = new RacingProvider( $this->clock );
		$bindings        = [
			Clock::class   => fn (): Clock => $this->clock,
			LinkApi::class => fn (): LinkApi => $this->provider,
		];
		$this->elsewhere = Plugin::container( $bindings );
		$this->shop      = Plugin::container( [
			...$bindings,
			OrderReader::class => fn ( Container $container ): OrderReader => $this->reader(
				$container->get( WooCommerceOrderReader::class )
			),
		] );
		$this->run_actions_in_this_process();
	}

	protected function tearDown(): void {
		wp_using_ext_object_cache( false );
		parent::tearDown();
	}

	#[DataProvider( 'races' )]
	public function test_no_link_stays_payable_when_its_order_ends_while_it_is_created(
		string $path,
		string $end,
	): void {
		$this->random = new SeededRandom( "race: $path, $end" );
		$rounds       = OrderUtil::custom_orders_table_usage_is_enabled() ? self::ROUNDS : self::ROUNDS_WITH_POSTS;
		$during       = 0;
		for ( $round = 1; $round <= $rounds; $round++ ) {
			$order    = $this->orders->create();
			$original = 'paid' === $end || $this->random->once_in( 3 ) ? $this->create( $order->get_id() ) : null;

			$this->plan( fn () => $this->end( $order->get_id(), $end, $original ) );
			match ( $path ) {
				'repeated_key'     => $this->repeated_key( $order ),
				'simultaneous_key' => $this->simultaneous_key( $order ),
				'batch_item'       => $this->batch_item( $order, $original ),
				default            => $this->one_request( $order, $original ),
			};
			$this->provider->tick    = null;
			$this->provider->creates = [];
			$during                 += null === $this->end_order ? 1 : 0;
			$this->end_now();
			$this->run_due_actions();

			self::assertSame(
				[],
				$this->provider->payable(),
				"Round $round: " . implode( ', ', $this->link_statuses( $order->get_id() ) )
			);
			self::assertSame(
				[],
				preg_grep( '/ (creating|unconfirmed|active|declined) /', $this->link_statuses( $order->get_id() ) ),
				"Round $round."
			);
		}

		self::assertGreaterThan( $rounds / 5, $during, 'Many orders end while their link is created.' );
	}

	/**
	 * @return iterable<string, array{string, string}>
	 */
	public static function races(): iterable {
		foreach ( [ 'one_request', 'repeated_key', 'simultaneous_key', 'batch_item' ] as $path ) {
			foreach ( [ 'cancelled', 'refunded', 'trashed', 'deleted', 'paid' ] as $end ) {
				yield "$path, $end" => [ $path, $end ];
			}
		}
	}

	private function one_request( WC_Order $order, ?PaymentLink $original ): void {
		$key = $this->new_key();
		$this->attempt( fn () => null === $original
			? $this->create( $order->get_id(), $key )
			: $this->shop->get( DuplicateLink::class )->duplicate( new DuplicateLinkCommand(
				$original->id,
				new LinkInput( idempotency_key: $key ),
				Actor::staff( 1 ),
				is_renewal: true,
				cancels_original: true
			) ) );
	}

	private function repeated_key( WC_Order $order ): void {
		$key = $this->new_key();
		for ( $request = 0; $request < 3; $request++ ) {
			$this->attempt( fn () => $this->create( $order->get_id(), $key ) );
			$this->clock->advance( $this->random->between( 1, 40 ) );
		}
	}

	private function simultaneous_key( WC_Order $order ): void {
		$key                         = $this->new_key();
		$tick                        = $this->provider->tick;
		$this->clock->while_sleeping = static fn () => Fiber::suspend();
		$this->provider->tick        = static function () use ( $tick ): void {
			Fiber::suspend();
			if ( null !== $tick ) {
				$tick();
			}
		};

		$fibers = [];
		for ( $request = 0; $request < 2; $request++ ) {
			$fibers[] = new Fiber( fn () => $this->attempt( fn () => $this->create( $order->get_id(), $key ) ) );
		}
		while ( [] !== $fibers ) {
			$fiber = $fibers[ $this->random->between( 0, count( $fibers ) - 1 ) ];
			$fiber->isStarted() ? $fiber->resume() : $fiber->start();
			$fibers = array_values( array_filter(
				$fibers,
				static fn ( Fiber $each ): bool => ! $each->isTerminated()
			) );
		}
		$this->clock->while_sleeping = null;
	}

	private function batch_item( WC_Order $order, ?PaymentLink $original ): void {
		$batch = $this->shop->get( StartBatch::class )->start(
			new BatchRequest(
				null === $original ? BatchAction::Create : BatchAction::Renew,
				new BatchOptions(),
				[ $order->get_id() ],
				[],
				$this->new_key()
			),
			[ [ $order->get_id(), 0 ] ],
			1
		)->batch->id;
		for ( $run = 0; $run < 4; $run++ ) {
			$this->end_pause( $batch );
			do_action( BatchesModule::RUN_BATCH, $batch );
			// Longer than the lease of an item.
			$this->clock->advance( 130 );
		}
	}

	/**
	 * Runs a request. Every failure is possible: the provider is silent, the order is gone, the process died.
	 */
	private function attempt( Closure $request ): void {
		try {
			$request();
		} catch ( Throwable $failure ) {
			self::assertTrue(
				'The process died.' === $failure->getMessage()
					|| str_starts_with( $failure::class, 'MultiSafepay\\' ),
				(string) $failure
			);
		}
	}

	private function create( int $wc_order_id, ?string $key = null ): PaymentLink {
		return $this->shop->get( CreateLink::class )->create( new CreateLinkCommand(
			$wc_order_id,
			new LinkInput( idempotency_key: $key ?? $this->new_key() ),
			Actor::staff( 1 )
		) )->link;
	}

	/**
	 * Chooses the responses of the provider and the moment at which the order ends.
	 */
	private function plan( Closure $end_order ): void {
		$this->end_order         = $end_order;
		$this->moments_left      = $this->random->between( 0, 8 );
		$this->provider->tick    = $this->tick( ... );
		$this->provider->creates = array_map(
			fn (): string => self::OUTCOMES[ $this->random->between( 0, 3 ) ],
			range( 1, $this->random->between( 1, 4 ) )
		);
		$this->provider->cancels = $this->random->once_in( 3 ) ? [ 'silent' ] : [];
	}

	private function tick(): void {
		if ( null !== $this->end_order && 0 === $this->moments_left-- ) {
			$this->end_now();
		}
	}

	private function end_now(): void {
		if ( null === $this->end_order ) {
			return;
		}

		[ $end, $this->end_order ]           = [ $this->end_order, null ];
		[ $tick, $this->provider->tick ]     = [ $this->provider->tick, null ];
		[ $creates, $this->provider->creates ] = [ $this->provider->creates, [] ];
		[ $cancels, $this->provider->cancels ] = [ $this->provider->cancels, [] ];
		// Another process does not update the caches of this one.
		self::assertInstanceOf( WP_Object_Cache::class, $GLOBALS['wp_object_cache'] );
		$cache = clone $GLOBALS['wp_object_cache'];
		wp_cache_flush();
		$end();
		$GLOBALS['wp_object_cache'] = $cache; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		$this->provider->tick       = $tick;
		$this->provider->creates    = $creates;
		$this->provider->cancels    = $cancels;
	}

	private function end( int $wc_order_id, string $end, ?PaymentLink $original ): void {
		$order = wc_get_order( $wc_order_id );
		self::assertInstanceOf( WC_Order::class, $order );
		match ( $end ) {
			'trashed' => $order->delete(),
			'deleted' => $order->delete( true ),
			'paid'    => $this->pay( $original ),
			default   => $order->update_status( $end ),
		};
	}

	private function pay( ?PaymentLink $link ): void {
		self::assertNotNull( $link );
		if ( in_array( $link->order_id->value, $this->provider->payable(), true ) ) {
			$this->provider->pay( $link->order_id->value );
			$this->elsewhere->get( RefreshLink::class )->refresh( $link->id, Actor::system() );
		} else {
			// A renewal has cancelled it meanwhile.
			$this->reload_order( $link->wc_order_id )->payment_complete();
		}
	}

	/**
	 * Runs the scheduled actions of the plugin until none is left.
	 */
	private function run_due_actions(): void {
		wp_cache_flush();
		for ( $runs = 0; $runs < 8; $runs++ ) {
			$this->clock->advance( 400 );
			$this->elsewhere->get( ReconcileLinks::class )->run( 40 );
			$actions       = $this->actions;
			$this->actions = [];
			foreach ( $actions as [ $hook, $arguments ] ) {
				do_action_ref_array( $hook, $arguments );
			}
			if ( [] === $actions ) {
				return;
			}
		}
	}

	/**
	 * Keeps scheduled actions here instead of in the database, which would take most of the time.
	 */
	private function keep_actions(): void {
		add_filter(
			'pre_as_schedule_single_action',
			function ( mixed $pre, int $time, string $hook, array $arguments, string $group ): int {
				if ( Scheduler::GROUP === $group && '' !== $hook ) {
					$this->actions[ $hook . wp_json_encode( $arguments ) ] = [ $hook, array_values( $arguments ) ];
				}
				return 1;
			},
			10,
			5
		);
	}

	/**
	 * Replaces the services of scheduled actions, so that they use this clock and this provider.
	 */
	private function run_actions_in_this_process(): void {
		foreach ( [
			BatchesModule::RUN_BATCH,
			LinksModule::CANCEL_LINK,
			LinksModule::RESOLVE_UNCONFIRMED,
			PaymentsModule::CANCEL_ORDER_LINKS,
		] as $hook ) {
			remove_all_actions( $hook );
		}
		( new LinksModule( $this->elsewhere ) )->add_hooks();
		( new BatchesModule( $this->shop ) )->add_hooks();
		add_action(
			PaymentsModule::CANCEL_ORDER_LINKS,
			fn ( int $id, int $ended_at, int $attempt ) => $this->elsewhere->get( CancelOrderLinksJob::class )->run(
				$id,
				$ended_at,
				$attempt
			),
			10,
			3
		);
	}

	/**
	 * Returns a reader after which the order may end.
	 */
	private function reader( OrderReader $reader ): OrderReader {
		return new class( $reader, $this->tick( ... ) ) implements OrderReader {

			public function __construct( private readonly OrderReader $reader, private readonly Closure $tick ) {
			}

			public function get( int $wc_order_id ): OrderSnapshot {
				$order = $this->reader->get( $wc_order_id );
				( $this->tick )();
				return $order;
			}

			public function reload( int $wc_order_id ): OrderSnapshot {
				$order = $this->reader->reload( $wc_order_id );
				( $this->tick )();
				return $order;
			}
		};
	}
}
