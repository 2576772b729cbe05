<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use RuntimeException;

/**
 * Client for the control routes of the MultiSafepay emulator, below /_emu/.
 *
 * @phpstan-type Request array{method: string, path: string, body: mixed, fault: string|null, status: int|null}
 */
final class Emulator {

	public function __construct( private readonly string $url ) {
	}

	/**
	 * Deletes all orders, faults and recorded requests.
	 */
	public function reset(): void {
		$this->control( 'POST', 'reset' );
	}

	/**
	 * Returns the API requests since the reset, oldest first.
	 *
	 * @return list<Request>
	 */
	public function requests( string $method = '', string $path = '' ): array {
		/** @var list<Request> $requests */
		$requests = $this->control(
			'GET',
			'requests?'
				. http_build_query( array_filter(
					compact( 'method', 'path' ),
					static fn ( string $value ): bool => $value !== ''
				) )
		);
		return $requests;
	}

	/**
	 * Waits until no request is in progress and no new request arrives, also from processes that were killed.
	 */
	public function wait_until_idle(): void {
		$last_count = -1;
		Wait::until(
			function () use ( &$last_count ): bool {
				$requests     = $this->requests();
				$is_unchanged = count( $requests ) === $last_count;
				$last_count   = count( $requests );
				$in_progress  = array_filter(
					$requests,
					static fn ( array $request ): bool => $request['status'] === null
						&& in_array( $request['fault'], [ null, 'slow' ], true )
				);
				return $is_unchanged && $in_progress === [];
			},
			'the emulator is idle'
		);
	}

	/**
	 * Waits until every sent notification has received its response.
	 */
	public function wait_for_notifications(): void {
		$this->control( 'GET', 'notifications' );
	}

	/**
	 * Returns the requests that violate the schema of the provider.
	 *
	 * @return array<mixed>
	 */
	public function violations(): array {
		$violations = $this->control( 'GET', 'violations' )['violations'] ?? null;
		if ( ! is_array( $violations ) ) {
			throw new RuntimeException( 'The emulator returned no list of violations.' );
		}
		return $violations;
	}

	/**
	 * Injects a fault into the next matching requests.
	 *
	 * @param string $fault status_429_html, status_503_html, html_200, slow, silent, reset_before, reset_after,
	 * bad_json or empty_200.
	 * @param int         $times       Number of requests; 0 for all until the reset.
	 * @param int|null    $delay_ms    Delay of slow responses in milliseconds.
	 * @param string|null $retry_after Value of the Retry-After header.
	 */
	public function fault(
		string $fault,
		string $method = 'POST',
		string $path = '/orders',
		int $times = 1,
		?int $delay_ms = null,
		?string $retry_after = null,
	): void {
		$rule = [
			'fault'  => $fault,
			'method' => $method,
			'path'   => $path,
			'times'  => $times,
		];
		$this->control(
			'POST',
			'faults',
			array_filter(
				$rule + compact( 'delay_ms', 'retry_after' ),
				static fn ( mixed $value ): bool => $value !== null
			)
		);
	}

	/**
	 * Changes settings of the emulator, such as `[ 'unopened_link' => '404' ]`.
	 *
	 * @param array<string, mixed> $settings The settings to change.
	 */
	public function settings( array $settings ): void {
		$this->control( 'POST', 'settings', $settings );
	}

	/**
	 * Advances the clock of the emulator.
	 */
	public function advance( int $seconds ): void {
		$this->control( 'POST', 'clock', [ 'advance_seconds' => $seconds ] );
	}

	/**
	 * Returns all orders at the emulator.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function orders(): array {
		/** @var list<array<string, mixed>> $orders */
		$orders = $this->control( 'GET', 'orders' );
		return $orders;
	}

	/**
	 * Simulates an action on an order: pay, decline, cancel, expire, refund, …
	 *
	 * @param array<string, mixed> $body Options such as `[ 'amount' => 100 ]`.
	 *
	 * @return array<mixed> The order.
	 */
	public function simulate( string $order_id, string $action, array $body = [] ): array {
		return $this->control(
			'POST',
			'orders/' . rawurlencode( $order_id ) . '/' . $action,
			$body === [] ? null : $body
		);
	}

	/**
	 * Sends a request to a control route.
	 *
	 * @param non-empty-string  $method GET, POST, …
	 * @param array<mixed>|null $body   JSON body.
	 *
	 * @return array<mixed>
	 */
	public function control( string $method, string $path, ?array $body = null ): array {
		$response = Http::send( $method, $this->url . '/_emu/' . $path, $body );
		if ( $response->status >= 400 ) {
			throw new RuntimeException( "The emulator refused $method $path: {$response->status} {$response->body}" );
		}
		return $response->body === '' ? [] : $response->json();
	}
}
