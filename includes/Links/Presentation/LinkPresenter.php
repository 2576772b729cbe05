<?php
/**
 * Links on the wire.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use DateTimeImmutable;
use DateTimeZone;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\OrderLinkFacts;
use MultiSafepay\PaymentLinks\Application\Port\OrderSource;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\LinkEvent;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\OrderDebt;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Turns links into the resource of the REST contract. Names, states and times only: no key, no token.
 *
 * @phpstan-type LinkResource array<string, mixed>
 */
final class LinkPresenter {

	/**
	 * Takes what a link alone does not know.
	 */
	public function __construct(
		private readonly OrderSource $orders,
		private readonly OrderLinkFacts $facts,
		private readonly ReasonWords $words,
		private readonly AlarmWords $alarm_words,
		private readonly Clock $clock,
	) {}

	/**
	 * Returns the resources of links of one order.
	 *
	 * @param int               $wc_order_id WooCommerce's id.
	 * @param list<PaymentLink> $links       Links of that order.
	 * @return list<LinkResource>
	 */
	public function all( int $wc_order_id, array $links ): array {
		$order = [] === $links ? null : $this->order( $wc_order_id );

		return array_map( fn ( PaymentLink $link ): array => $this->resource( $link, $order ), $links );
	}

	/**
	 * Returns the resources of links of many orders.
	 *
	 * @param list<PaymentLink>     $links  The links.
	 * @param array<int, OrderDebt> $orders Their orders by WooCommerce's id; those that are gone have none.
	 * @return list<LinkResource>
	 */
	public function listed( array $links, array $orders ): array {
		return array_map( fn ( PaymentLink $link ): array => $this->resource( $link, $orders[ $link->wc_order_id ] ?? null ), $links );
	}

	/**
	 * Returns the resource of one link.
	 *
	 * @return LinkResource
	 */
	public function one( PaymentLink $link ): array {
		return $this->resource( $link, $this->order( $link->wc_order_id ) );
	}

	/**
	 * Returns the resource of one link with its history.
	 *
	 * @param PaymentLink     $link   The link.
	 * @param list<LinkEvent> $events Newest first.
	 * @param string          $phone  Of the customer, in international form, or ''.
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
	 * Returns the resource of a link whose order is known.
	 *
	 * @return LinkResource
	 */
	private function resource( PaymentLink $link, ?OrderDebt $order ): array {
		$status   = $link->status_at( $this->clock->now() );
		$details  = $link->details;
		$customer = $details->customer;

		return [
			'id'              => $link->id,
			'wc_order_id'     => $link->wc_order_id,
			'wc_order_number' => $link->wc_order_number,
			'site'            => $link->site_id,
			'environment'     => $link->environment->value,
			'order_id'        => $link->order_id->value,
			'status'          => $status->value,
			'amount'          => $details->amount->amount,
			'currency'        => $details->amount->currency->code,
			'description'     => $details->description,
			'payment_url'     => $link->payment_url,
			'created_at'      => self::time( $link->created_at ),
			'created_by'      => self::person( $link->created_by ),
			'expires_at'      => null === $link->expires_at ? null : self::time( $link->expires_at ),
			'paid_at'         => null === $link->paid_at ? null : self::time( $link->paid_at ),
			'transaction_id'  => $link->transaction_id,
			'payment_method'  => $link->payment_method,
			'customer'        => [
				'first_name' => $customer->first_name,
				'last_name'  => $customer->last_name,
				'email'      => $customer->email,
				'country'    => $customer->country,
				'locale'     => $customer->locale,
			],
			'gateway'         => $details->gateway,
			'second_chance'   => $details->second_chance,
			'duplicate_of'    => $link->duplicate_of,
			'stale'           => null !== $order && $this->is_stale( $link, $status, $order ),
			'edit_url'        => null === $order ? '' : $order->edit_url,
			'status_reason'   => $this->words->of_link( $link, $status ),
			'sent_at'         => null === $link->sent_at ? null : self::time( $link->sent_at ),
			'note'            => $details->note,
			'include_cart'    => $details->include_cart,
			'alarm'           => null === $link->alarm ? null : [
				'code'    => $link->alarm->value,
				'message' => $this->alarm_words->of( $link->alarm ),
			],
		];
	}

	/**
	 * Tells whether an open link no longer asks what the order still owes.
	 */
	private function is_stale( PaymentLink $link, LinkStatus $status, OrderDebt $order ): bool {
		if ( ! $status->is_open() ) {
			return false;
		}

		$owed = $order->owed( $this->facts->paid_total( $order->id, $order->currency, $link->environment ) );

		return null === $owed || ! $owed->equals( $link->details->amount );
	}

	/**
	 * Returns an event.
	 *
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
			'message' => $this->words->of_event( $event ),
			// Which reason a waiting retirement bears is for the machine.
			'detail'  => LinkReason::RetirePending === $event->reason ? '' : $event->detail,
		];
	}

	/**
	 * Returns the order, or null when it is gone: its links stay readable.
	 */
	private function order( int $wc_order_id ): ?OrderDebt {
		try {
			return $this->orders->get( $wc_order_id )->debt();
		} catch ( OrderNotFound ) {
			return null;
		}
	}

	/**
	 * Returns a user's id and name.
	 *
	 * @return array{id: int, name: string}
	 */
	private static function person( int $user_id ): array {
		$user = 0 === $user_id ? false : get_userdata( $user_id );

		return [
			'id'   => $user_id,
			'name' => match ( true ) {
				false !== $user => $user->display_name,
			0 === $user_id  => __( 'The shop', 'multisafepay-payment-links' ),
			default         => __( 'A former member of staff', 'multisafepay-payment-links' ),
			},
		];
	}

	/**
	 * Returns a time as ISO 8601 in UTC.
	 */
	private static function time( DateTimeImmutable $time ): string {
		return $time->setTimezone( new DateTimeZone( 'UTC' ) )->format( 'Y-m-d\TH:i:s\Z' );
	}
}
