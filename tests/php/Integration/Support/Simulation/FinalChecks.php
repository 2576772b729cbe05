<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

use MultiSafepay\PaymentLinks\Links\Application\Balances;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use PHPUnit\Framework\Assert;

/**
 * What must be true when a history has come to rest.
 */
final class FinalChecks {

	/**
	 * The shop's clock and the provider's may differ by the duration of a request.
	 */
	private const EXPIRY_MARGIN = 120;

	public function __construct( private readonly World $world ) {
	}

	/**
	 * @param bool               $cancels     Whether links are cancelled with their order.
	 * @param array<string, int> $completions Number of completions by transaction.
	 * @param int                $refunds     Number of refunds that staff have made in WooCommerce.
	 */
	public function run( bool $cancels, array $completions, int $refunds ): void {
		$this->check_money();
		$this->check_payable( $cancels );
		$this->world->oracle->check_all( $this->world->wc_order_id );
		foreach ( $completions as $transaction => $count ) {
			Assert::assertSame( 1, $count, "Transaction $transaction completed the order $count times." );
		}
		$this->check_notes();
		$this->check_events();
		$order = $this->world->order();
		// With orders as posts, the refunds are in the trash, too.
		if ( $order !== null && $order->get_status() !== 'trash' ) {
			Assert::assertCount( $refunds, $order->get_refunds(), 'Number of refunds in WooCommerce.' );
		}
	}

	private function check_money(): void {
		$links    = [];
		$received = [ 'EUR' => 0, 'USD' => 0 ];
		foreach ( $this->world->links() as $link ) {
			$links[ $link->order_id ]     = $link;
			$received[ $link->currency ] += $link->received();
		}
		foreach ( $this->world->provider->sessions() as $id => $session ) {
			$link = $links[ $id ] ?? null;
			Assert::assertNotNull( $link, "The shop does not know $id." );
			Assert::assertSame( $session->was_paid(), $link->was_paid(), "$id was paid." );
			if ( ! $session->was_paid() ) {
				continue;
			}
			$memory = $this->world->oracle->memory( $link->id );
			Assert::assertTrue( $memory->is_known(), "The shop knows the payment of $id." );
			if ( $session->paid > $session->amount ) {
				Assert::assertSame( $session->transaction_id, $memory->second_transaction_id, "Paid twice: $id." );
				continue;
			}
			Assert::assertSame( $session->money(), $link->received(), "Money of $id." );
		}
		$order = OrderFacts::read( $this->world->wc_order_id );
		if ( $order->exists && $order->status !== 'trash' ) {
			$balance = $this->world->shop->get( Balances::class )->of(
				$this->world->shop->get( OrderReader::class )->reload( $this->world->wc_order_id )->payment
			);
			Assert::assertSame( $received[ $order->currency ] ?? 0, $balance->received->amount, 'Balance.' );
			$is_paid = $order->is_paid();
			Assert::assertSame( $is_paid, $balance->is_paid, 'Whether the order is paid.' );
			Assert::assertSame(
				$is_paid ? 0 : max( 0, $order->payable - $balance->received->amount ),
				$balance->due->amount,
				'Amount due.'
			);
		}
	}

	private function check_payable( bool $cancels ): void {
		$now   = $this->world->provider->now();
		$links = [];
		foreach ( $this->world->links() as $link ) {
			$links[ $link->order_id ] = $link;
		}
		foreach ( $this->world->provider->sessions() as $id => $session ) {
			$link       = $links[ $id ];
			$is_payable = $session->is_payable( $now );
			if ( abs( $session->expires_at - $now ) > self::EXPIRY_MARGIN ) {
				Assert::assertSame(
					$link->is_open( $now ),
					$is_payable,
					"$id is {$link->status} here and {$session->status} at the provider."
				);
			}
			Assert::assertFalse(
				$cancels && $is_payable && $this->world->ending->must_be_closed( $link->id ),
				"$id is payable although the order has ended."
			);
		}
	}

	private function check_notes(): void {
		$repeatable = [ 'could not be cancelled yet', 'for review', 'was not accepted', 'acknowledged' ];
		$counts     = [];
		foreach ( OrderNotes::of( $this->world->wc_order_id ) as $note ) {
			if ( preg_match( '/\bPL-\d+-\d+\b/', $note, $match ) !== 1 ) {
				continue;
			}
			foreach ( $repeatable as $text ) {
				if ( str_contains( $note, $text ) ) {
					continue 2;
				}
			}
			$kind            = str_contains( $note, 'has been paid: ' ) ? "payment of {$match[0]}" : $note;
			$counts[ $kind ] = ( $counts[ $kind ] ?? 0 ) + 1;
		}
		Assert::assertSame(
			[],
			array_filter( $counts, static fn ( int $count ): bool => $count > 1 ),
			'Repeated notes.'
		);
	}

	private function check_events(): void {
		$prefix = Db::wpdb()->prefix . 'multisafepay_payment_link';
		/** @var list<array<string, string>> $repeated */
		$repeated = Db::wpdb()->get_results(
			"SELECT l.order_id, e.from_status, e.to_status, e.reason, e.detail, COUNT(*) AS number
			FROM {$prefix}_events e JOIN {$prefix}s l ON l.id = e.link_id
			WHERE l.wc_order_id = {$this->world->wc_order_id}
			AND ( e.reason IN ('alert_raised', 'refund_increased', 'created', 'reserved')
				OR ( e.to_status <> COALESCE(e.from_status, '')
					AND e.to_status IN ('completed', 'refunded', 'partial_refunded', 'cancelled', 'failed')
					AND e.from_status <> 'chargeback' ) )
			GROUP BY l.order_id, e.from_status, e.to_status, e.reason, e.detail HAVING COUNT(*) > 1",
			'ARRAY_A'
		);
		Assert::assertSame( [], $repeated, 'Repeated events.' );
	}
}
