<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Application;

use MultiSafepay\PaymentLinks\Links\Application\Create\CreatedLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLinkCommand;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderIdAlreadyUsed;
use MultiSafepay\PaymentLinks\Links\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\NewOrders\Domain\OrderInProgress;
use MultiSafepay\PaymentLinks\NewOrders\Domain\OrderWithoutLink;
use MultiSafepay\PaymentLinks\NewOrders\Domain\PhoneOrder;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Application\SiteSelector;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use Throwable;

/**
 * Creates a phone order, an order agreed outside the shop's checkout, and its link.
 *
 * All input is validated before the order is created. An idempotency key creates one order; if the creation of its link
 * failed, a request with the same key creates the link.
 */
final class CreatePhoneOrder {

	public function __construct(
		private readonly SiteSelector $sites,
		private readonly PrefillPhoneOrder $prefill,
		private readonly PhoneOrderShop $shop,
		private readonly ShopCustomers $customers,
		private readonly PhoneOrderCreator $creator,
		private readonly LinkStore $links,
		private readonly CreateOrderOnce $once,
		private readonly CreateLink $create,
		private readonly OrderReader $orders,
		private readonly NewOrderNotes $notes,
	) {}

	/**
	 * Creates an order and its link, or returns the link that was created with the key before.
	 *
	 * @throws InvalidFields With all invalid fields.
	 * @throws InvalidValue When the key was used for another order or link, or a field is invalid.
	 * @throws NotConfigured When the site has no API key.
	 * @throws OrderIdAlreadyUsed When the order ID entered by staff is already used.
	 * @throws OrderInProgress When another request with the same key is still running.
	 * @throws OrderWithoutLink When the order was created, but not its link.
	 */
	public function create( PhoneOrderCommand $command ): CreatedLink {
		$draft     = $this->prefill->draft();
		$tax_class = $command->tax_class ?? $draft->tax_classes[0];
		$account   = 0 === $command->customer_id ? null : $this->customers->find( $command->customer_id );
		$input     = $command->input
			->with_defaults( new LinkInput( customer: $account ) )
			->with_defaults( $draft->draft->values );

		$key = $input->idempotency_key;
		$new = $this->once->is_created( $key )
			? null
			: $this->validate(
				$input,
				$command->customer_id,
				0 === $command->customer_id || null !== $account,
				$tax_class
			);

		$wc_order_id = $this->once->order(
			OrderClaim::NO_ORIGINAL,
			$key,
			function ( callable $register ) use ( $new, $command ): int {
				$wc_order_id = $this->creator->create( $new ?? throw new OrderInProgress(), $register );
				$this->notes->phone_order_created( $wc_order_id, $command->actor );

				return $wc_order_id;
			}
		);

		try {
			return $this->create->create( new CreateLinkCommand( $wc_order_id, $input, $command->actor ) );
		} catch ( Throwable $failure ) {
			throw new OrderWithoutLink( $this->orders->get( $wc_order_id ), $failure );
		}
	}

	/**
	 * Runs all checks that would otherwise fail after the order is created.
	 *
	 * @param int $customer_id User ID, 0 for a guest.
	 * @param bool $is_allowed Whether the current user may create an order for that account.
	 */
	private function validate(
		LinkInput $input,
		int $customer_id,
		bool $is_allowed,
		string $tax_class,
	): PhoneOrder {
		$errors = $is_allowed ? [] : [ new InvalidValue( 'customer_id', 'unknown_customer' ) ];
		if ( ! in_array( $tax_class, $this->shop->tax_classes(), true ) ) {
			$errors[] = new InvalidValue( 'tax_class', 'unknown_tax_class' );
		}
		try {
			$details = $input->validated();
			$errors  = [ ...$errors, ...$this->shop_errors( $details ) ];
		} catch ( InvalidFields $invalid ) {
			throw new InvalidFields( [ ...$errors, ...$invalid->errors ] );
		}
		if ( [] !== $errors ) {
			throw new InvalidFields( $errors );
		}

		$site = $this->sites->select( '' === $input->site ? null : $input->site );
		if ( null !== $input->order_id && null !== $this->links->find_by_order_id( $site->id, $input->order_id ) ) {
			throw new OrderIdAlreadyUsed( $input->order_id->value );
		}

		return new PhoneOrder(
			$details->amount,
			$details->description,
			$details->customer,
			$customer_id,
			$tax_class
		);
	}

	/**
	 * Returns errors for values that MultiSafepay accepts but the shop cannot store.
	 *
	 * @return list<InvalidValue>
	 */
	private function shop_errors( LinkDetails $details ): array {
		$currency = $details->amount->currency;
		if ( ! in_array( $currency->code, array_column( $this->shop->currencies(), 'code' ), true ) ) {
			return [ new InvalidValue( 'currency', 'currency_not_in_shop', [ 'currency' => $currency->code ] ) ];
		}

		return $details->amount->fits_decimals( $this->shop->decimals() )
			? []
			: [ new InvalidValue( 'amount', 'more_decimals_than_shop', [ 'decimals' => $this->shop->decimals() ] ) ];
	}
}
