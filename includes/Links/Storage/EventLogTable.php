<?php
/**
 * The history of links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Application\Port\LinkHistory;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\LinkEvent;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;

/**
 * Appends events and reads them back.
 */
final class EventLog implements LinkHistory {

	/**
	 * Takes the database.
	 */
	public function __construct(
		private readonly Database $database,
		private readonly Schema $schema,
	) {}

	/**
	 * Appends an event.
	 *
	 * @param int               $link_id    Our id of the link.
	 * @param DateTimeImmutable $at         UTC.
	 * @param Actor             $actor      Who or what.
	 * @param LinkStatus|null   $from       Null for the first.
	 * @param LinkStatus        $to         The state after it.
	 * @param LinkReason        $reason     Why.
	 * @param int|null          $error_code The provider's, where it refused.
	 * @param string            $detail     A fact that belongs to the reason; cut at 255 characters.
	 */
	public function append( int $link_id, DateTimeImmutable $at, Actor $actor, ?LinkStatus $from, LinkStatus $to, LinkReason $reason, ?int $error_code, string $detail = '' ): void {
		$this->database->insert_unless_taken(
			$this->schema->events(),
			[
				'link_id'     => $link_id,
				'at'          => LinkRow::time( $at ),
				'source'      => $actor->source,
				'user_id'     => $actor->user_id,
				'from_status' => $from?->value,
				'to_status'   => $to->value,
				'reason'      => $reason->value,
				'error_code'  => $error_code,
				'detail'      => mb_substr( $detail, 0, 255 ),
			]
		);
	}

	/**
	 * {@inheritDoc}
	 *
	 * Rows that make no sense are left out.
	 */
	public function of_link( int $link_id ): array {
		$events = [];
		foreach ( $this->database->rows( 'SELECT * FROM %i WHERE link_id = %d ORDER BY id DESC', [ $this->schema->events(), $link_id ] ) as $row ) {
			$columns = new Columns( $row );
			$to      = LinkStatus::tryFrom( $columns->text( 'to_status' ) );
			$reason  = LinkReason::tryFrom( $columns->text( 'reason' ) );
			$at      = $columns->time( 'at' );
			if ( null === $to || null === $reason || null === $at ) {
				continue;
			}

			$events[] = new LinkEvent(
				$at,
				Actor::from_log( $columns->text( 'source' ), $columns->number( 'user_id' ) ?? 0 ),
				LinkStatus::tryFrom( $columns->text( 'from_status' ) ),
				$to,
				$reason,
				$columns->number( 'error_code' ),
				$columns->text( 'detail' )
			);
		}

		return $events;
	}
}
