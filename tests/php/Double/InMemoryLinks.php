<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use Closure;
use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Application\LinkWorkQueue;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\Links\Domain\OrderSyncState;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Links\Storage\DetailsJson;
use MultiSafepay\PaymentLinks\Links\Storage\LinkHydrator;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * Stores links in memory with the unique keys and conditional writes of the database table. Uses the real row mapper.
 */
final class InMemoryLinks implements LinkStore, LinkWorkQueue {

	/**
	 * @var array<int, array<string, int|string|null>>
	 */
	private array $rows = [];

	/**
	 * Events as "id: from > to (reason)".
	 *
	 * @var list<string>
	 */
	public array $events = [];

	/**
	 * Number of calls of find_by_key().
	 */
	public int $key_lookups = 0;

	/**
	 * Alerts that were raised, by link, code and detail.
	 *
	 * @var array<string, true>
	 */
	private array $raised = [];

	private readonly LinkHydrator $row;

	public function __construct( private readonly Clock $clock ) {
		$this->row = new LinkHydrator( new DetailsJson() );
	}

	public function find( int $id ): ?PaymentLink {
		return isset( $this->rows[ $id ] ) ? $this->row->to_link( [ 'id' => $id ] + $this->rows[ $id ] ) : null;
	}

	public function find_by_key( string $idempotency_key ): ?PaymentLink {
		++$this->key_lookups;
		$id = $this->id_where( 'idempotency_key', $idempotency_key );

		return null === $id ? null : $this->find( $id );
	}

	public function of_order( int $wc_order_id ): array {
		return array_values( array_filter(
			$this->all(),
			static fn ( PaymentLink $link ): bool => $link->wc_order_id === $wc_order_id
		) );
	}

	public function preload( array $wc_order_ids ): void {}

	/**
	 * @return list<PaymentLink> Newest first.
	 */
	public function all(): array {
		return array_reverse( array_map(
			fn ( int $id ): PaymentLink => $this->row->to_link( [ 'id' => $id ] + $this->rows[ $id ] ),
			array_keys( $this->rows )
		) );
	}

	public function reserve( NewLink $new_link, OrderId $order_id, int $number ): ?PaymentLink {
		if (
			null !== $this->id_where( 'idempotency_key', $new_link->idempotency_key )
			|| null !== $this->id_where( 'order_id', $order_id->value )
		) {
			return null;
		}

		$id                = count( $this->rows ) + 1;
		$this->rows[ $id ] = $this->row->of_new_link(
			$new_link,
			$new_link->site->api_key ?? new ApiKey( 'no-key' ),
			$order_id,
			$number,
			$this->clock->now()
		);
		$this->log( $id, null, LinkStatus::Creating, LinkReason::Reserved );

		return $this->find( $id );
	}

	public function renumber( PaymentLink $link, OrderId $order_id, int $number ): ?PaymentLink {
		if (
			null !== $this->id_where( 'order_id', $order_id->value )
			|| LinkStatus::Creating->value !== $this->rows[ $link->id ]['status']
		) {
			return null;
		}

		$this->rows[ $link->id ]['order_id'] = $order_id->value;
		$this->rows[ $link->id ]['number']   = $number;
		$this->log( $link->id, $link->status, $link->status, LinkReason::OrderIdAlreadyUsed );

		return $this->find( $link->id );
	}

	public function change( PaymentLink $link, LinkChange $change ): ?PaymentLink {
		if (
			! $link->status->can_become( $change->to )
			|| $this->rows[ $link->id ]['status'] !== $link->status->value
		) {
			return null;
		}

		$this->rows[ $link->id ] = [
			...$this->rows[ $link->id ],
			...$this->row->of_change( $change, $this->clock->now() ),
		];
		$this->log( $link->id, $link->status, $change->to, $change->reason );

		return $this->find( $link->id );
	}

	public function note( PaymentLink $link, LinkReason $reason, Actor $actor, string $detail = '' ): void {
		$this->log( $link->id, $link->status, $link->status, $reason );
	}

	public function record_sent( PaymentLink $link, LinkReason $reason, Actor $actor, string $detail ): bool {
		$is_first                            = null === $this->rows[ $link->id ]['sent_at'];
		$this->rows[ $link->id ]['sent_at'] = SqlTime::format( $this->clock->now() );
		$this->note( $link, $reason, $actor, $detail );

		return $is_first;
	}

	public function raise_alert(
		PaymentLink $link,
		PaymentAlert $alert,
		string $detail = '',
	): PaymentLink {
		$link  = $this->find( $link->id ) ?? $link;
		$event = $link->id . ' ' . $alert->value . ' ' . $detail;
		if ( ! isset( $this->raised[ $event ] ) && $alert->outranks( $link->alert ) ) {
			$this->raised[ $event ]           = true;
			$this->rows[ $link->id ]['alert'] = $alert->value;
			$this->log( $link->id, $link->status, $link->status, LinkReason::AlertRaised );
		}

		return $this->find( $link->id ) ?? $link;
	}

	public function clear_alert(
		PaymentLink $link,
		LinkReason $reason,
		Actor $actor,
		string $detail = '',
	): ?PaymentLink {
		if ( null === $link->alert || $this->rows[ $link->id ]['alert'] !== $link->alert->value ) {
			return null;
		}

		$this->rows[ $link->id ]['alert'] = null;
		$this->note( $link, $reason, $actor, $detail );

		return $this->find( $link->id );
	}

	public function add_refund( PaymentLink $link, Money $refunded ): PaymentLink {
		if ( $refunded->amount > $this->rows[ $link->id ]['refunded'] ) {
			$this->rows[ $link->id ]['refunded'] = $refunded->amount;
			$this->log( $link->id, $link->status, $link->status, LinkReason::RefundIncreased );
		}

		return $this->find( $link->id ) ?? $link;
	}

