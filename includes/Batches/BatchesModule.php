<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches;

use MultiSafepay\PaymentLinks\Batches\Application\MaintainBatches;
use MultiSafepay\PaymentLinks\Batches\Application\RunBatch;
use MultiSafepay\PaymentLinks\Batches\Rest\BatchesController;
use MultiSafepay\PaymentLinks\Batches\Rest\BatchSchema;
use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Route;
use MultiSafepay\PaymentLinks\Shared\Rest\Permissions;
use MultiSafepay\PaymentLinks\Shared\WordPress\StorageGuard;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

final class BatchesModule implements Module {

	/**
	 * Scheduled action. Argument: batch ID.
	 */
	public const RUN_BATCH = 'multisafepay_payment_links_batch';

	/**
	 * How long a run may start new items: Action Scheduler expects a run to end within 30 seconds.
	 */
	private const RUN_SECONDS = 20.0;

	public function __construct( private readonly Container $container ) {}

	public static function bindings(): array {
		return [];
	}

	public function add_hooks(): void {
		add_action(
			self::RUN_BATCH,
			fn ( mixed $id ) => is_numeric( $id )
				? $this->container->get( RunBatch::class )->run( (int) $id, self::RUN_SECONDS )
				: null
		);
		add_action(
			self::RECONCILE,
			fn () => $this->container->get( StorageGuard::class )->run(
				fn () => $this->container->get( MaintainBatches::class )->resume_stalled()
			),
			5
		);
		add_action(
			self::NIGHTLY,
			fn () => $this->container->get( StorageGuard::class )->run(
				fn () => $this->container->get( MaintainBatches::class )->prune()
			)
		);
	}

	public function routes(): array {
		return [
			new Route(
				'/batches',
				'GET',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					BatchesController::class
				)->get_items( ),
				fn (): bool|WP_Error => $this->container->get( Permissions::class )->check_links(),
				schema: static fn (): array => BatchSchema::batch(),
			),
			new Route(
				'/batches',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					BatchesController::class
				)->create_item( $request ),
				fn (): bool|WP_Error => $this->container->get( Permissions::class )->check_links(),
				BatchSchema::arguments(),
				static fn (): array => BatchSchema::batch(),
			),
			new Route(
				'/batches/preview',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					BatchesController::class
				)->preview( $request ),
				fn (): bool|WP_Error => $this->container->get( Permissions::class )->check_links(),
				BatchSchema::arguments(),
				static fn (): array => BatchSchema::preview(),
			),
			new Route(
				'/batches/(?P<id>\d+)',
				'GET',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					BatchesController::class
				)->get_item( $request ),
				fn (): bool|WP_Error => $this->container->get( Permissions::class )->check_links(),
				schema: static fn (): array => BatchSchema::batch(),
			),
			new Route(
				'/batches/(?P<id>\d+)/cancel',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					BatchesController::class
				)->cancel( $request ),
				fn (): bool|WP_Error => $this->container->get( Permissions::class )->check_links(),
				schema: static fn (): array => BatchSchema::batch(),
			),
			new Route(
				'/batches/(?P<id>\d+)/retry',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					BatchesController::class
				)->retry( $request ),
				fn (): bool|WP_Error => $this->container->get( Permissions::class )->check_links(),
				schema: static fn (): array => BatchSchema::batch(),
			),
		];
	}
}
