<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Application\Port\OrderJournal;
use MultiSafepay\PaymentLinks\Application\Port\OrderSource;
use MultiSafepay\PaymentLinks\Application\Port\PhoneOrderMaker;
use MultiSafepay\PaymentLinks\Application\Port\PhoneOrderShop;
use MultiSafepay\PaymentLinks\Application\Port\ShopCustomers;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Customer;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\PhoneOrder;
use MultiSafepay\PaymentLinks\Domain\SentBy;
use Throwable;

/**
 * A shop in the Netherlands that takes euros and yen and has one account, 7, of Robin.
 */
final class PhoneShop implements PhoneOrderMaker, PhoneOrderShop, ShopCustomers, OrderSource, OrderJournal {

	public int $decimals = 2;

	/**
	 * What making an order ends with.
	 */
	public ?Throwable $fails = null;

	/**
	 * @var list<string> Orders as "id: description, amount, class, account".
	 */
	public array $made = [];

	/**
	 * @var list<string> "id made by user", and order IDs of links.
	 */
	public array $noted = [];

	/**
	 * @var array<int, OrderSnapshot>
	 */
	private array $orders = [];

	public function make( PhoneOrder $new, callable $register ): int {
		if ( null !== $this->fails ) {
			throw $this->fails;
		}

		$id           = count( $this->orders ) + 1;
		$this->made[] = sprintf( '%d: %s, %d %s, class "%s", account %d', $id, $new->description, $new->amount->amount, $new->amount->currency->code, $new->tax_class, $new->customer_id );
		$this->put( $id, $new->amount->amount, $new->amount->currency->code );
		$register( $id );

		return $id;
	}

	public function put( int $id, int $due, string $currency = 'EUR' ): void {
		$this->orders[ $id ] = Make::order( $id, $due, $currency );
	}

	public function has( int $id ): bool {
		return isset( $this->orders[ $id ] );
	}

	public function get( int $wc_order_id ): OrderSnapshot {
		return $this->orders[ $wc_order_id ] ?? throw new OrderNotFound();
	}

	public function find( int $customer_id ): ?Customer {
		return 7 === $customer_id ? Customer::from_input( [ 'first_name' => 'Robin', 'email' => 'robin@example.com' ] ) : null;
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

	public function link_created( PaymentLink $link ): void {
		$this->noted[] = $link->order_id->value;
	}

	public function link_sent( PaymentLink $link, SentBy $by, string $to = '' ): void {}

	public function order_copied( int $original_id, int $copy_id ): void {}

	public function order_made_by_phone( int $wc_order_id, Actor $actor ): void {
		$this->noted[] = "$wc_order_id made by $actor->user_id";
	}
}
