<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\MultiSafepay\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Application\NotificationParser;
use MultiSafepay\PaymentLinks\MultiSafepay\Application\OrderParser;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( OrderParser::class )]
#[CoversClass( NotificationParser::class )]
final class OrderParserRefundTest extends TestCase {

	#[DataProvider( 'refunds' )]
	public function test_a_refund_is_recognised_by_the_status_or_by_the_amount(
		string $status,
		mixed $refunded,
		ProviderStatus $expected,
		?int $total,
	): void {
		$order = ( new OrderParser() )->parse(
			[
				'order_id' => 'PL-1',
				'status' => $status,
				'amount' => 8000,
				'currency' => 'EUR',
				'amount_refunded' => $refunded,
			],
			new OrderId( 'PL-1' )
		);

		self::assertSame( [ $expected, $total ], [ $order?->status, $order?->refunded?->amount ] );
	}

	/**
	 * @return array<string, array{string, mixed, ProviderStatus, int|null}>
	 */
	public static function refunds(): array {
		return [
			'no refund'                    => [ 'completed', 0, ProviderStatus::Completed, 0 ],
			'refund missing'               => [ 'completed', null, ProviderStatus::Completed, null ],
			'partial by amount'            => [ 'completed', 100, ProviderStatus::PartiallyRefunded, 100 ],
			'full by amount'               => [ 'completed', '8000', ProviderStatus::Refunded, 8000 ],
			'partial by status and amount' => [ 'partial_refunded', 100, ProviderStatus::PartiallyRefunded, 100 ],
			'negative amount'              => [ 'completed', -5, ProviderStatus::Completed, null ],
			'amount of the wrong type'     => [ 'completed', [ 5 ], ProviderStatus::Completed, null ],
			'amount too large'             => [ 'completed', '99999999999999999999', ProviderStatus::Completed, null ],
			'unpaid link'                  => [ 'declined', 100, ProviderStatus::Declined, 100 ],
		];
	}

	public function test_a_transaction_id_or_method_that_is_too_long_is_dropped(): void {
		$order = ( new OrderParser() )->parse(
			[
				'order_id' => 'PL-1',
				'status' => 'completed',
				'transaction_id' => str_repeat( '1', 41 ),
				'payment_details' => [ 'type' => str_repeat( 'X', 4000 ) ],
			],
			new OrderId( 'PL-1' )
		);

		self::assertSame( [ null, null ], [ $order?->transaction_id, $order?->payment_method ] );
	}

	#[DataProvider( 'bodies' )]
	public function test_a_notification_must_name_the_order_of_its_url(
		string $body,
		string $order_id,
		bool $is_pretransaction,
		bool $is_accepted,
	): void {
		self::assertSame(
			$is_accepted,
			null !== ( new NotificationParser( new OrderParser() ) )->parse(
				$body,
				new OrderId( $order_id ),
				$is_pretransaction
			)
		);
	}

	/**
	 * @return array<string, array{string, string, bool, bool}>
	 */
	public static function bodies(): array {
		return [
			'the same order'                => [ '{"order_id":"PL-1"}', 'PL-1', false, true ],
			'another order'                 => [ '{"order_id":"PL-2"}', 'PL-1', false, false ],
			'another case'                  => [ '{"order_id":"pl-1"}', 'PL-1', false, false ],
			'a numeric ID'                  => [ '{"order_id":20260042}', '20260042', false, true ],
			'another numeric ID'            => [ '{"order_id":20260043}', '20260042', false, false ],
			'no order'                      => [ '{}', 'PL-1', false, false ],
			'no order, pretransaction'      => [ '{}', 'PL-1', true, true ],
			'another order, pretransaction' => [ '{"order_id":"PL-2"}', 'PL-1', true, false ],
			'an empty list'                 => [ '[]', 'PL-1', false, false ],
			'data that is an empty list'    => [ '{"success":true,"data":[]}', 'PL-1', false, false ],
			'an order ID that is a list'    => [ '{"order_id":["PL-1"]}', 'PL-1', false, false ],
			'not JSON'                      => [ 'order_id=PL-1', 'PL-1', false, false ],
			'empty'                         => [ '', 'PL-1', true, false ],
			'a JSON string'                 => [ '"PL-1"', 'PL-1', false, false ],
			'truncated JSON'                => [ '{"order_id":"PL-1"', 'PL-1', false, false ],
			'invalid UTF-8'                 => [ "{\"order_id\":\"PL-1\",\"x\":\"\xff\"}", 'PL-1', false, false ],
			'nested a thousand levels deep' => [
				str_repeat( '[', 1000 ) . str_repeat( ']', 1000 ),
				'PL-1',
				false,
				false,
			],
			'rounding noise in the totals'  => [
				'{"order_id":"PL-1","order_total":323.999999999973}',
				'PL-1',
				false,
				true,
			],
		];
	}
}
