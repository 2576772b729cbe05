<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Application;

use MultiSafepay\PaymentLinks\Links\Application\Create\CreatedLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLinkCommand;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Application\Draft\PrefillLink;
use MultiSafepay\PaymentLinks\NewOrders\Domain\InsufficientStock;
use MultiSafepay\PaymentLinks\NewOrders\Domain\OrderInProgress;
use MultiSafepay\PaymentLinks\NewOrders\Domain\OrderWithoutLink;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderCopier;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Application\SiteSelector;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use Throwable;

/**
 * Duplicates an order as a new unpaid order and creates its link.
 *
 * All input is validated before the order is duplicated. An idempotency key creates one duplicate, also for concurrent
 * requests; if the creation of its link failed, a request with the same key creates the link.
 */
final class DuplicateOrder {

	public function __construct(
		private readonly OrderReader $orders,
		private readonly SiteSelector $sites,
		private readonly PrefillLink $prefill,
		private readonly OrderCopier $copier,
		private readonly CreateOrderOnce $once,
		private readonly CreateLink $create,
		private readonly NewOrderNotes $notes,
	) {}

	/**
	 * Creates the duplicate and its link, or returns the link that was created with the key before.
	 *
	 * @throws OrderNotFound When the order does not exist.
	 * @throws InvalidFields With all invalid fields.
	 * @throws InvalidValue When the key was used for another order, or a field is invalid.
	 * @throws NotConfigured When the site has no API key.
	 * @throws InsufficientStock When stock is insufficient and `confirm_stock` is not set.
	 * @throws OrderInProgress When another request with the same key is still running.
	 * @throws OrderWithoutLink When the duplicate was created, but not its link.
	 */
	public function duplicate( DuplicateOrderCommand $command ): CreatedLink {
		$wc_order_id = $command->wc_order_id;
		$key         = $command->input->idempotency_key;
		if ( ! $this->once->is_created( $key ) ) {
			$this->check( $wc_order_id, $command->input );
			$insufficient = $command->is_stock_confirmed ? [] : $this->copier->missing_stock( $wc_order_id );
			if ( [] !== $insufficient ) {
				throw new InsufficientStock( $insufficient );
			}
		}

		$duplicate_id = $this->once->order(
			$wc_order_id,
			$key,
			function ( callable $register ) use ( $wc_order_id ): int {
				$duplicate_id = $this->copier->copy( $wc_order_id, $register );
				$this->notes->duplicated( $wc_order_id, $duplicate_id );

				return $duplicate_id;
			}
		);

		try {
			return $this->create->create(
				new CreateLinkCommand( $duplicate_id, $command->input, $command->actor )
			);
		} catch ( Throwable $failure ) {
			throw new OrderWithoutLink( $this->orders->get( $duplicate_id ), $failure );
		}
	}

	/**
	 * Runs the checks of CreateLink before the duplicate is created.
	 */
	private function check( int $wc_order_id, LinkInput $input ): void {
		$order = $this->orders->get( $wc_order_id );
		// The amount due of the duplicate is the original's total, regardless of its payments.
		$values = $input
			->with_defaults( new LinkInput( amount: $order->payment->total->amount ) )
			->with_defaults( $this->prefill->values( $order ) );
		$values->validated();

		$this->sites->select( '' === $values->site ? null : $values->site );
	}
}
