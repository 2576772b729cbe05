<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

use Closure;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\SeededRandom;
use WP_Error;

/**
 * MultiSafepay in this process. It answers the plugin's HTTP requests, or loses them, and remembers all money.
 */
final class SimulatedProvider {

	/**
	 * One of so many requests has a fault; 0 for none.
	 */
	public int $fault_rate = 0;

	/**
	 * Called with the method when a request arrives: something that another process does at this moment.
	 *
	 * @var (Closure(string): void)|null
	 */
	public ?Closure $meanwhile = null;

	/**
	 * Called with the order ID before an order is returned.
	 *
	 * @var (Closure(string): void)|null
	 */
	public ?Closure $before_read = null;

	/**
	 * What happened, for the list of steps.
	 *
	 * @var list<string>
	 */
	public array $log = [];

	/**
	 * @var array<string, ProviderSession>
	 */
	private array $sessions = [];

	/**
	 * Order IDs that another shop of the account has used.
	 *
	 * @var array<string, true>
	 */
	private array $taken = [];

	/**
	 * Create requests that are still on their way, with the time of their arrival.
	 *
	 * @var list<array{int, array<mixed>}>
	 */
	private array $on_the_way = [];

	private int $last_transaction_id = 1_750_000_000_000_000;

	public function __construct(
		private readonly FrozenClock $clock,
		private readonly SeededRandom $random,
		private readonly KillSwitch $kills,
	) {
	}

	public function now(): int {
		return $this->clock->now()->getTimestamp();
	}

	/**
	 * @return array<string, ProviderSession> By order ID.
	 */
	public function sessions(): array {
		return $this->sessions;
	}

	public function session( string $order_id ): ?ProviderSession {
		return $this->sessions[ $order_id ] ?? null;
	}

	public function take( string $order_id ): void {
		$this->taken[ $order_id ] = true;
	}

	public function next_transaction_id(): int {
		return ++$this->last_transaction_id;
	}

	/**
	 * Returns the time when the next delayed request arrives; null if there is none.
	 */
	public function next_arrival(): ?int {
		return $this->on_the_way === [] ? null : min( array_column( $this->on_the_way, 0 ) );
	}

	/**
	 * Processes the delayed requests that have arrived.
	 */
	public function arrive(): void {
		$still_on_the_way = [];
		foreach ( $this->on_the_way as [ $time, $body ] ) {
			if ( $time > $this->now() ) {
				$still_on_the_way[] = [ $time, $body ];
				continue;
			}
			$this->log[] = 'a delayed request arrives';
			$this->create( $body );
		}
		$this->on_the_way = $still_on_the_way;
	}

	/**
	 * Filter of `pre_http_request`.
	 *
	 * @param array<mixed> $arguments
	 *
	 * @return array<mixed>|WP_Error
	 */
	public function answer( mixed $response, array $arguments, string $url ): array|WP_Error {
		$this->kills->pass();
		$method   = is_string( $arguments['method'] ?? null ) ? $arguments['method'] : '';
		$order_id = rawurldecode( basename( $url ) );
		$body     = json_decode( is_string( $arguments['body'] ?? null ) ? $arguments['body'] : '[]', true );
		$body     = is_array( $body ) ? $body : [];
		if ( $this->meanwhile !== null ) {
			$this->kills->pause( fn () => ( $this->meanwhile ?? static fn (): null => null )( $method ) );
		}
		$this->arrive();

		$fault = $this->fault_rate > 0 && $this->random->once_in( $this->fault_rate )
			? $this->random->between( 1, 5 )
			: 0;
		if ( $fault !== 0 ) {
			$this->log[] = "$method fault $fault";
		}
		$timeout = is_numeric( $arguments['timeout'] ?? null ) ? (float) $arguments['timeout'] : 10.0;
		if ( $fault === 1 ) {
			return new WP_Error( 'http_request_failed', 'cURL error 7: Connection refused' );
		}
		if ( $fault === 2 ) {
			return $this->no_answer( $timeout );
		}
		if ( $fault === 3 && $method === 'POST' ) {
			$this->on_the_way[] = [ $this->now() + $this->random->between( 1, 200 ), $body ];
			return $this->no_answer( $timeout );
		}
		if ( $method === 'GET' && $fault === 0 && $this->before_read !== null ) {
			( $this->before_read )( $order_id );
		}
		$answer = match ( $method ) {
			'POST'  => $this->create( $body ),
			'PATCH' => $this->cancel( $order_id ),
			default => $this->read( $order_id ),
		};
		$this->kills->pass();
		return match ( $fault ) {
			0       => $answer,
			3, 4    => $this->no_answer( $timeout ),
			default => $this->http( 503, [], 'unavailable' ),
		};
	}

	/**
	 * @param array<mixed> $body
	 *
	 * @return array<mixed>
	 */
	private function create( array $body ): array {
		$order_id = is_string( $body['order_id'] ?? null ) ? $body['order_id'] : '';
		$amount   = is_int( $body['amount'] ?? null ) ? $body['amount'] : 0;
		$currency = is_string( $body['currency'] ?? null ) ? $body['currency'] : '';
		$seconds  = is_numeric( $body['seconds_active'] ?? null )
			? (int) $body['seconds_active']
			: 86_400 * ( is_numeric( $body['days_active'] ?? null ) ? (int) $body['days_active'] : 30 );
		if ( isset( $this->sessions[ $order_id ] ) || isset( $this->taken[ $order_id ] ) ) {
			return $this->refusal( 400 );
		}
		$this->sessions[ $order_id ] = new ProviderSession( $order_id, $amount, $currency, $this->now() + $seconds );
		return $this->http(
			200,
			[ 'order_id' => $order_id, 'payment_url' => "https://pay.example.test/$order_id" ]
		);
	}

	/**
	 * @return array<mixed>
	 */
	private function read( string $order_id ): array {
		$session = $this->session( $order_id );
		if ( $session === null ) {
			return $this->refusal( 404 );
		}
		$data = $session->to_array( $this->now() );
		// The API may not return an order that no customer has opened.
		if ( ! $session->was_opened && $session->status === 'initialized' ) {
			unset( $data['order_id'] );
		}
		return $this->http( 200, $data );
	}

	/**
	 * @return array<mixed>
	 */
	private function cancel( string $order_id ): array {
		$session = $this->session( $order_id );
		if ( $session === null || ! $session->is_payable( $this->now() ) ) {
			return $this->refusal( 404 );
		}
		$session->status = 'cancelled';
		return $this->http( 200, [] );
	}

	private function no_answer( float $timeout ): WP_Error {
		$this->clock->advance( $timeout );
		return new WP_Error( 'http_request_failed', 'cURL error 28: Operation timed out' );
	}

	/**
	 * @return array<mixed>
	 */
	private function refusal( int $status ): array {
		return $this->http(
			$status,
			[],
			(string) json_encode( [ 'success' => false, 'error_code' => 1006, 'error_info' => 'Invalid order ID' ] )
		);
	}

	/**
	 * @param array<string, mixed> $data
	 *
	 * @return array<mixed>
	 */
	private function http( int $status, array $data, ?string $body = null ): array {
		return [
			'headers'  => [],
			'body'     => $body ?? (string) json_encode( [ 'success' => true, 'data' => $data ] ),
			'response' => [ 'code' => $status, 'message' => '' ],
			'cookies'  => [],
		];
	}
}
