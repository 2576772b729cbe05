<?php
/**
 * Several requests at once.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use Closure;
use Fiber;
use MultiSafepay\PaymentLinks\Application\Port\Parallel;
use Throwable;
use WP_Error;

/**
 * Sends requests over the WordPress HTTP API; inside run(), those of all tasks together.
 *
 * Each task runs in a fiber. Where it would wait for an answer it hands its request over and sleeps; when all tasks
 * sleep or are done, their requests leave together, and each task goes on with its own answer. So the code of a use
 * case is the same whether it runs alone or beside others.
 *
 * @phpstan-import-type HttpArguments from HttpBatch
 */
final class HttpPool implements Parallel {

	/**
	 * The fibers of run(), by their object ids.
	 *
	 * @var array<int, true>
	 */
	private array $ours = [];

	/**
	 * Sends a request.
	 *
	 * @param HttpArguments $arguments As wp_remote_request() takes them.
	 * @return array<mixed>|WP_Error As wp_remote_request() returns it.
	 */
	public function request( string $url, array $arguments ): array|WP_Error {
		$fiber = Fiber::getCurrent();
		if ( null === $fiber || ! isset( $this->ours[ spl_object_id( $fiber ) ] ) ) {
			return wp_remote_request( $url, $arguments );
		}

		$answer = Fiber::suspend( [ $url, $arguments ] );

		return is_array( $answer ) || $answer instanceof WP_Error ? $answer : new WP_Error( 'http_request_not_executed', 'There was no answer.' );
	}

	/**
	 * {@inheritDoc}
	 */
	public function run( array $tasks ): array {
		$results = [];
		$waiting = [];
		foreach ( $tasks as $index => $task ) {
			$fiber                                  = self::fiber( $index, $task, $results );
			$this->ours[ spl_object_id( $fiber ) ] = true;
			self::go_on( $index, $fiber, $fiber->start( ... ), $waiting );
		}

		while ( [] !== $waiting ) {
			$sleeping = $waiting;
			$waiting  = [];
			$answers  = ( new HttpBatch() )->send( array_column( $sleeping, 'request' ) );
			foreach ( $sleeping as $place => [ 'index' => $index, 'fiber' => $fiber ] ) {
				self::go_on( $index, $fiber, static fn (): mixed => $fiber->resume( $answers[ $place ] ), $waiting );
			}
		}

		$this->ours = [];
		ksort( $results );

		return array_values( $results );
	}

	/**
	 * Returns a fiber that keeps what its task returns or throws.
	 *
	 * @template T
	 * @param int                     $index   Its place.
	 * @param Closure(): T            $task    What to do.
	 * @param array<int, T|Throwable> $results Grows.
	 * @return Fiber<mixed, mixed, mixed, mixed>
	 */
	private static function fiber( int $index, Closure $task, array &$results ): Fiber {
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
	 * Lets a fiber go on until it ends or wants to send something.
	 *
	 * @param int                                                                                                $index   Its place.
	 * @param Fiber<mixed, mixed, mixed, mixed>                                                                   $fiber   The fiber.
	 * @param Closure(): mixed                                                                                   $step    Starts or resumes it.
	 * @param list<array{index: int, fiber: Fiber<mixed, mixed, mixed, mixed>, request: array{string, HttpArguments}}> $waiting Grows.
	 */
	private static function go_on( int $index, Fiber $fiber, Closure $step, array &$waiting ): void {
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
