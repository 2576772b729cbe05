<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Rest;

use DateInterval;
use MultiSafepay\PaymentLinks\Batches\Application\BatchRequest;
use MultiSafepay\PaymentLinks\Batches\Application\StartBatch;
use MultiSafepay\PaymentLinks\Batches\Domain\Batch;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchNotFound;
use MultiSafepay\PaymentLinks\Batches\Storage\BatchTable;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\Permissions;
use MultiSafepay\PaymentLinks\Shared\Rest\RequestBody;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;
use Throwable;
use WC_Order;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * REST controller of batches.
 */
final class BatchesController {

	/**
	 * Maximum number of items in a preview; a batch may have more.
	 */
	private const MAX_PREVIEWED = 500;

	/**
	 * How long an ended batch stays in the list.
	 */
	private const LISTED_PERIOD = 'PT1H';

	public function __construct(
		private readonly Permissions $permissions,
		private readonly BatchTable $batches,
		private readonly StartBatch $start,
		private readonly BatchPresenter $presenter,
		private readonly ErrorResponse $errors,
		private readonly Scheduler $scheduler,
		private readonly Clock $clock,
	) {}

	/**
	 * Lists running and recently ended batches: the current user's, or all batches for users who manage the settings.
	 */
	public function get_items(): WP_REST_Response|WP_Error {
		return $this->respond(
			fn (): array => array_map(
				fn ( Batch $batch ): array => $this->presenter->one( $batch, false ),
				$this->batches->recent(
					$this->permissions->can_manage_settings() ? null : get_current_user_id(),
					$this->clock->now()->sub( new DateInterval( self::LISTED_PERIOD ) )
				)
			)
		);
	}

	/**
	 * Starts a batch: 201, or 200 with the same batch if the idempotency key was used before.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function create_item( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		// A closed browser must not interrupt the creation.
		ignore_user_abort( true );

		try {
			$batch_request = BatchRequest::read( $this->body( $request ), true );
			$started       = $this->start->start(
				$batch_request,
				$this->targets( $batch_request ),
				get_current_user_id()
			);
			$this->scheduler->dispatch_soon();

			return new WP_REST_Response(
				$this->presenter->one( $started->batch, true ),
				$started->is_new ? 201 : 200
			);
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function preview( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->respond(
			function () use ( $request ): array {
				$batch_request = BatchRequest::read( $this->body( $request ), false );
				$targets       = $this->targets( $batch_request );
				$previewed     = array_slice( $targets, 0, self::MAX_PREVIEWED );

				return $this->presenter->preview(
					$previewed,
					$this->start->preview( $batch_request, $previewed ),
					count( $targets )
				);
			}
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function get_item( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->respond( fn (): array => $this->presenter->one( $this->batch( $request ), true ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function cancel( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->respond(
			function () use ( $request ): array {
				$this->start->cancel( $this->batch( $request ) );

				return $this->presenter->one( $this->batch( $request ), true );
			}
		);
	}

	/**
	 * Restarts a batch with its failed and unfinished items.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function retry( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->respond(
			function () use ( $request ): array {
				$this->start->retry( $this->batch( $request ) );
				$this->scheduler->dispatch_soon();

				return $this->presenter->one( $this->batch( $request ), true );
			}
		);
	}

	/**
	 * Returns the batch in the URL.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws BatchNotFound When it does not exist, or belongs to another user and the current user may not manage the
	 * settings.
	 */
	private function batch( WP_REST_Request $request ): Batch {
		$batch = $this->batches->find( RequestBody::id( $request ) );
		if (
			null === $batch
			|| ( get_current_user_id() !== $batch->created_by && ! $this->permissions->can_manage_settings() )
		) {
			throw new BatchNotFound();
		}

		return $batch;
	}

	/**
	 * @return list<array{int, int}> Order ID and link ID per item.
	 * @throws InvalidValue When the current user may not edit one of the orders.
	 */
	private function targets( BatchRequest $batch_request ): array {
		$targets = $this->start->targets( $batch_request );
		// Users who manage the settings may edit all orders; for other users each order is checked.
		foreach ( $this->permissions->can_manage_settings() ? [] : $targets as [ $id ] ) {
			$order = $id > 0 ? wc_get_order( $id ) : false;
			if ( $order instanceof WC_Order && ! $this->permissions->can_edit( $order ) ) {
				throw new InvalidValue(
					[] === $batch_request->link_ids ? 'wc_order_ids' : 'link_ids',
					'order_not_editable',
					[ 'order' => (string) $order->get_order_number() ]
				);
			}
		}

		return $targets;
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>
	 * @throws InvalidFields When it has unknown fields.
	 */
	private function body( WP_REST_Request $request ): array {
		return RequestBody::fields( $request, array_keys( BatchSchema::arguments() ) );
	}

	/**
	 * @param callable(): array<mixed> $callback Returns the response data.
	 */
	private function respond( callable $callback ): WP_REST_Response|WP_Error {
		try {
			return new WP_REST_Response( $callback() );
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}
	}
}
