<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use Closure;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\NewLink;
use MultiSafepay\PaymentLinks\Links\Domain\OrderSyncState;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Application\Lazy;
use MultiSafepay\PaymentLinks\Shared\Database\Database;
use MultiSafepay\PaymentLinks\Shared\Database\Placeholders;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;

/**
 * Stores links in a database table. The links of an order are cached for the current request.
 */
final class LinkTable implements LinkStore {

	private const MAX_ALERT_ATTEMPTS = 5;

	/**
	 * Links by table and order ID. The sites of a network have their own tables.
	 *
	 * @var array<string, array<int, list<PaymentLink>>>
	 */
	private array $cache = [];

	/**
	 * @param Closure(): EventLogTable $events Only changes need it.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly LinkTables $tables,
		#[Lazy( EventLogTable::class )]
		private readonly Closure $events,
		private readonly LinkHydrator $hydrator,
		private readonly Clock $clock,
	) {}

	public function find( int $id ): ?PaymentLink {
		return $this->find_first( 'id = %d', $id );
	}

	public function find_by_key( string $idempotency_key ): ?PaymentLink {
		return $this->find_first( 'idempotency_key = %s', $idempotency_key );
	}

	public function find_by_order_id( string $site_id, OrderId $order_id ): ?PaymentLink {
		return $this->find_first( 'site = %s AND order_id = %s', $site_id, $order_id->value );
	}

	public function of_order( int $wc_order_id ): array {
		return $this->cache[ $this->tables->links() ][ $wc_order_id ] ??= array_map(
			[ $this->hydrator, 'to_link' ],
			$this->database->rows(
				'SELECT * FROM %i WHERE wc_order_id = %d ORDER BY id DESC',
				[ $this->tables->links(), $wc_order_id ]
			)
		);
	}

	public function fresh_of_order( int $wc_order_id ): array {
		$this->forget( $wc_order_id );

		return $this->of_order( $wc_order_id );
	}

	public function reserve( NewLink $new_link, OrderId $order_id, int $number ): ?PaymentLink {
		$key = $new_link->site->api_key ?? throw new NotConfigured();
		$now = $this->clock->now();
		$row = $this->hydrator->of_new_link( $new_link, $key, $order_id, $number, $now );
		$id  = $this->database->insert( $this->tables->links(), $row );
		if ( null === $id ) {
			return null;
		}

		$this->forget( $new_link->order->id );
		( $this->events )()->append(
			$id,
			$now,
			$new_link->actor,
			null,
			LinkStatus::Creating,
			LinkReason::Reserved,
			null
		);

		return $this->hydrator->to_link( [ 'id' => $id ] + $row );
	}

	public function renumber( PaymentLink $link, OrderId $order_id, int $number ): ?PaymentLink {
		$is_renumbered = $this->database->update_if(
			$this->tables->links(),
			[
				'order_id'   => $order_id->value,
				'number'     => $number,
				'changed_at' => SqlTime::format( $this->clock->now() ),
			],
			[
				'id'       => $link->id,
				'status'   => LinkStatus::Creating->value,
				'order_id' => $link->order_id->value,
			]
		);
		if ( ! $is_renumbered ) {
			return null;
		}

		$this->forget( $link->wc_order_id );
		( $this->events )()->append(
			$link->id,
			$this->clock->now(),
			Actor::system(),
			$link->status,
			$link->status,
			LinkReason::OrderIdAlreadyUsed,
			null
		);

		return $this->find( $link->id );
	}

	public function change( PaymentLink $link, LinkChange $change ): ?PaymentLink {
		if ( ! $link->status->can_become( $change->to ) ) {
			return null;
		}

		$now        = $this->clock->now();
		$is_changed = $this->database->update_if(
			$this->tables->links(),
			$this->hydrator->of_change( $change, $now ),
			[
				'id'     => $link->id,
				'status' => $link->status->value,
			]
		);
		if ( ! $is_changed ) {
			return null;
		}

		$this->forget( $link->wc_order_id );
		( $this->events )()->append(
			$link->id,
			$now,
			$change->actor,
			$link->status,
			$change->to,
			$change->reason,
			$change->error_code,
			$change->detail
		);

		return $this->find( $link->id );
	}

	public function note( PaymentLink $link, LinkReason $reason, Actor $actor, string $detail = '' ): void {
		( $this->events )()->append(
			$link->id,
			$this->clock->now(),
			$actor,
			$link->status,
			$link->status,
			$reason,
			null,
			$detail
		);
	}

	public function record_sent( PaymentLink $link, LinkReason $reason, Actor $actor, string $detail ): bool {
		$sent     = [ 'sent_at' => SqlTime::format( $this->clock->now() ) ];
		$is_first = $this->database->update_if(
			$this->tables->links(),
			$sent,
			[
				'id'      => $link->id,
				'sent_at' => null,
			]
		);
		if ( ! $is_first ) {
			$this->database->update_if( $this->tables->links(), $sent, [ 'id' => $link->id ] );
		}

		$this->forget( $link->wc_order_id );
		$this->note( $link, $reason, $actor, $detail );

		return $is_first;
	}

	public function raise_alert(
		PaymentLink $link,
		PaymentAlert $alert,
		string $detail = '',
	): PaymentLink {
		$detail = trim( $alert->value . ' ' . $detail );
		if ( ( $this->events )()->contains( $link->id, LinkReason::AlertRaised, $detail ) ) {
			return $link;
		}

		for ( $attempt = 0; $attempt < self::MAX_ALERT_ATTEMPTS; $attempt++ ) {
			if ( ! $alert->outranks( $link->alert ) ) {
				break;
			}

			$is_raised = $this->update_column( $link, 'alert', $link->alert?->value, $alert->value );
			if ( $is_raised ) {
				$this->note( $link, LinkReason::AlertRaised, Actor::provider(), $detail );
			}
			$link = $this->find( $link->id ) ?? throw new LinkNotFound();
		}

		return $link;
	}

	public function clear_alert(
		PaymentLink $link,
		LinkReason $reason,
		Actor $actor,
		string $detail = '',
	): ?PaymentLink {
		if ( null === $link->alert || ! $this->update_column( $link, 'alert', $link->alert->value, null ) ) {
			return null;
		}

		$this->note( $link, $reason, $actor, trim( $link->alert->value . ' ' . $detail ) );

		return $this->find( $link->id );
	}

	public function add_refund( PaymentLink $link, Money $refunded ): PaymentLink {
		if (
			$refunded->amount > $link->refunded
			&& $this->update_column( $link, 'refunded', $link->refunded, $refunded->amount )
		) {
			$this->note(
				$link,
				LinkReason::RefundIncreased,
				Actor::provider(),
				$refunded->to_decimal() . ' ' . $refunded->currency->code
			);
		}

		return $this->find( $link->id ) ?? $link;
	}

	public function preload( array $wc_order_ids ): void {
		$missing = array_values( array_filter(
			$wc_order_ids,
			fn ( int $id ): bool => ! isset( $this->cache[ $this->tables->links() ][ $id ] )
		) );
		if ( [] === $missing ) {
			return;
		}

		$loaded = array_fill_keys( $missing, [] );
		foreach ( $this->database->rows(
			'SELECT * FROM %i WHERE wc_order_id IN (' . Placeholders::for( $missing ) . ') ORDER BY id DESC',
			[ $this->tables->links(), ...$missing ]
		) as $row ) {
			$link                           = $this->hydrator->to_link( $row );
			$loaded[ $link->wc_order_id ][] = $link;
		}
		$this->cache[ $this->tables->links() ] = $loaded + ( $this->cache[ $this->tables->links() ] ?? [] );
	}

	public function mark_synced( PaymentLink $link ): void {
		$this->database->update_if(
			$this->tables->links(),
			[ 'synced' => OrderSyncState::current( $link )->to_text() ],
			[ 'id' => $link->id ]
		);
		$this->forget( $link->wc_order_id );
	}

	public function next_number( int $wc_order_id ): int {
		$numbers = array_map(
			static fn ( PaymentLink $link ): int => $link->number,
			$this->of_order( $wc_order_id )
		);

		return 1 + max( [ 0, ...$numbers ] );
	}

	public function has_links( int $wc_order_id ): bool {
		foreach ( $this->of_order( $wc_order_id ) as $link ) {
			if ( LinkStatus::Failed !== $link->status ) {
				return true;
			}
		}

		return false;
	}

	public function open_order_ids( int $wc_order_id ): array {
		$now  = $this->clock->now();
		$open = [];
		foreach ( $this->of_order( $wc_order_id ) as $link ) {
			if ( $link->status_at( $now )->is_awaiting_payment() ) {
				$open[] = $link->order_id->value;
			}
		}

		return $open;
	}

	public function erase_personal_data( PaymentLink $link ): void {
		$this->forget( $link->wc_order_id );
		$this->database->update_if(
			$this->tables->links(),
			$this->hydrator->personal_columns( $link->details->without_personal_data() ),
			[ 'id' => $link->id ]
		);
		( $this->events )()->erase_details( $link->id );
	}

	/**
	 * Removes the links of an order from the cache.
	 */
	private function forget( int $wc_order_id ): void {
		unset( $this->cache[ $this->tables->links() ][ $wc_order_id ] );
	}

	/**
	 * Updates a column if it still has the given value. Returns whether it was updated.
	 */
	private function update_column(
		PaymentLink $link,
		string $column,
		int|string|null $from,
		int|string|null $to,
	): bool {
		$this->forget( $link->wc_order_id );

		return $this->database->update_if(
			$this->tables->links(),
			[ $column => $to ],
			[ 'id' => $link->id, $column => $from ]
		);
	}

	/**
	 * @param literal-string $condition
	 */
	private function find_first( string $condition, int|string ...$values ): ?PaymentLink {
		$rows = $this->database->rows(
			'SELECT * FROM %i WHERE ' . $condition . ' LIMIT 1',
			[ $this->tables->links(), ...array_values( $values ) ]
		);

		return [] === $rows ? null : $this->hydrator->to_link( $rows[0] );
	}
}
