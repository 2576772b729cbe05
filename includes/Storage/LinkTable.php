<?php
/**
 * The table of links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\OrderLinkFacts;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\LinkAlarm;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\NewLink;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Keeps links in one table. An order's links are read once a request and then remembered.
 */
final class LinkTable implements PaymentLinkStore, OrderLinkFacts {

	private const ALARM_TRIES = 5;

	/**
	 * Links by WooCommerce order, as read in this request.
	 *
	 * @var array<int, list<PaymentLink>>
	 */
	private array $by_order = [];

	/**
	 * Takes the database, the event log and the clock.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly Schema $schema,
		private readonly EventLog $events,
		private readonly LinkRow $row,
		private readonly Clock $clock,
	) {}

	/**
	 * {@inheritDoc}
	 */
	public function find( int $id ): ?PaymentLink {
		return $this->first( 'id = %d', $id );
	}

	/**
	 * {@inheritDoc}
	 */
	public function find_by_key( string $idempotency_key ): ?PaymentLink {
		return $this->first( 'idempotency_key = %s', $idempotency_key );
	}

	/**
	 * {@inheritDoc}
	 */
	public function of_order( int $wc_order_id ): array {
		return $this->by_order[ $wc_order_id ] ??= array_map(
			[ $this->row, 'to_link' ],
			$this->database->rows( 'SELECT * FROM %i WHERE wc_order_id = %d ORDER BY id DESC', [ $this->schema->links(), $wc_order_id ] )
		);
	}

	/**
	 * {@inheritDoc}
	 */
	public function reserve( NewLink $new_link, OrderId $order_id, int $number ): ?PaymentLink {
		$key = $new_link->site->api_key ?? throw new NotConfigured();
		$now = $this->clock->now();
		$row = $this->row->of_new_link( $new_link, $key, $order_id, $number, $now );
		$id  = $this->database->insert_unless_taken( $this->schema->links(), $row );
		if ( null === $id ) {
			return null;
		}

		unset( $this->by_order[ $new_link->order->id ] );
		$this->events->append( $id, $now, $new_link->actor, null, LinkStatus::Creating, LinkReason::Reserved, null );

		return $this->row->to_link( [ 'id' => $id ] + $row );
	}

	/**
	 * {@inheritDoc}
	 */
	public function renumber( PaymentLink $link, OrderId $order_id, int $number ): ?PaymentLink {
		$moved = $this->database->update_if(
			$this->schema->links(),
			[
				'order_id'   => $order_id->value,
				'number'     => $number,
				'changed_at' => LinkRow::time( $this->clock->now() ),
			],
			[
				'id'       => $link->id,
				'status'   => LinkStatus::Creating->value,
				'order_id' => $link->order_id->value,
			]
		);
		if ( ! $moved ) {
			return null;
		}

		unset( $this->by_order[ $link->wc_order_id ] );
		$this->events->append( $link->id, $this->clock->now(), Actor::system(), $link->status, $link->status, LinkReason::OrderIdTaken, null );

		return $this->find( $link->id );
	}

	/**
	 * {@inheritDoc}
	 */
	public function change( PaymentLink $link, LinkChange $change ): ?PaymentLink {
		if ( ! $link->status->can_become( $change->to ) ) {
			return null;
		}

		$now     = $this->clock->now();
		$changed = $this->database->update_if(
			$this->schema->links(),
			$this->row->of_change( $change, $now ),
			[
				'id'     => $link->id,
				'status' => $link->status->value,
			]
		);
		if ( ! $changed ) {
			return null;
		}

		unset( $this->by_order[ $link->wc_order_id ] );
		$this->events->append( $link->id, $now, $change->actor, $link->status, $change->to, $change->reason, $change->error_code, $change->detail );

		return $this->find( $link->id );
	}

	/**
	 * {@inheritDoc}
	 */
	public function note( PaymentLink $link, LinkReason $reason, Actor $actor, string $detail = '' ): void {
		$this->events->append( $link->id, $this->clock->now(), $actor, $link->status, $link->status, $reason, null, $detail );
	}

	/**
	 * {@inheritDoc}
	 */
	public function sent( PaymentLink $link, LinkReason $reason, Actor $actor, string $detail ): bool {
		$sent     = [ 'sent_at' => LinkRow::time( $this->clock->now() ) ];
		$is_first = $this->database->update_if(
			$this->schema->links(),
			$sent,
			[
				'id'      => $link->id,
				'sent_at' => null,
			]
		);
		if ( ! $is_first ) {
			$this->database->update_if( $this->schema->links(), $sent, [ 'id' => $link->id ] );
		}

		unset( $this->by_order[ $link->wc_order_id ] );
		$this->note( $link, $reason, $actor, $detail );

		return $is_first;
	}

