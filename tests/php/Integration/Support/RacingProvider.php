<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use Closure;
use MultiSafepay\PaymentLinks\Links\Application\LinkApi;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use RuntimeException;

/**
 * A provider in this process that loses responses. The test is called before and after each request, so that other
 * processes can be simulated there.
 */
final class RacingProvider implements LinkApi {

	/**
	 * Outcomes of the next create and cancel requests: `answer`, `lost` (processed), `silent` (not processed), or
	 * `died` (the requesting process dies after the request).
	 *
	 * @var list<string>
	 */
	public array $creates = [];

	/**
	 * @var list<string>
	 */
	public array $cancels = [];

	/**
	 * Called before and after each request; null while another process uses the provider.
	 */
	public ?Closure $tick = null;

	/**
	 * Amounts by order ID.
	 *
	 * @var array<string, Money>
	 */
	public array $amounts = [];

	/**
	 * Statuses by order ID.
	 *
	 * @var array<string, ProviderStatus>
	 */
	private array $orders = [];

	public function __construct( private readonly FrozenClock $clock ) {
	}

	public function create( Site $site, PaymentLink $link, OrderSnapshot $order, float $timeout ): string {
		$id = $link->order_id->value;
		$this->request(
			(string) array_shift( $this->creates ),
			$timeout,
			function () use ( $id, $link ): void {
				$this->orders[ $id ]  = ProviderStatus::Open;
				$this->amounts[ $id ] = $link->details->amount;
			}
		);

		return "https://pay.example/$id";
	}

	public function find( Site $site, OrderId $order_id, float $timeout ): ?ProviderOrder {
		$this->request( '', $timeout, static fn (): null => null );
		$status = $this->orders[ $order_id->value ] ?? null;

		return $status === null ? null : new ProviderOrder(
			$status,
			$this->amounts[ $order_id->value ],
			$status === ProviderStatus::Completed ? 'T-' . $order_id->value : null,
			'IDEAL'
		);
	}

	public function cancel( Site $site, OrderId $order_id, float $timeout ): bool {
		$id     = $order_id->value;
		$exists = ( $this->orders[ $id ] ?? ProviderStatus::Completed ) !== ProviderStatus::Completed;
		$this->request(
			(string) array_shift( $this->cancels ),
			$timeout,
			function () use ( $exists, $id ): void {
				if ( $exists ) {
					$this->orders[ $id ] = ProviderStatus::Cancelled;
				}
			}
		);

		return $exists;
	}

	public function pay( string $order_id ): void {
		$this->orders[ $order_id ] = ProviderStatus::Completed;
	}

	/**
	 * @return list<string> Order IDs that the customer can pay now.
	 */
	public function payable(): array {
		return array_keys( array_filter(
			$this->orders,
			static fn ( ProviderStatus $status ): bool => $status === ProviderStatus::Open
		) );
	}

	/**
	 * @param Closure(): mixed $process
	 */
	private function request( string $outcome, float $timeout, Closure $process ): void {
		$this->call_test();
		if ( $outcome !== 'silent' ) {
			$process();
		}
		if ( in_array( $outcome, [ 'lost', 'silent' ], true ) ) {
			$this->clock->advance( $timeout );
		}
		$this->call_test();
		match ( $outcome ) {
			'lost', 'silent' => throw new ProviderUnavailable( true, 'no response' ),
			'died'           => throw new RuntimeException( 'The process died.' ),
			default          => null,
		};
	}

	private function call_test(): void {
		if ( $this->tick !== null ) {
			( $this->tick )();
		}
	}
}
