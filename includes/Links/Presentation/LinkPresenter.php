<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Presentation;

use DateTimeImmutable;
use DateTimeZone;
use MultiSafepay\PaymentLinks\Links\AlertMessages;
use MultiSafepay\PaymentLinks\Links\Application\Balances;
use MultiSafepay\PaymentLinks\Links\Domain\LinkEvent;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Links\LinkMessages;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderPaymentState;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;

/**
 * Converts links to their REST representation. It must not contain API keys, idempotency keys or tokens.
 *
 * @phpstan-type LinkResource array<string, mixed>
 */
final class LinkPresenter {

	public function __construct(
		private readonly OrderReader $orders,
		private readonly Balances $balances,
		private readonly Clock $clock,
	) {}

	/**
	 * @param list<PaymentLink> $links Links of the order.
	 * @return list<LinkResource>
	 */
	public function all( int $wc_order_id, array $links ): array {
		$order = [] === $links ? null : $this->order( $wc_order_id );

		return array_map( fn ( PaymentLink $link ): array => $this->resource( $link, $order ), $links );
	}

	/**
	 * @param list<PaymentLink> $links Links of any orders.
	 * @param array<int, OrderPaymentState> $orders By order ID, without orders that do not exist.
	 * @return list<LinkResource>
	 */
	public function many( array $links, array $orders ): array {
		return array_map(
			fn ( PaymentLink $link ): array => $this->resource( $link, $orders[ $link->wc_order_id ] ?? null ),
			$links
		);
	}

	/**
	 * @return LinkResource
	 */
	public function one( PaymentLink $link ): array {
		return $this->resource( $link, $this->order( $link->wc_order_id ) );
	}

	/**
	 * @param list<LinkEvent> $events Newest first.
	 * @param string $phone Phone number of the customer in the international format, or empty.
	 * @return LinkResource
	 */
	public function with_events( PaymentLink $link, array $events, string $phone ): array {
		return [
			...$this->one( $link ),
			'events' => array_map( [ $this, 'event' ], $events ),
			'phone'  => $phone,
		];
	}

	/**
	 * @param OrderPaymentState|null $order Null if the order does not exist.
	 * @return LinkResource
	 */
	private function resource( PaymentLink $link, ?OrderPaymentState $order ): array {
		$now    = $this->clock->now();
		$status = $link->status_at( $now );

		return [
			'id'              => $link->id,
			'wc_order_id'     => $link->wc_order_id,
			'wc_order_number' => $link->wc_order_number,
			...FieldValues::resource( $link ),
			'environment'     => $link->environment->value,
			'status'          => $status->value,
			'payment_url'     => $link->payment_url,
			'created_at'      => self::time( $link->created_at ),
			'created_by'      => self::person( $link->created_by ),
			'expires_at'      => null === $link->expires_at ? null : self::time( $link->expires_at ),
			'paid_at'         => null === $link->paid_at ? null : self::time( $link->paid_at ),
			'transaction_id'  => $link->transaction_id,
			'payment_method'  => $link->payment_method,
			'duplicate_of'    => $link->duplicate_of,
			'stale'           => null !== $order
				&& $link->is_stale( $this->balances->of( $order, $link->environment )->due, $now ),
			'edit_url'        => null === $order ? '' : $order->edit_url,
			'status_reason'   => LinkMessages::status_reason( $link, $status ),
			'sent_at'         => null === $link->sent_at ? null : self::time( $link->sent_at ),
			'alert'           => null === $link->alert ? null : [
				'code'           => $link->alert->value,
				'message'        => AlertMessages::text( $link->alert ),
				'can_be_accepted' => $link->can_accept_payment(),
			],
		];
	}

	/**
	 * @return array<string, mixed>
	 */
	private function event( LinkEvent $event ): array {
		return [
			'at'      => self::time( $event->at ),
			'by'      => 0 === $event->actor->user_id ? null : self::person( $event->actor->user_id ),
			'source'  => $event->actor->source,
			'from'    => $event->from?->value,
			'to'      => $event->to->value,
			'reason'  => $event->reason->value,
			'message' => LinkMessages::event( $event ),
			'detail'  => LinkMessages::event_detail( $event ),
		];
	}

	/**
	 * Returns null if the order does not exist. Its links remain readable.
	 */
	private function order( int $wc_order_id ): ?OrderPaymentState {
		try {
			return $this->orders->get( $wc_order_id )->payment;
		} catch ( OrderNotFound ) {
			return null;
		}
	}

	/**
	 * @return array{id: int, name: string}
	 */
	private static function person( int $user_id ): array {
		$user = 0 === $user_id ? false : get_userdata( $user_id );

		return [
			'id'   => $user_id,
			'name' => match ( true ) {
				false !== $user => $user->display_name,
			0 === $user_id  => LinkMessages::the_shop(),
			default         => LinkMessages::former_user(),
			},
		];
	}

	/**
	 * Returns an ISO 8601 time in UTC.
	 */
	private static function time( DateTimeImmutable $time ): string {
		return $time->setTimezone( new DateTimeZone( 'UTC' ) )->format( 'Y-m-d\TH:i:s\Z' );
	}
}
