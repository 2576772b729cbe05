<?php
/**
 * The MultiSafepay emulator, as tests steer it.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use RuntimeException;

/**
 * Its control routes, below /_emu/.
 */
final class Emulator {

	public function __construct( private readonly string $url ) {
	}

	/**
	 * Back to how it started: no orders, no faults, no requests seen.
	 */
	public function reset(): void {
		$this->control( 'POST', 'reset' );
	}

	/**
	 * What its API was asked since the reset, oldest first.
	 *
	 * @return list<array{method: string, path: string, body: mixed, fault: string|null, status: int|null}>
	 */
	public function requests( string $method = '', string $path = '' ): array {
		/** @var list<array{method: string, path: string, body: mixed, fault: string|null, status: int|null}> $requests */
		$requests = $this->control( 'GET', 'requests?' . http_build_query( array_filter( compact( 'method', 'path' ), static fn ( string $value ): bool => $value !== '' ) ) );
		return $requests;
	}

	/**
	 * Waits until it has carried out all that was sent to it, also by those who are gone: nothing is under way, and
	 * nothing more comes in.
	 */
	public function come_to_rest(): void {
		$before = -1;
		Wait::until(
			function () use ( &$before ): bool {
				$requests  = $this->requests();
				$is_same   = count( $requests ) === $before;
				$before    = count( $requests );
				$under_way = array_filter( $requests, static fn ( array $request ): bool => $request['status'] === null && in_array( $request['fault'], [ null, 'slow' ], true ) );
				return $is_same && $under_way === [];
			},
			'the emulator is at rest'
		);
	}

	/**
	 * Waits until every notification that has left has its answer.
	 */
	public function notifications_arrive(): void {
		$this->control( 'GET', 'notifications' );
	}

	/**
	 * Requests that the provider's own schema refuses.
	 *
	 * @return array<mixed>
	 */
	public function violations(): array {
		$violations = $this->control( 'GET', 'violations' )['violations'] ?? null;
		if ( ! is_array( $violations ) ) {
			throw new RuntimeException( 'The emulator does not say which requests were wrong.' );
		}
		return $violations;
	}

	/**
	 * Spoils the next matching answers.
	 *
	 * @param string      $fault       status_429_html, status_503_html, html_200, slow, silent, reset_before, reset_after, bad_json or empty_200.
	 * @param string      $method      Of the requests.
	 * @param string      $path        Of the requests.
	 * @param int         $times       How many; 0 until the reset.
	 * @param int|null    $delay_ms    For slow answers, in milliseconds.
	 * @param string|null $retry_after The header Retry-After.
	 */
	public function fault( string $fault, string $method = 'POST', string $path = '/orders', int $times = 1, ?int $delay_ms = null, ?string $retry_after = null ): void {
		$rule = [
			'fault'  => $fault,
			'method' => $method,
			'path'   => $path,
			'times'  => $times,
		];
		$this->control( 'POST', 'faults', array_filter( $rule + compact( 'delay_ms', 'retry_after' ), static fn ( mixed $value ): bool => $value !== null ) );
	}

	/**
	 * Changes how it behaves, such as `[ 'unopened_link' => '404' ]`.
	 *
	 * @param array<string, mixed> $settings Only what changes.
	 */
	public function settings( array $settings ): void {
		$this->control( 'POST', 'settings', $settings );
	}

	/**
	 * Moves its clock.
	 */
	public function advance( int $seconds ): void {
		$this->control( 'POST', 'clock', [ 'advance_seconds' => $seconds ] );
	}

	/**
	 * Every order that it holds.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function orders(): array {
		/** @var list<array<string, mixed>> $orders */
		$orders = $this->control( 'GET', 'orders' );
		return $orders;
	}

	/**
	 * What a customer, a bank or time does to an order: pay, decline, cancel, expire, refund, …
	 *
	 * @param array<string, mixed> $body Such as `[ 'amount' => 100 ]`.
	 *
	 * @return array<mixed> The order.
	 */
	public function act( string $order_id, string $action, array $body = [] ): array {
		return $this->control( 'POST', 'orders/' . rawurlencode( $order_id ) . '/' . $action, $body === [] ? null : $body );
	}

	/**
	 * Any control route.
	 *
	 * @param non-empty-string  $method GET, POST, …
	 * @param array<mixed>|null $body   Sent as JSON.
	 *
	 * @return array<mixed>
	 */
	public function control( string $method, string $path, ?array $body = null ): array {
		$answer = Http::send( $method, $this->url . '/_emu/' . $path, $body );
		if ( $answer->status >= 400 ) {
			throw new RuntimeException( "The emulator refuses $method $path: {$answer->status} {$answer->body}" );
		}
		return $answer->body === '' ? [] : $answer->json();
	}
}
