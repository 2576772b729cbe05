<?php
/**
 * The condition of a list.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

use DateInterval;
use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Domain\LinkFilter;
use MultiSafepay\PaymentLinks\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Says in SQL which links a query is about, in a table by the name of `l`.
 *
 * An OR keeps a database from reading one index in order, so every alternative is a branch of its own, for a UNION:
 * expired by the provider's word or by the clock, a name or an e-mail address. Branches by status never overlap, those
 * by what is searched for do.
 *
 * @phpstan-type Condition array{literal-string, list<int|string>}
 */
final class LinkConditions {

	/**
	 * Takes what stale links are found by, and the names of the tables.
	 */
	public function __construct(
		private readonly StaleCondition $stale,
		private readonly Schema $schema,
	) {}

	/**
	 * Returns the branches; a link is meant when one of them fits.
	 *
	 * @return non-empty-list<Condition>
	 */
	public function branches( LinkQuery $query, DateTimeImmutable $now ): array {
		$common   = self::all_of( $this->common( $query, $now ) );
		$statuses = $this->statuses( $query->statuses, $now );
		$searches = '' === $query->search ? [] : $this->searches( $query->search );
		if ( [] === $searches ) {
			return [] === $statuses ? [ $common ] : array_map( static fn ( array $status ): array => self::all_of( [ $status, $common ] ), $statuses );
		}

		// What is searched for is rare: its own index is enough.
		$rest = [] === $statuses ? $common : self::all_of( [ $common, self::any_of( $statuses ) ] );

		return array_map( static fn ( array $search ): array => self::all_of( [ $search, $rest ] ), $searches );
	}

	/**
	 * Tells whether every link is meant.
	 */
	public function is_any( LinkQuery $query ): bool {
		return '' === $query->search && [] === $query->statuses && '' === $query->site && null === $query->environment
			&& 0 === $query->created_by && ! $query->alarm && ! $query->expiring && ! $query->stale;
	}

	/**
	 * Returns all of it as one condition.
	 *
	 * @return Condition
	 */
	public function whole( LinkQuery $query, DateTimeImmutable $now ): array {
		return self::any_of( $this->branches( $query, $now ) );
	}

	/**
	 * Returns what must be so whatever the branch.
	 *
	 * @return list<Condition>
	 */
	private function common( LinkQuery $query, DateTimeImmutable $now ): array {
		$open = LinkStatus::open();
		$time = LinkRow::time( $now );
		$soon = LinkRow::time( $now->add( new DateInterval( 'PT' . LinkFilter::EXPIRING_HOURS . 'H' ) ) );

		[ $stale, $of_stale ] = $query->stale ? $this->stale->of( $this->schema->links() ) : [ '', [] ];

		$all  = [
			[ '' !== $query->site, 'site = %s', [ $query->site ] ],
			[ null !== $query->environment, 'environment = %s', [ $query->environment->value ?? '' ] ],
			[ $query->created_by > 0, 'created_by = %d', [ $query->created_by ] ],
			[ $query->alarm, 'alarm IS NOT NULL', [] ],
			[ $query->expiring, 'status IN (%s, %s) AND expires_at > %s AND expires_at <= %s', [ ...$open, $time, $soon ] ],
			[ $query->stale, 'status IN (%s, %s) AND expires_at > %s', [ ...$open, $time ] ],
			[ $query->stale, $stale, $of_stale ],
		];

		$wanted = [];
		foreach ( $all as [ $is_wanted, $sql, $values ] ) {
			if ( $is_wanted ) {
				$wanted[] = [ $sql, $values ];
			}
		}

		return $wanted;
	}

	/**
	 * Returns the ways in which a link can read as one of the states; see PaymentLink::status_at().
	 *
	 * @param list<LinkStatus> $statuses As they read now.
	 * @return list<Condition>
	 */
	private function statuses( array $statuses, DateTimeImmutable $now ): array {
		$time  = LinkRow::time( $now );
		$begun = LinkRow::time( $now->sub( new DateInterval( 'PT' . PaymentLink::ABANDONED_SECONDS . 'S' ) ) );
		$ways  = [];
		foreach ( $statuses as $status ) {
			$ways[] = match ( $status ) {
				LinkStatus::Active, LinkStatus::Declined => [ 'status = %s AND (expires_at IS NULL OR expires_at > %s)', [ $status->value, $time ] ],
				LinkStatus::Creating                     => [ 'status = %s AND changed_at >= %s', [ $status->value, $begun ] ],
				default                                  => [ 'status = %s', [ $status->value ] ],
			};
			if ( LinkStatus::Expired === $status ) {
				$ways[] = [ 'status IN (%s, %s) AND expires_at <= %s', [ ...LinkStatus::open(), $time ] ];
			}
			if ( LinkStatus::Unconfirmed === $status ) {
				$ways[] = [ 'status = %s AND changed_at < %s', [ LinkStatus::Creating->value, $begun ] ];
			}
		}

		return $ways;
	}

	/**
	 * Returns the columns that may begin with what is searched for.
	 *
	 * @return list<Condition>
	 */
	private function searches( string $search ): array {
		$begin = self::beginning( ltrim( $search, '#' ) );
		$ways  = [
			[ 'wc_order_number LIKE %s', [ $begin ] ],
			[ 'order_id LIKE %s', [ $begin ] ],
			[ 'email LIKE %s', [ $begin ] ],
			[ 'first_name LIKE %s', [ $begin ] ],
			[ 'last_name LIKE %s', [ $begin ] ],
		];
		// Order IDs are compared by case; people type as they like.
		if ( strtoupper( $begin ) !== $begin ) {
			$ways[] = [ 'order_id LIKE %s', [ strtoupper( $begin ) ] ];
		}

		$names = explode( ' ', $search, 2 );
		if ( isset( $names[1] ) ) {
			$ways[] = [ 'last_name LIKE %s AND first_name LIKE %s', [ self::beginning( trim( $names[1] ) ), self::beginning( $names[0] ) ] ];
		}

		return $ways;
	}

	/**
	 * Returns a pattern for what begins with the text.
	 */
	private static function beginning( string $text ): string {
		return addcslashes( $text, '_%\\' ) . '%';
	}

	/**
	 * Returns a condition that is so when all of them are.
	 *
	 * @param list<Condition> $conditions Any number.
	 * @return Condition
	 */
	private static function all_of( array $conditions ): array {
		return [
			[] === $conditions ? '1 = 1' : implode( ' AND ', array_column( $conditions, 0 ) ),
			array_merge( [], ...array_column( $conditions, 1 ) ),
		];
	}

	/**
	 * Returns a condition that is so when one of them is.
	 *
	 * @param non-empty-list<Condition> $conditions At least one.
	 * @return Condition
	 */
	private static function any_of( array $conditions ): array {
		return [
			'((' . implode( ') OR (', array_column( $conditions, 0 ) ) . '))',
			array_merge( [], ...array_column( $conditions, 1 ) ),
		];
	}
}
