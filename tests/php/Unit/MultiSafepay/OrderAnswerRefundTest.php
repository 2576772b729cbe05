<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\MultiSafepay;

use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\NotificationBody;
use MultiSafepay\PaymentLinks\MultiSafepay\OrderAnswer;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( OrderAnswer::class )]
#[CoversClass( NotificationBody::class )]
final class OrderAnswerRefundTest extends TestCase {

	#[DataProvider( 'refunds' )]
	public function test_refunds_are_told_by_the_status_or_by_the_amount_alone( string $status, mixed $refunded, LinkStatus $becomes, ?int $sum ): void {
		$found = ( new OrderAnswer() )->read( [ 'order_id' => 'PL-1', 'status' => $status, 'amount' => 8000, 'currency' => 'EUR', 'amount_refunded' => $refunded ], new OrderId( 'PL-1' ) );

		self::assertSame( [ $becomes, $sum ], [ $found?->status, $found?->refunded?->amount ] );
	}

	/**
	 * @return array<string, array{string, mixed, LinkStatus, int|null}>
	 */
	public static function refunds(): array {
		return [
			'none'                   => [ 'completed', 0, LinkStatus::Completed, 0 ],
			'not said'               => [ 'completed', null, LinkStatus::Completed, null ],
			'a part by amount'       => [ 'completed', 100, LinkStatus::PartiallyRefunded, 100 ],
			'all by amount'          => [ 'completed', '8000', LinkStatus::Refunded, 8000 ],
			'a part by both'         => [ 'partial_refunded', 100, LinkStatus::PartiallyRefunded, 100 ],
			'nonsense'               => [ 'completed', -5, LinkStatus::Completed, null ],
			'more nonsense'          => [ 'completed', [ 5 ], LinkStatus::Completed, null ],
			'a number beyond sense'  => [ 'completed', '99999999999999999999', LinkStatus::Completed, null ],
			'of a link unpaid'       => [ 'declined', 100, LinkStatus::Declined, 100 ],
		];
	}

	public function test_ids_that_do_not_fit_are_no_ids(): void {
		$found = ( new OrderAnswer() )->read( [ 'order_id' => 'PL-1', 'status' => 'completed', 'transaction_id' => str_repeat( '1', 41 ), 'payment_details' => [ 'type' => str_repeat( 'X', 4000 ) ] ], new OrderId( 'PL-1' ) );

		self::assertSame( [ null, null ], [ $found?->transaction_id, $found?->payment_method ] );
	}

	#[DataProvider( 'bodies' )]
	public function test_a_notification_must_speak_of_the_order_of_its_address( string $body, string $order_id, bool $is_pretransaction, bool $is_read ): void {
		self::assertSame( $is_read, null !== ( new NotificationBody( new OrderAnswer() ) )->read( $body, new OrderId( $order_id ), $is_pretransaction ) );
	}

	/**
	 * @return array<string, array{string, string, bool, bool}>
	 */
	public static function bodies(): array {
		return [
			'the same'                            => [ '{"order_id":"PL-1"}', 'PL-1', false, true ],
			'another'                             => [ '{"order_id":"PL-2"}', 'PL-1', false, false ],
			'in other letters'                    => [ '{"order_id":"pl-1"}', 'PL-1', false, false ],
			'a number'                            => [ '{"order_id":20260042}', '20260042', false, true ],
			'another number'                      => [ '{"order_id":20260043}', '20260042', false, false ],
			'no order'                            => [ '{}', 'PL-1', false, false ],
			'no order, nobody chose a method'     => [ '{}', 'PL-1', true, true ],
			'another, nobody chose a method'      => [ '{"order_id":"PL-2"}', 'PL-1', true, false ],
			'an empty list'                       => [ '[]', 'PL-1', false, false ],
			'data that is an empty list'          => [ '{"success":true,"data":[]}', 'PL-1', false, false ],
			'an order ID that is a list'          => [ '{"order_id":["PL-1"]}', 'PL-1', false, false ],
			'no JSON'                             => [ 'order_id=PL-1', 'PL-1', false, false ],
			'nothing'                             => [ '', 'PL-1', true, false ],
			'a text'                              => [ '"PL-1"', 'PL-1', false, false ],
			'half of it'                          => [ '{"order_id":"PL-1"', 'PL-1', false, false ],
			'broken letters'                      => [ "{\"order_id\":\"PL-1\",\"x\":\"\xff\"}", 'PL-1', false, false ],
			'a thousand levels'                   => [ str_repeat( '[', 1000 ) . str_repeat( ']', 1000 ), 'PL-1', false, false ],
			'noise in the totals'                 => [ '{"order_id":"PL-1","order_total":323.999999999973}', 'PL-1', false, true ],
		];
	}
}
