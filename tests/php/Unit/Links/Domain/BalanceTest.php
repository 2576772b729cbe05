<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Links\Domain;

use MultiSafepay\PaymentLinks\Links\Domain\Balance;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderPaymentState;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( Balance::class )]
#[CoversClass( OrderPaymentState::class )]
final class BalanceTest extends TestCase {

	#[DataProvider( 'orders' )]
	public function test_an_order_is_paid_or_has_an_amount_due(
		OrderPaymentState $order,
		bool $is_paid,
		int $due,
		bool $is_collectible,
	): void {
		$balance = Balance::of( $order, [], Environment::Live );

		self::assertSame(
			[ $is_paid, $due, $is_collectible ],
			[ $balance->is_paid, $balance->due->amount, $balance->is_collectible ]
		);
	}

	/**
	 * @return array<string, array{OrderPaymentState, bool, int, bool}>
	 */
	public static function orders(): array {
		$cod = Make::payment( status: 'processing', has_date_paid: false, is_collected_later: true );

		return [
			'pending'                             => [ Make::payment(), false, 8000, true ],
			'pending, free'                       => [ Make::payment( total: 0 ), false, 0, false ],
			'partly refunded'                     => [ Make::payment( refunded: 3000 ), false, 5000, true ],
			'bounced'                             => [
				Make::payment( status: 'failed', has_date_paid: true, transaction_id: 'sepa-1' ),
				false,
				8000,
				true,
			],
			'paid'                                => [ Make::payment( status: 'processing' ), true, 0, false ],
			'on hold'                             => [ Make::payment( status: 'on-hold' ), false, 8000, true ],
			'on hold with a payment date'         => [
				Make::payment( status: 'on-hold', has_date_paid: true ),
				true,
				0,
				false,
			],
			'prepaid at a marketplace'            => [
				Make::payment( status: 'completed', has_date_paid: false ),
				true,
				0,
				false,
			],
			'cash on delivery'                    => [ $cod, false, 8000, true ],
			'cancelled'                           => [ Make::payment( status: 'cancelled' ), false, 8000, false ],
			'refunded'                            => [
				Make::payment( status: 'refunded', refunded: 8000, has_date_paid: true ),
				true,
				0,
				false,
			],
			'a custom status'                     => [ Make::payment( status: 'quote-sent' ), false, 8000, true ],
		];
	}

	/**
	 * @param array{LinkStatus, int, int} $payment Status, amount and refunded amount of a link.
	 */
	#[DataProvider( 'payments' )]
	public function test_payments_through_links_reduce_the_amount_due_by_what_was_not_refunded(
		array $payment,
		int $refunded_in_woocommerce,
		int $received,
		int $due,
	): void {
		$balance = Balance::of(
			Make::payment( total: 10_000, refunded: $refunded_in_woocommerce ),
			[ $this->paid_link( ...$payment ) ],
			Environment::Test
		);

		self::assertSame( [ $received, $due ], [ $balance->received->amount, $balance->due->amount ] );
	}

	/**
	 * @return array<string, array{array{LinkStatus, int, int}, int, int, int}>
	 */
	public static function payments(): array {
		return [
			'partial payment'                         => [ [ LinkStatus::Completed, 3000, 0 ], 0, 3000, 7000 ],
			'refunded through WooCommerce'            => [ [ LinkStatus::Refunded, 3000, 3000 ], 3000, 0, 7000 ],
			'refunded at MultiSafepay only'           => [ [ LinkStatus::Refunded, 3000, 3000 ], 0, 0, 10_000 ],
			'partly refunded at MultiSafepay'         => [
				[ LinkStatus::PartiallyRefunded, 3000, 1000 ],
				0,
				2000,
				8000,
			],
			'partly refunded through WooCommerce'     => [
				[ LinkStatus::PartiallyRefunded, 3000, 1000 ],
				1000,
				2000,
				7000,
			],
			'charged back'                            => [ [ LinkStatus::Chargeback, 3000, 0 ], 0, 0, 10_000 ],
			'more than the order costs'               => [ [ LinkStatus::Completed, 12_000, 0 ], 0, 12_000, 0 ],
		];
	}

	public function test_test_payments_do_not_count_for_live_links(): void {
		$links = [ $this->paid_link( LinkStatus::Completed, 3000, 0 ) ];

		self::assertSame( 8000, Balance::of( Make::payment(), $links, Environment::Live )->due->amount );
		self::assertSame( 5000, Balance::of( Make::payment(), $links, Environment::Test )->due->amount );
	}

	public function test_only_a_payment_of_another_gateway_is_another_payment(): void {
		$link  = $this->paid_link( LinkStatus::Completed, 8000, 0 );
		$other = Make::payment( has_date_paid: true, transaction_id: 'bank-1' );
		$own   = Make::payment( has_date_paid: true, transaction_id: $link->payment_reference() );

		self::assertTrue( Balance::of( $other, [ $link ], Environment::Test )->has_other_payment );
		self::assertFalse( Balance::of( $own, [ $link ], Environment::Test )->has_other_payment );
		self::assertFalse(
			Balance::of(
				Make::payment( status: 'failed', has_date_paid: true, transaction_id: 'bank-1' ),
				[],
				Environment::Test
			)->has_other_payment
		);
	}

	private function paid_link( LinkStatus $status, int $amount, int $refunded ): PaymentLink {
		$links = new InMemoryLinks( new FrozenClock() );
		$link  = $links->reserve(
			new NewLink(
				Make::order(),
				( new FixedSites() )->all()[0],
				Make::details( $amount ),
				LinkKind::Partial,
				Make::details()->amount,
				'key-00000001',
				null,
				Actor::staff( 2 )
			),
			new OrderId( 'PL-1001-1' ),
			1
		);
		foreach ( [ LinkStatus::Active, LinkStatus::Completed, $status ] as $next ) {
			self::assertNotNull( $link );
			$link = $next === $link->status ? $link : $links->change(
				$link,
				new LinkChange( $next, LinkReason::ProviderStatus, Actor::provider(), refunded: $refunded )
			);
		}
		self::assertNotNull( $link );

		return $link;
	}
}
