<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Application;

use MultiSafepay\PaymentLinks\Links\Application\Create\LinkForm;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Shared\Application\InputBag;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;

final class DuplicateOrderCommand {

	/**
	 * @param int $wc_order_id The order to duplicate.
	 * @param LinkInput $input With an idempotency key, without an amount. Missing fields are prefilled.
	 * @param bool $is_stock_confirmed Whether to duplicate the order although stock is insufficient.
	 */
	public function __construct(
		public readonly int $wc_order_id,
		public readonly LinkInput $input,
		public readonly bool $is_stock_confirmed,
		public readonly Actor $actor,
	) {}

	/**
	 * @param array<mixed> $body Create body without amount and currency, with `confirm_stock`.
	 */
	public static function read( int $wc_order_id, array $body, Actor $actor ): self {
		return new self(
			$wc_order_id,
			LinkForm::read( $body ),
			( new InputBag( $body ) )->boolean( 'confirm_stock' ),
			$actor
		);
	}
}
