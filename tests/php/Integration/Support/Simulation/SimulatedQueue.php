<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

use MultiSafepay\PaymentLinks\Links\Application\LinkScheduler;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Links\LinksModule;
use MultiSafepay\PaymentLinks\Payments\Application\OrderSyncScheduler;
use MultiSafepay\PaymentLinks\Payments\PaymentsModule;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;

/**
 * Action Scheduler with the simulated clock.
 */
final class SimulatedQueue implements LinkScheduler, OrderSyncScheduler {

	/**
	 * @var list<array{time: int, hook: string, arguments: list<int>}>
	 */
	private array $actions = [];

	public function __construct(
		private readonly Clock $clock,
		private readonly KillSwitch $kills,
	) {
	}

	public function resolve_later( PaymentLink $link, int $seconds ): void {
		$this->add( LinksModule::RESOLVE_UNCONFIRMED, [ $link->id ], $seconds );
	}

	public function cancel_later( PaymentLink $link, int $seconds ): void {
		$this->add( LinksModule::CANCEL_LINK, [ $link->id ], $seconds );
	}

	public function schedule( PaymentLink $link, int $seconds ): void {
		$this->add( PaymentsModule::SYNC_ORDER, [ $link->id ], $seconds );
	}

	/**
	 * Filter of `pre_as_schedule_single_action`. Actions of WooCommerce are not run.
	 */
	public function intercept(
		mixed $result,
		int $timestamp,
		string $hook,
		mixed $arguments,
		string $group,
	): int {
		if ( $group === Scheduler::GROUP && is_array( $arguments ) ) {
			$numbers = array_map(
				static fn ( mixed $number ): int => is_int( $number ) ? $number : 0,
				array_values( $arguments )
			);
			// The real clock moves on during the call; the plugin's delays are whole minutes here.
			$this->add( $hook, $numbers, 60 * (int) round( ( $timestamp - time() ) / 60 ) );
		}
		return 1;
	}

	public function next_time(): ?int {
		return $this->actions === [] ? null : min( array_column( $this->actions, 'time' ) );
	}

	/**
	 * Removes the action that is due first and returns it; null if none is due.
	 *
	 * @return array{string, list<int>}|null Hook and arguments.
	 */
	public function take_due(): ?array {
		$first = null;
		foreach ( $this->actions as $index => $action ) {
			if (
				$action['time'] <= $this->clock->now()->getTimestamp()
				&& ( $first === null || $action['time'] < $this->actions[ $first ]['time'] )
			) {
				$first = $index;
			}
		}
		if ( $first === null ) {
			return null;
		}
		$action = $this->actions[ $first ];
		array_splice( $this->actions, $first, 1 );
		return [ $action['hook'], $action['arguments'] ];
	}

	/**
	 * @param list<int> $arguments
	 */
	private function add( string $hook, array $arguments, int $seconds ): void {
		$this->kills->pass();
		foreach ( $this->actions as $action ) {
			if ( $action['hook'] === $hook && $action['arguments'] === $arguments ) {
				return;
			}
		}
		$this->actions[] = [
			'time'      => $this->clock->now()->getTimestamp() + $seconds,
			'hook'      => $hook,
			'arguments' => $arguments,
		];
	}
}