	/**
	 * {@inheritDoc}
	 */
	public function raise_alarm( PaymentLink $link, LinkAlarm $alarm, LinkReason $reason, string $detail = '' ): PaymentLink {
		for ( $tries = 0; $tries < self::ALARM_TRIES; $tries++ ) {
			if ( ! $alarm->outranks( $link->alarm ) ) {
				break;
			}

			$raised = $this->set_fact( $link, 'alarm', $link->alarm?->value, $alarm->value );
			if ( $raised ) {
				$this->note( $link, $reason, Actor::provider(), $detail );
			}
			$link = $this->find( $link->id ) ?? throw new LinkNotFound();
		}

		return $link;
	}

	/**
	 * {@inheritDoc}
	 */
	public function add_refund( PaymentLink $link, Money $refunded ): PaymentLink {
		if ( $refunded->amount > $link->refunded && $this->set_fact( $link, 'refunded', $link->refunded, $refunded->amount ) ) {
			$this->note( $link, LinkReason::RefundGrew, Actor::provider(), $refunded->to_decimal() . ' ' . $refunded->currency->code );
		}

		return $this->find( $link->id ) ?? $link;
	}

	/**
	 * {@inheritDoc}
	 */
	public function read_ahead( array $wc_order_ids ): void {
		$missing = array_values( array_filter( $wc_order_ids, fn ( int $id ): bool => ! isset( $this->by_order[ $id ] ) ) );
		if ( [] === $missing ) {
			return;
		}

		$read   = array_fill_keys( $missing, [] );
		$places = implode( ', ', array_fill( 0, count( $missing ), '%d' ) );
		foreach ( $this->database->rows( 'SELECT * FROM %i WHERE wc_order_id IN (' . $places . ') ORDER BY id DESC', [ $this->schema->links(), ...$missing ] ) as $row ) {
			$link                         = $this->row->to_link( $row );
			$read[ $link->wc_order_id ][] = $link;
		}
		$this->by_order += $read;
	}

	/**
	 * Makes the next reading of an order's links ask the database.
	 */
	public function forget( int $wc_order_id ): void {
		unset( $this->by_order[ $wc_order_id ] );
	}

	/**
	 * Sets a fact that still is as it was read. Returns whether it was.
	 */
	private function set_fact( PaymentLink $link, string $column, int|string|null $from, int|string $to ): bool {
		unset( $this->by_order[ $link->wc_order_id ] );

		return $this->database->update_if( $this->schema->links(), [ $column => $to ], [ 'id' => $link->id, $column => $from ] );
	}

	/**
	 * {@inheritDoc}
	 */
	public function next_number( int $wc_order_id ): int {
		$rows = $this->database->rows( 'SELECT MAX(number) AS highest FROM %i WHERE wc_order_id = %d', [ $this->schema->links(), $wc_order_id ] );
		$last = $rows[0]['highest'] ?? 0;

		return ( is_numeric( $last ) ? (int) $last : 0 ) + 1;
	}

	/**
	 * {@inheritDoc}
	 */
	public function paid_total( int $wc_order_id, Currency $currency, Environment $environment ): Money {
		$total = 0;
		foreach ( $this->of_order( $wc_order_id ) as $link ) {
			$total += $link->pays( $currency, $environment ) ? $link->details->amount->amount : 0;
		}

		return new Money( $total, $currency );
	}

	/**
	 * {@inheritDoc}
	 */
	public function open_order_ids( int $wc_order_id ): array {
		$now  = $this->clock->now();
		$open = [];
		foreach ( $this->of_order( $wc_order_id ) as $link ) {
			if ( $link->status_at( $now )->is_open() || LinkStatus::Uncleared === $link->status ) {
				$open[] = $link->order_id->value;
			}
		}

		return $open;
	}

	/**
	 * Returns the first link under a condition.
	 *
	 * @param literal-string $condition With one placeholder.
	 */
	private function first( string $condition, int|string $value ): ?PaymentLink {
		$rows = $this->database->rows( 'SELECT * FROM %i WHERE ' . $condition . ' LIMIT 1', [ $this->schema->links(), $value ] );

		return [] === $rows ? null : $this->row->to_link( $rows[0] );
	}
}
