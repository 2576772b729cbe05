<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Http;

use Closure;
use Fiber;
use Throwable;
use WP_Error;

/**
 * Sends requests over the WordPress HTTP API. Inside run(), the requests of all tasks are sent together.
 *
 * Each task runs in a fiber, which is suspended when the task sends a request. When all fibers are suspended or
 * finished, their requests are sent at once, and each fiber resumes with its own response. Use cases need no special
 * code for this.
 *
 * @phpstan-import-type HttpArguments from HttpBatch
 * @phpstan-type WaitingFiber array{
 *     index: int,
 *     fiber: Fiber<mixed, mixed, mixed, mixed>,
 *     request: array{string, HttpArguments},
 * }
 */
final class HttpPool {

	/**
	 * The fibers of run(), by object ID. Fibers of other plugins must not be suspended here.
	 *
	 * @var array<int, true>
	 */
	private array $fibers = [];

	public function __construct( private readonly HttpBatch $batch ) {}

	/**
	 * @param HttpArguments $arguments Arguments of wp_remote_request().
	 * @return array<mixed>|WP_Error Result of wp_remote_request().
	 */
	public function request( string $url, array $arguments ): array|WP_Error {
		$fiber = Fiber::getCurrent();
		if ( null === $fiber || ! isset( $this->fibers[ spl_object_id( $fiber ) ] ) ) {
			return wp_remote_request( $url, $arguments );
		}

		$response = Fiber::suspend( [ $url, $arguments ] );

		return is_array( $response ) || $response instanceof WP_Error
			? $response
			: new WP_Error( 'http_request_not_executed', 'There was no answer.' );
	}

	/**
	 * Runs all tasks and returns the value or the exception of each, in the order of the tasks.
	 *
	 * @template T
	 * @param list<Closure(): T> $tasks
	 * @return list<T|Throwable>
	 */
	public function run( array $tasks ): array {
		$results = [];
		$waiting = [];
		foreach ( $tasks as $index => $task ) {
			$fiber                                   = self::create_fiber( $index, $task, $results );
			$this->fibers[ spl_object_id( $fiber ) ] = true;
			self::advance( $index, $fiber, $fiber->start( ... ), $waiting );
		}

		while ( [] !== $waiting ) {
			$suspended = $waiting;
			$waiting   = [];
			$responses = $this->batch->send( array_column( $suspended, 'request' ) );
			foreach ( $suspended as $key => [ 'index' => $index, 'fiber' => $fiber ] ) {
				self::advance( $index, $fiber, static fn (): mixed => $fiber->resume( $responses[ $key ] ), $waiting );
			}
		}

		$this->fibers = [];
		ksort( $results );

		return array_values( $results );
	}

	/**
	 * Returns a fiber that adds the value or the exception of its task to the results.
	 *
	 * @template T
	 * @param Closure(): T $task
	 * @param array<int, T|Throwable> $results
	 * @return Fiber<mixed, mixed, mixed, mixed>
	 */
	private static function create_fiber( int $index, Closure $task, array &$results ): Fiber {
		return new Fiber(
			static function () use ( $index, $task, &$results ): void {
				try {
					$results[ $index ] = $task();
				} catch ( Throwable $failure ) {
					$results[ $index ] = $failure;
				}
			}
		);
	}

	/**
	 * Runs a fiber until it finishes or sends a request.
	 *
	 * @param Fiber<mixed, mixed, mixed, mixed> $fiber
	 * @param Closure(): mixed $step Starts or resumes the fiber.
	 * @param list<WaitingFiber> $waiting Extended if the fiber is suspended.
	 */
	private static function advance( int $index, Fiber $fiber, Closure $step, array &$waiting ): void {
		/** @var array{string, HttpArguments}|null $request */
		$request = $step();
		if ( null !== $request && $fiber->isSuspended() ) {
			$waiting[] = [
				'index'   => $index,
				'fiber'   => $fiber,
				'request' => $request,
			];
		}
	}
}
