<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Links\Application\LinkNotes;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\NewOrders\Application\NewOrderNotes;
use MultiSafepay\PaymentLinks\NewOrders\Application\PhoneOrderCreator;
use MultiSafepay\PaymentLinks\NewOrders\Application\PhoneOrderShop;
use MultiSafepay\PaymentLinks\NewOrders\Application\ShopCustomers;
use MultiSafepay\PaymentLinks\NewOrders\Domain\PhoneOrder;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use Throwable;

/**
 * A shop in the Netherlands that accepts euros and yen and has one customer account: ID 7, first name Robin.
 */
final class PhoneShop implements
	PhoneOrderCreator,
	PhoneOrderShop,
	ShopCustomers,
	OrderReader,
	LinkNotes,
	NewOrderNotes {

	public int $decimals = 2;

	/**
	 * The exception that creating an order throws.
	 */
	public ?Throwable $failure = null;

	/**
	 * @var list<string> Orders as "id: description, amount, class, account".
	 */
	public array $created = [];

	/**
	 * @var list<string> "id created by user" for orders, the MultiSafepay order ID for links.
	 */
	public array $notes = [];

	/**
	 * @var array<int, OrderSnapshot>
	 */
	private array $orders = [];

	public function create( PhoneOrder $phone_order, callable $register ): int {
		if ( null !== $this->failure ) {
			throw $this->failure;
		}

		$id           = count( $this->orders ) + 1;
		$this->created[] = sprintf(
			'%d: %s, %d %s, class "%s", account %d',
			$id,
			$phone_order->description,
			$phone_order->amount->amount,
			$phone_order->amount->currency->code,
			$phone_order->tax_class,
			$phone_order->customer_id
		);
		$this->add_order( $id, $phone_order->amount->amount, $phone_order->amount->currency->code );
		$register( $id );

		return $id;
	}

	public function add_order( int $id, int $due, string $currency = 'EUR' ): void {
		$this->orders[ $id ] = Make::order( $id, $due, $currency );
	}

	public function has( int $id ): bool {
		return isset( $this->orders[ $id ] );
	}

	public function get( int $wc_order_id ): OrderSnapshot {
		return $this->orders[ $wc_order_id ] ?? throw new OrderNotFound();
	}

	public function reload( int $wc_order_id ): OrderSnapshot {
		return $this->get( $wc_order_id );
	}

	public function find( int $customer_id ): ?Customer {
		return 7 === $customer_id
			? Customer::from_input( [ 'first_name' => 'Robin', 'email' => 'robin@example.com' ] )
			: null;
	}

	public function name(): string {
		return 'Example shop';
	}

	public function country(): string {
		return 'NL';
	}

	public function locale(): string {
		return 'nl_NL';
	}

	public function currency(): Currency {
		return new Currency( 'EUR' );
	}

	public function currencies(): array {
		return [ new Currency( 'EUR' ), new Currency( 'JPY' ) ];
	}

	public function decimals(): int {
		return $this->decimals;
	}

	public function tax_classes(): array {
		return [ '', 'reduced-rate', PhoneOrder::NO_TAX ];
	}

	public function created( PaymentLink $link ): void {
		$this->notes[] = $link->order_id->value;
	}

	public function duplicated( int $original_id, int $duplicate_id ): void {}

	public function phone_order_created( int $wc_order_id, Actor $actor ): void {
		$this->notes[] = "$wc_order_id created by $actor->user_id";
	}
}
