<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

use Closure;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderEnded;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderIdAlreadyUsed;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Payments\Domain\NoAlert;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\SeededRandom;
use Throwable;
use WC_Order;

/**
 * One order with its shop, its provider and its clock.
 */
final class World {

	/**
	 * One process of so many is killed, one request of so many has a fault.
	 */
	private const KILL_RATE  = 9;
	private const FAULT_RATE = 8;

	private const REFUSALS = [
		CreationUnconfirmed::class,
		InvalidFields::class,
		InvalidValue::class,
		LinkNotFound::class,
		LinkNotOpen::class,
		NoAlert::class,
		OrderAlreadyPaid::class,
		OrderEnded::class,
		OrderIdAlreadyUsed::class,
		OrderNotFound::class,
		ProviderRefused::class,
		ProviderUnavailable::class,
	];

	/**
	 * The steps so far, for the report of a failure.
	 *
	 * @var list<string>
	 */
	public array $log = [];

	/**
	 * The state after the last step.
	 *
	 * @var list<string>
	 */
	private array $last_state = [];

	public bool $has_kills = false;

	/**
	 * Whether processes are killed and answers lost.
	 */
	public bool $is_disturbed = true;

	public readonly FrozenClock $clock;

	public readonly KillSwitch $kills;

	public readonly SimulatedProvider $provider;

	public readonly SimulatedQueue $queue;

	public readonly SimulatedShop $shop;

	public readonly Oracle $oracle;

	public readonly OrderEnding $ending;

	public function __construct( public readonly SeededRandom $random, public readonly int $wc_order_id ) {
		$this->clock    = new FrozenClock();
		$this->kills    = new KillSwitch();
		$this->provider = new SimulatedProvider( $this->clock, $random, $this->kills );
		$this->queue    = new SimulatedQueue( $this->clock, $this->kills );
		$this->shop     = new SimulatedShop( $this->clock, $this->queue, $this->provider, $this->kills );
		$this->oracle   = new Oracle();
		$this->ending   = new OrderEnding( $wc_order_id );
		$this->provider->before_read = fn ( string $order_id ) => $this->oracle->observe(
			$wc_order_id,
			$order_id,
			$this->provider->session( $order_id )
		);
	}

	public function order(): ?WC_Order {
		$order = wc_get_order( $this->wc_order_id );
		return $order instanceof WC_Order ? $order : null;
	}

	/**
	 * @return array<int, LinkFacts> By ID, oldest first.
	 */
	public function links(): array {
		return LinkFacts::of_order( $this->wc_order_id );
	}

	/**
	 * Returns a random link; null if there is none.
	 *
	 * @param (Closure(LinkFacts): bool)|null $accept
	 */
	public function any_link( ?Closure $accept = null ): ?LinkFacts {
		$links = array_values( array_filter( $this->links(), $accept ?? static fn (): bool => true ) );
		return $links === [] ? null : $links[ $this->random->between( 0, count( $links ) - 1 ) ];
	}

	/**
	 * Returns a random element of a list.
	 *
	 * @template T
	 *
	 * @param non-empty-list<T> $values
	 *
	 * @return T
	 */
	public function pick( array $values ): mixed {
		return $values[ $this->random->between( 0, count( $values ) - 1 ) ];
	}

	/**
	 * Runs one process of the plugin, which may be killed.
	 *
	 * @param Closure(): mixed $work
	 * @param bool $retries Whether it reconsiders alerts.
	 *
	 * @return bool Whether it finished.
	 */
	public function call( string $text, Closure $work, bool $retries = false ): bool {
		$points                     = $this->is_disturbed && $this->random->once_in( self::KILL_RATE )
			? $this->random->between( 1, 30 )
			: 0;
		$this->provider->fault_rate = $this->is_disturbed ? self::FAULT_RATE : 0;
		$this->provider->log        = [];
		$refusal                    = null;
		$this->log[]                = '+' . $this->clock->monotonic() . "s $text";
		$is_finished                = $this->shop->run(
			$points,
			static function () use ( $work, &$refusal ): void {
				try {
					$work();
				} catch ( Throwable $failure ) {
					if ( $failure instanceof ProcessKilled || ! in_array( $failure::class, self::REFUSALS, true ) ) {
						throw $failure;
					}
					$refusal = $failure;
				}
			}
		);
		$this->has_kills            = $this->has_kills || ! $is_finished;
		$this->provider->fault_rate = 0;
		$this->provider->meanwhile  = null;
		$order                      = OrderFacts::read( $this->wc_order_id );
		$this->note( [
			...$this->provider->log,
			...( $refusal === null ? [] : [ $refusal::class ] ),
			...( $is_finished ? [] : [ "KILLED at $points" ] ),
			...$this->changes( $order ),
		] );
		$this->oracle->check( $this->wc_order_id, $is_finished, $retries );
		$this->ending->look( $order );
		return $is_finished && $refusal === null;
	}

	/**
	 * Something that is not the plugin's: staff, a customer, another gateway.
	 *
	 * @param Closure(): void $work
	 */
	public function other( string $text, Closure $work ): void {
		$work();
		$this->log[] = '+' . $this->clock->monotonic() . "s $text";
		$order       = OrderFacts::read( $this->wc_order_id );
		$this->note( $this->changes( $order ) );
		$this->ending->look( $order );
	}

	/**
	 * @param list<string> $results Of the last step.
	 */
	private function note( array $results ): void {
		if ( $results !== [] ) {
			$this->log[] = '    ' . implode( ', ', $results );
		}
	}

	/**
	 * Returns what has changed.
	 *
	 * @return list<string>
	 */
	private function changes( OrderFacts $order ): array {
		$state            = [
			$order->text(),
			...array_map( static fn ( LinkFacts $link ): string => $link->text(), array_values( $this->links() ) ),
		];
		$changed          = array_values( array_diff( $state, $this->last_state ) );
		$this->last_state = $state;
		return $changed;
	}
}
