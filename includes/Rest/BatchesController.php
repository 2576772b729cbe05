<?php
/**
 * Routes of batches.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use DateInterval;
use MultiSafepay\PaymentLinks\Application\Batch\BatchRequest;
use MultiSafepay\PaymentLinks\Application\Batch\StartBatch;
use MultiSafepay\PaymentLinks\Application\Port\BatchStore;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Domain\Batch\Batch;
use MultiSafepay\PaymentLinks\Domain\Exception\BatchNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\WooCommerce\BatchActions;
use Throwable;
use WC_Order;
use WP_Error;
use WP_REST_Controller;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * Previews, starts, shows, cancels and retries batches.
 */
final class BatchesController extends WP_REST_Controller {

	/**
	 * A preview looks at so many; a batch may be about more.
	 */
	private const PREVIEWED = 500;

	/**
	 * How long a batch that ended stays in the list.
	 */
	private const LISTED = 'PT1H';

	/**
	 * Takes the use cases.
	 */
	public function __construct(
		private readonly RouteGuard $guard,
		private readonly BatchStore $batches,
		private readonly StartBatch $start,
		private readonly BatchPresenter $presenter,
		private readonly BatchSchema $batch_schema,
		private readonly ErrorResponse $errors,
		private readonly Clock $clock,
	) {}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$allowed = [ $this->guard, 'manages_links' ];
		$reads   = static fn ( callable $callback ): array => [
			'methods'             => WP_REST_Server::READABLE,
			'callback'            => $callback,
			'permission_callback' => $allowed,
		];
		$writes  = static fn ( callable $callback, array $arguments = [] ): array => [
			'methods'             => WP_REST_Server::CREATABLE,
			'callback'            => $callback,
			'permission_callback' => $allowed,
			'args'                => $arguments,
		];
		$of_id   = [ 'args' => LinkGuard::id_argument( 'id' ) ];
		$schema  = [ 'schema' => [ $this->batch_schema, 'batch' ] ];

		register_rest_route( RestNamespace::V1, '/batches', [ $reads( $this->list_recent( ... ) ), $writes( $this->create( ... ), $this->batch_schema->arguments() ) ] + $schema );
		register_rest_route( RestNamespace::V1, '/batches/preview', [ $writes( $this->preview( ... ), $this->batch_schema->arguments() ) ] );
		register_rest_route( RestNamespace::V1, '/batches/(?P<id>\d+)', $of_id + [ $reads( $this->show( ... ) ) ] + $schema );
		register_rest_route( RestNamespace::V1, '/batches/(?P<id>\d+)/cancel', $of_id + [ $writes( $this->cancel( ... ) ) ] + $schema );
		register_rest_route( RestNamespace::V1, '/batches/(?P<id>\d+)/retry', $of_id + [ $writes( $this->retry( ... ) ) ] + $schema );
	}

	/**
	 * Lists batches that run or ended lately: one's own, or everybody's for people who manage the shop.
	 */
	private function list_recent(): WP_REST_Response|WP_Error {
		return $this->answer(
			fn (): array => array_map(
				fn ( Batch $batch ): array => $this->presenter->one( $batch, false ),
				$this->batches->recent( $this->guard->may_manage_settings() ? null : get_current_user_id(), $this->clock->now()->sub( new DateInterval( self::LISTED ) ) )
			)
		);
	}

	/**
	 * Starts a batch: 201; the same key gives the same batch.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private function create( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		// A browser that goes away must not leave half of it behind.
		ignore_user_abort( true );

		return $this->answer(
			function () use ( $request ): array {
				$wish  = BatchRequest::read( $this->body( $request ), true );
				$batch = $this->start->start( $wish, $this->targets( $wish ), get_current_user_id() );
				BatchActions::begin_soon();

				return $this->presenter->one( $batch, true );
			},
			201
		);
	}

	/**
	 * Says what would be done with each, and changes nothing.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private function preview( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer(
			function () use ( $request ): array {
				$wish    = BatchRequest::read( $this->body( $request ), false );
				$targets = $this->targets( $wish );
				$looked  = array_slice( $targets, 0, self::PREVIEWED );

				return $this->presenter->preview( $looked, $this->start->preview( $wish, $looked ), count( $targets ) );
			}
		);
	}

	/**
	 * Shows how far a batch is.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private function show( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer( fn (): array => $this->presenter->one( $this->batch( $request ), true ) );
	}

	/**
	 * Ends a batch.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private function cancel( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer(
			function () use ( $request ): array {
				$this->start->cancel( $this->batch( $request ) );

				return $this->presenter->one( $this->batch( $request ), true );
			}
		);
	}

	/**
	 * Has what failed, and what was left, done once more.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	private function retry( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer(
			function () use ( $request ): array {
				$this->start->retry( $this->batch( $request ) );
				BatchActions::begin_soon();

				return $this->presenter->one( $this->batch( $request ), true );
			}
		);
	}

	/**
	 * Returns the batch of the address, where it is one's own or one manages the shop.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 * @throws BatchNotFound When it is not there, or somebody else's.
	 */
	private function batch( WP_REST_Request $request ): Batch {
		$batch = $this->batches->find( LinkGuard::id( $request, 'id' ) );
		if ( null === $batch || ( get_current_user_id() !== $batch->created_by && ! $this->guard->may_manage_settings() ) ) {
			throw new BatchNotFound();
		}

		return $batch;
	}

	/**
	 * Returns order and link of each, all of which the current user may touch.
	 *
	 * @return list<array{int, int}>
	 * @throws InvalidValue When there is one that they may not.
	 */
	private function targets( BatchRequest $wish ): array {
		$targets = $this->start->targets( $wish );
		// Whoever manages the shop may edit every order; for others each is asked about.
		foreach ( $this->guard->may_manage_settings() ? [] : $targets as [ $id ] ) {
			$order = $id > 0 ? wc_get_order( $id ) : false;
			if ( $order instanceof WC_Order && ! $this->guard->may_edit( $order ) ) {
				throw new InvalidValue( [] === $wish->link_ids ? 'wc_order_ids' : 'link_ids', 'order_of_others', [ 'order' => (string) $order->get_order_number() ] );
			}
		}

		return $targets;
	}

	/**
	 * Returns the body.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 * @return array<string, mixed>
	 * @throws InvalidFields When it has unknown fields.
	 */
	private function body( WP_REST_Request $request ): array {
		return RequestErrors::body( $request, array_keys( $this->batch_schema->arguments() ) );
	}

	/**
	 * Answers with a resource.
	 *
	 * @param callable(): array<mixed> $make   Makes it.
	 * @param int                      $status Of a success.
	 */
	private function answer( callable $make, int $status = 200 ): WP_REST_Response|WP_Error {
		try {
			return new WP_REST_Response( $make(), $status );
		} catch ( BatchNotFound ) {
			return new WP_Error( 'rest_batch_not_found', __( 'This bulk action does not exist.', 'multisafepay-payment-links' ), [ 'status' => 404 ] );
		} catch ( Throwable $failure ) {
			return $this->errors->of( $failure );
		}
	}
}
