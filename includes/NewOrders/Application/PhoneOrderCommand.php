<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Application;

use MultiSafepay\PaymentLinks\Links\Application\Create\LinkForm;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Shared\Application\InputBag;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;

final class PhoneOrderCommand {

	/**
	 * @param LinkInput $input With an idempotency key. Missing fields get the values of the draft; a missing customer
	 * gets the data of the account.
	 * @param int $customer_id User ID, 0 for a guest.
	 * @param string|null $tax_class See PhoneOrder; null for the default.
	 */
	public function __construct(
		public readonly LinkInput $input,
		public readonly int $customer_id,
		public readonly ?string $tax_class,
		public readonly Actor $actor,
	) {}

	/**
	 * @param array<mixed> $body Create body with `customer_id` and `tax_class`.
	 */
	public static function read( array $body, Actor $actor ): self {
		$values = new InputBag( $body );

		return new self(
			LinkForm::read( $body ),
			$values->number( 'customer_id' ) ?? 0,
			$values->has( 'tax_class' ) ? $values->text( 'tax_class' ) : null,
			$actor
		);
	}
}
