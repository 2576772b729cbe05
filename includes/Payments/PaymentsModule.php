<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Links\Application\ProviderStatusHandler;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkPermissions;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkSchema;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Payments\Application\ApplyProviderStatus;
use MultiSafepay\PaymentLinks\Payments\Application\OrderPaymentUpdater;
use MultiSafepay\PaymentLinks\Payments\Application\OrderSyncScheduler;
use MultiSafepay\PaymentLinks\Payments\Application\ReconcileLinks;
use MultiSafepay\PaymentLinks\Payments\Application\SyncOrder;
use MultiSafepay\PaymentLinks\Payments\Rest\AcknowledgeController;
use MultiSafepay\PaymentLinks\Payments\Rest\NotificationsController;
use MultiSafepay\PaymentLinks\Payments\Rest\RefreshController;
use MultiSafepay\PaymentLinks\Payments\WooCommerce\ActionSchedulerOrderSyncScheduler;
use MultiSafepay\PaymentLinks\Payments\WooCommerce\CancelOrderLinksJob;
use MultiSafepay\PaymentLinks\Payments\WooCommerce\OrderEndListener;
use MultiSafepay\PaymentLinks\Payments\WooCommerce\WooCommerceOrderPaymentUpdater;
use MultiSafepay\PaymentLinks\Route;
use MultiSafepay\PaymentLinks\Shared\Rest\RestNamespace;
use MultiSafepay\PaymentLinks\Shared\WordPress\HookArgument;
use MultiSafepay\PaymentLinks\Shared\WordPress\StorageGuard;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

final class PaymentsModule implements Module {

	/**
	 * Scheduled action. Argument: link ID.
	 */
	public const SYNC_ORDER = 'multisafepay_payment_links_sync_order';

	/**
	 * Scheduled action. Arguments: ID of an order that ended, the time it ended, number of attempts.
	 */
	public const CANCEL_ORDER_LINKS = 'multisafepay_payment_links_cancel_order_links';

	/**
	 * Maximum requests to MultiSafepay per run.
	 */
	private const RECONCILE_CALLS = 40;
	private const NIGHTLY_CALLS   = 200;

	public function __construct( private readonly Container $container ) {}

	public static function bindings(): array {
		return [
			OrderPaymentUpdater::class   => WooCommerceOrderPaymentUpdater::class,
			OrderSyncScheduler::class    => ActionSchedulerOrderSyncScheduler::class,
			ProviderStatusHandler::class => ApplyProviderStatus::class,
		];
	}

	public function add_hooks(): void {
		$this->add_order_hooks();
		$this->add_notification_hooks();

		add_action(
			self::SYNC_ORDER,
			fn ( mixed $link_id ) => is_numeric( $link_id )
				? $this->container->get( SyncOrder::class )->resume( (int) $link_id )
				: null
		);
		add_action(
			self::CANCEL_ORDER_LINKS,
			fn ( mixed $id, mixed $ended_at = 0, mixed $attempt = 0 ) => $this->container->get(
				CancelOrderLinksJob::class
			)->run(
				HookArgument::number( $id ),
				HookArgument::number( $ended_at ),
				HookArgument::number( $attempt )
			),
			10,
			3
		);
		add_action(
			self::RECONCILE,
			fn () => $this->container->get( StorageGuard::class )->run(
				fn () => $this->container->get( ReconcileLinks::class )->run( self::RECONCILE_CALLS )
			)
		);
		// What exceeds the limit stays due for the next reconciliation.
		add_action(
			self::NIGHTLY,
			fn () => $this->container->get( StorageGuard::class )->run(
				fn () => $this->container->get( ReconcileLinks::class )->sweep( self::NIGHTLY_CALLS )
			)
		);
	}

	public function routes(): array {
		return [
			new Route(
				'/links/(?P<id>\d+)/refresh',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					RefreshController::class
				)->refresh( $request ),
				fn ( WP_REST_Request $request ): bool|WP_Error =>
					$this->container->get( LinkPermissions::class )->check_link_of_any_order( $request ),
				schema: static fn (): array => LinkSchema::link(),
			),
			new Route(
				'/links/(?P<id>\d+)/acknowledge',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					AcknowledgeController::class
				)->acknowledge( $request ),
				fn ( WP_REST_Request $request ): bool|WP_Error =>
					$this->container->get( LinkPermissions::class )->check_link_of_any_order( $request ),
				AcknowledgeController::ARGUMENTS,
				static fn (): array => LinkSchema::link(),
			),
			new Route(
				RestNamespace::NOTIFICATIONS . '(?P<site>[a-z0-9-]{1,32})',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response => $this->container->get(
					NotificationsController::class
				)->receive( $request ),
				// MultiSafepay has no account in the shop. The controller verifies the signature.
				__return_true( ... ),
			),
		];
	}

	private function add_notification_hooks(): void {
		add_filter(
			'rest_pre_dispatch',
			fn ( mixed $result, mixed $server, WP_REST_Request $request ): mixed => RestNamespace::contains(
				$request,
				RestNamespace::NOTIFICATIONS
			)
				? $this->container->get( NotificationsController::class )->keep_raw( $result, $request )
				: $result,
			10,
			3
		);
		add_filter(
			'rest_pre_serve_request',
			fn ( mixed $served, mixed $response, WP_REST_Request $request ): mixed => RestNamespace::contains(
				$request,
				RestNamespace::NOTIFICATIONS
			)
				? $this->container->get( NotificationsController::class )->serve( $served, $response, $request )
				: $served,
			10,
			3
		);
	}

	/**
	 * Listens for orders that end, both with HPOS and with post-based orders.
	 */
	private function add_order_hooks(): void {
		add_action(
			'woocommerce_order_status_changed',
			fn ( mixed $id, mixed $from, mixed $to ) => $this->listener()->status_changed(
				HookArgument::number( $id ),
				HookArgument::text( $from ),
				HookArgument::text( $to )
			),
			20,
			3
		);
		foreach ( [ 'woocommerce_trash_order', 'woocommerce_before_delete_order' ] as $hook ) {
			add_action( $hook, fn ( mixed $id ) => $this->listener()->ended( HookArgument::number( $id ) ) );
		}
		foreach ( [ 'trashed_post', 'before_delete_post' ] as $hook ) {
			add_action( $hook, fn ( mixed $id ) => $this->listener()->post_removed( HookArgument::number( $id ) ) );
		}
		add_action(
			'woocommerce_untrash_order',
			fn ( mixed $id ) => $this->listener()->reopened( HookArgument::number( $id ) )
		);
		add_action(
			'untrashed_post',
			fn ( mixed $id ) => $this->listener()->post_restored( HookArgument::number( $id ) )
		);
		add_filter(
			'woocommerce_cancel_unpaid_order',
			fn ( mixed $cancel, mixed $order = null ): mixed => $this->listener()->filter_cancellation(
				$cancel,
				$order
			),
			20,
			2
		);
	}

	private function listener(): OrderEndListener {
		return $this->container->get( OrderEndListener::class );
	}
}
