<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Links\Application\Balances;
use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelInBackground;
use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CheckAmount;
use MultiSafepay\PaymentLinks\Links\Application\Create\RecheckOrder;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderAddress;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderLine;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderPaymentState;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Payments\Application\ApplyPayment;
use MultiSafepay\PaymentLinks\Payments\Application\ApplyProviderStatus;
use MultiSafepay\PaymentLinks\Payments\Application\SyncOrder;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * Creates default values for tests.
 */
final class Make {

	/**
	 * @param list<OrderLine> $lines
	 */
	public static function order(
		int $id = 1001,
		int $due = 8000,
		string $currency = 'EUR',
		bool $is_paid = false,
		array $lines = [],
		?string $status = null,
	): OrderSnapshot {
		return new OrderSnapshot(
			self::payment( $id, $due, $currency, $status ?? ( $is_paid ? 'processing' : 'pending' ) ),
			(string) $id,
			new OrderAddress( first_name: 'Eva', last_name: 'Visser', country: 'NL', email: 'eva@example.com' ),
			new OrderAddress(),
			'nl_NL',
			$lines,
			'Example shop',
			'https://shop.example/thanks',
			'https://shop.example/not-paid'
		);
	}

	/**
	 * Returns the payment of an order with a WooCommerce status.
	 */
	public static function payment(
		int $id = 1001,
		int $total = 8000,
		string $currency = 'EUR',
		string $status = 'pending',
		int $refunded = 0,
		bool $is_rounded = false,
		?bool $has_date_paid = null,
		bool $is_collected_later = false,
		string $transaction_id = '',
	): OrderPaymentState {
		$code            = new Currency( $currency );
		$has_paid_status = in_array( $status, [ 'processing', 'completed' ], true );

		return new OrderPaymentState(
			$id,
			$status,
			$code,
			new Money( $total, $code ),
			new Money( $refunded, $code ),
			new Money( max( 0, $total - $refunded ), $code ),
			$is_rounded,
			$total > 0 && in_array( $status, [ 'pending', 'failed' ], true ),
			$has_paid_status,
			$has_date_paid ?? $has_paid_status,
			$is_collected_later,
			$transaction_id,
			'https://shop.example/edit'
		);
	}

	public static function details( int $amount = 8000, string $currency = 'EUR' ): LinkDetails {
		return new LinkDetails(
			new Money( $amount, new Currency( $currency ) ),
			'Order 1001',
			86_400,
			false,
			null,
			Customer::from_input( [ 'email' => 'eva@example.com' ] ),
			null,
			false,
			null,
			null,
			''
		);
	}

	/**
	 * Returns a handler that also synchronises an order, which takes every payment.
	 */
	public static function provider_status_handler( InMemoryLinks $links, Clock $clock ): ApplyProviderStatus {
		return new ApplyProviderStatus( $links, $clock, self::sync_order( $links, $clock, new ShopOrder() ) );
	}

	public static function sync_order( InMemoryLinks $links, Clock $clock, ShopOrder $order ): SyncOrder {
		return new SyncOrder(
			$links,
			$order,
			new FreeLock(),
			new RecordedWatch(),
			$clock,
			new ApplyPayment( $links, $order )
		);
	}

	public static function balances( LinkStore $links ): Balances {
		return new Balances( $links, new FixedSites() );
	}

	/**
	 * @param FixedOrderEnds $ends The state of the order after the provider's response.
	 */
	public static function recheck(
		InMemoryLinks $links,
		ScriptedApi $api,
		OrderReader $orders,
		Clock $clock,
		FixedOrderEnds $ends = new FixedOrderEnds(),
	): RecheckOrder {
		return new RecheckOrder(
			$orders,
			$ends,
			new CheckAmount( self::balances( $links ) ),
			$links,
			new CancelInBackground(
				$links,
				new NoEvents(),
				new RecordedSchedule(),
				new CancelLink(
					$links,
					$api,
					new LinkSites( new FixedSites() ),
					self::provider_status_handler( $links, $clock )
				),
				$clock
			)
		);
	}

	public static function new_link( string $key = 'key-00000001', ?string $typed = null ): NewLink {
		return new NewLink(
			self::order(),
			( new FixedSites() )->all()[0],
			self::details(),
			LinkKind::Full,
			self::details()->amount,
			$key,
			null === $typed ? null : new OrderId( $typed ),
			Actor::staff( 2 )
		);
	}
}
