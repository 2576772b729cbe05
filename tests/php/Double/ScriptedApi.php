<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use Closure;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkApi;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\Domain\Site;
use Throwable;

/**
 * A provider that keeps order IDs for ever and answers by a script: an exception, a closure, or nothing for "yes".
 */
final class ScriptedApi implements PaymentLinkApi {

	/**
	 * @var list<Throwable|Closure|null>
	 */
	public array $creates = [];

	/**
	 * @var list<Throwable|bool|null>
	 */
	public array $cancels = [];

	public ?ProviderOrder $found = null;

	/**
	 * Every order the provider holds: true while payable.
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

		return $this->found;
	}

	public function cancel( Site $site, OrderId $order_id, float $timeout ): bool {
		$this->calls[] = 'PATCH ' . $order_id->value;
		$step          = array_shift( $this->cancels );
		if ( $step instanceof Throwable ) {
			throw $step;
		}

		$known                                = isset( $this->orders[ $order_id->value ] );
		$this->orders[ $order_id->value ]     = false;

		return $step ?? $known;
	}

	/**
	 * @return list<string> Order IDs that a customer could pay.
	 */
	public function payable(): array {
		return array_keys( array_filter( $this->orders ) );
	}
}
