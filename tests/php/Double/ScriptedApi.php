<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use Closure;
use MultiSafepay\PaymentLinks\Links\Application\LinkApi;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;
use Throwable;

/**
 * A provider that never forgets an order ID. A test scripts its responses: an exception, a closure, or null for
 * success.
 */
final class ScriptedApi implements LinkApi {

	/**
	 * @var list<Throwable|Closure|null>
	 */
	public array $creates = [];

	/**
	 * @var list<Throwable|bool|null>
	 */
	public array $cancels = [];

	public ?ProviderOrder $found = null;

	public ?Throwable $find_failure = null;

	/**
	 * All orders at the provider by order ID. The value is true while the order is payable.
	 *
	 * @var array<string, bool>
	 */
	public array $orders = [];

	/**
	 * @var list<string>
	 */
	public array $calls = [];

	public function create( Site $site, PaymentLink $link, OrderSnapshot $order, float $timeout ): string {
		$id            = $link->order_id->value;
		$this->calls[] = 'POST ' . $id;
		$step          = array_shift( $this->creates );
		if ( $step instanceof Closure ) {
			$step = $step( $link, $this );
		}
		if ( $step instanceof Throwable ) {
			throw $step;
		}
		if ( isset( $this->orders[ $id ] ) ) {
			throw new ProviderRefused( ProviderRefused::INVALID_ORDER_ID, '', 404 );
		}

		$this->orders[ $id ] = true;

		return 'https://pay.example/' . $id;
	}

	public function find( Site $site, OrderId $order_id, float $timeout ): ?ProviderOrder {
		$this->calls[] = 'GET ' . $order_id->value;

		return null === $this->find_failure ? $this->found : throw $this->find_failure;
	}

	public function cancel( Site $site, OrderId $order_id, float $timeout ): bool {
		$this->calls[] = 'PATCH ' . $order_id->value;
		$step          = array_shift( $this->cancels );
		if ( $step instanceof Throwable ) {
			throw $step;
		}

		$exists                           = isset( $this->orders[ $order_id->value ] );
		$this->orders[ $order_id->value ] = false;

		return $step ?? $exists;
	}

	/**
	 * @return list<string> Order IDs of payable orders.
	 */
	public function payable(): array {
		return array_keys( array_filter( $this->orders ) );
	}
}