	public function find_by_order_id( string $site_id, OrderId $order_id ): ?PaymentLink {
		$id = $this->id_where( 'order_id', $order_id->value );

		return null === $id || $this->rows[ $id ]['site'] !== $site_id ? null : $this->find( $id );
	}

	public function fresh_of_order( int $wc_order_id ): array {
		return $this->of_order( $wc_order_id );
	}

	public function mark_synced( PaymentLink $link ): void {
		$this->rows[ $link->id ]['synced'] = OrderSyncState::current( $link )->to_text();
	}

	public function next_number( int $wc_order_id ): int {
		$numbers = array_map( static fn ( PaymentLink $link ): int => $link->number, $this->of_order( $wc_order_id ) );

		return [] === $numbers ? 1 : max( $numbers ) + 1;
	}

	public function has_links( int $wc_order_id ): bool {
		return [] !== array_filter(
			$this->of_order( $wc_order_id ),
			static fn ( PaymentLink $link ): bool => LinkStatus::Failed !== $link->status
		);
	}

	public function open_order_ids( int $wc_order_id ): array {
		return array_map(
			static fn ( PaymentLink $link ): string => $link->order_id->value,
			array_values( array_filter(
				$this->of_order( $wc_order_id ),
				fn ( PaymentLink $link ): bool => $link->status_at( $this->clock->now() )->is_awaiting_payment()
			) )
		);
	}

	public function erase_personal_data( PaymentLink $link ): void {
		$this->rows[ $link->id ] = [
			...$this->rows[ $link->id ],
			...$this->row->personal_columns( $link->details->without_personal_data() ),
		];
	}

	public function due( DateTimeImmutable $now, int $limit ): array {
		$due = $this->oldest_first( static fn ( PaymentLink $link ): bool => $link->check_at <= $now
			&& null !== $link->check_at );
		usort( $due, static fn ( PaymentLink $a, PaymentLink $b ): int => $a->check_at <=> $b->check_at );

		return array_slice( $due, 0, $limit );
	}

	public function claim( PaymentLink $link, DateTimeImmutable $until ): bool {
		return null !== $link->check_at && $this->replan( $link->id, $link->check_at, $until );
	}

	public function plan(
		int $link_id,
		DateTimeImmutable $claimed,
		?DateTimeImmutable $checked_at,
		?DateTimeImmutable $next,
	): void {
		if ( null !== $checked_at ) {
			$this->rows[ $link_id ]['checked_at'] = SqlTime::format( $checked_at );
		}
		$this->replan( $link_id, $claimed, $next );
	}

	public function add_unplanned( DateTimeImmutable $now, int $limit ): int {
		$links = array_slice(
			array_filter(
				$this->unfinished( 0, PHP_INT_MAX ),
				static fn ( PaymentLink $link ): bool => null === $link->check_at
			),
			0,
			$limit
		);
		foreach ( $links as $link ) {
			$this->rows[ $link->id ]['check_at'] = SqlTime::format( $now );
		}

		return count( $links );
	}

	public function unfinished( int $after_id, int $limit ): array {
		return array_slice(
			$this->oldest_first( static fn ( PaymentLink $link ): bool => $link->id > $after_id
				&& in_array( $link->status, LinkStatus::UNFINISHED, true ) ),
			0,
			$limit
		);
	}

	public function open_of_order( int $wc_order_id ): array {
		return array_map(
			static fn ( PaymentLink $link ): int => $link->id,
			$this->oldest_first( static fn ( PaymentLink $link ): bool => $link->wc_order_id === $wc_order_id
				&& $link->status->may_be_open() )
		);
	}

	public function has_payment( int $wc_order_id ): bool {
		return [] !== $this->oldest_first( static fn ( PaymentLink $link ): bool => $link->wc_order_id === $wc_order_id
			&& $link->status->is_received() );
	}

	public function with_alert( int $wc_order_id ): array {
		return array_map(
			static fn ( PaymentLink $link ): int => $link->id,
			$this->oldest_first( static fn ( PaymentLink $link ): bool => $link->wc_order_id === $wc_order_id
				&& null !== $link->alert )
		);
	}

	public function is_awaiting_payment( int $wc_order_id, DateTimeImmutable $now ): bool {
		return [] !== $this->oldest_first( static fn ( PaymentLink $link ): bool => $link->wc_order_id === $wc_order_id
			&& $link->status_at( $now )->is_awaiting_payment() );
	}

	/**
	 * @param Closure(PaymentLink): bool $filter
	 * @return list<PaymentLink>
	 */
	private function oldest_first( Closure $filter ): array {
		return array_values( array_filter( array_reverse( $this->all() ), $filter ) );
	}

	/**
	 * Changes the time of the next check if it still has the given value.
	 */
	private function replan( int $id, DateTimeImmutable $from, ?DateTimeImmutable $to ): bool {
		if ( SqlTime::format( $from ) !== $this->rows[ $id ]['check_at'] ) {
			return false;
		}

		$this->rows[ $id ]['check_at'] = SqlTime::format_or_null( $to );

		return true;
	}

	private function id_where( string $column, string $value ): ?int {
		foreach ( $this->rows as $id => $row ) {
			if ( $row[ $column ] === $value ) {
				return $id;
			}
		}

		return null;
	}

	private function log( int $id, ?LinkStatus $from, LinkStatus $to, LinkReason $reason ): void {
		$this->events[] = sprintf( '%d: %s > %s (%s)', $id, $from->value ?? '-', $to->value, $reason->value );
	}
}
