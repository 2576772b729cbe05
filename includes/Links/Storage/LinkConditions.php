<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Storage;

use DateInterval;
use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\LinkFilter;
use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Links\WooCommerce\StaleLinkSql;
use MultiSafepay\PaymentLinks\Shared\Database\Placeholders;
use MultiSafepay\PaymentLinks\Shared\Database\SqlTime;

/**
 * Builds the SQL conditions of a query, for the table of links with the alias `l`.
 *
 * MySQL cannot read an index in order for an OR condition. Therefore each alternative is a separate branch of a UNION,
 * such as a stored or a calculated expiry, or a name and an email address. Branches by status never match the same
 * link; branches of a search may.
 *
 * @phpstan-type Condition array{literal-string, list<int|string>}
 */
final class LinkConditions {

	public function __construct(
		private readonly StaleLinkSql $stale,
	) {}

	/**
	 * Returns the branches. A link matches the query if it matches one of them.
	 *
	 * @return non-empty-list<Condition>
	 */
	public function branches( LinkQuery $query, DateTimeImmutable $now ): array {
		$common   = self::all_of( $this->common( $query, $now ) );
		$statuses = $this->statuses( $query->statuses, $now );
		$searches = '' === $query->search ? [] : $this->searches( $query->search );
		if ( [] === $searches ) {
			return [] === $statuses
				? [ $common ]
				: array_map( static fn ( array $status ): array => self::all_of( [ $status, $common ] ), $statuses );
		}

		// A search has few results, so the index of the searched column is sufficient.
		$filter = [] === $statuses ? $common : self::all_of( [ $common, self::any_of( $statuses ) ] );

		return array_map( static fn ( array $search ): array => self::all_of( [ $search, $filter ] ), $searches );
	}

	/**
	 * Whether the query matches all links.
	 */
	public function matches_all( LinkQuery $query ): bool {
		return '' === $query->search && [] === $query->statuses && '' === $query->site && null === $query->environment
			&& 0 === $query->created_by && ! $query->alert && ! $query->expiring && ! $query->stale;
	}

	/**
	 * Returns all branches as one condition.
	 *
	 * @return Condition
	 */
	public function combined( LinkQuery $query, DateTimeImmutable $now ): array {
		return self::any_of( $this->branches( $query, $now ) );
	}

	/**
	 * Returns the conditions of all branches.
	 *
	 * @return list<Condition>
	 */
	private function common( LinkQuery $query, DateTimeImmutable $now ): array {
		$open = LinkStatus::values( LinkStatus::OPEN );
		$in   = Placeholders::for( $open );
		$time = SqlTime::format( $now );
		$soon = SqlTime::format( $now->add( new DateInterval( 'PT' . LinkFilter::EXPIRING_HOURS . 'H' ) ) );

		[ $stale, $stale_values ] = $query->stale ? $this->stale->of( $now ) : [ '', [] ];

		$filters = [
			[ '' !== $query->site, 'site = %s', [ $query->site ] ],
			[ null !== $query->environment, 'environment = %s', [ $query->environment->value ?? '' ] ],
			[ $query->created_by > 0, 'created_by = %d', [ $query->created_by ] ],
			[ $query->alert, 'alert IS NOT NULL', [] ],
			[
				$query->expiring,
				'status IN (' . $in . ') AND expires_at > %s AND expires_at <= %s',
				[ ...$open, $time, $soon ],
			],
			[ $query->stale, $stale, $stale_values ],
		];

		$conditions = [];
		foreach ( $filters as [ $is_active, $sql, $values ] ) {
			if ( $is_active ) {
				$conditions[] = [ $sql, $values ];
			}
		}

		return $conditions;
	}

	/**
	 * Returns a condition for each way in which a link can have one of the statuses; see PaymentLink::status_at().
	 *
	 * @param list<LinkStatus> $statuses
	 * @return list<Condition>
	 */
	private function statuses( array $statuses, DateTimeImmutable $now ): array {
		$open       = LinkStatus::values( LinkStatus::OPEN );
		$time       = SqlTime::format( $now );
		$cutoff     = SqlTime::format( $now->sub( new DateInterval( 'PT' . PaymentLink::ABANDONED_SECONDS . 'S' ) ) );
		$conditions = [];
		foreach ( $statuses as $status ) {
			$conditions[] = match ( true ) {
				$status->is_open()               => [
					'status = %s AND (expires_at IS NULL OR expires_at > %s)',
					[ $status->value, $time ],
				],
				LinkStatus::Creating === $status => [
					'status = %s AND changed_at >= %s',
					[ $status->value, $cutoff ],
				],
				default                          => [ 'status = %s', [ $status->value ] ],
			};
			if ( LinkStatus::Expired === $status ) {
				$conditions[] = [
					'status IN (' . Placeholders::for( $open ) . ') AND expires_at <= %s',
					[ ...$open, $time ],
				];
			}
			if ( LinkStatus::Unconfirmed === $status ) {
				$conditions[] = [ 'status = %s AND changed_at < %s', [ LinkStatus::Creating->value, $cutoff ] ];
			}
		}

		return $conditions;
	}

	/**
	 * Returns a condition for each column that may start with the search text.
	 *
	 * @return list<Condition>
	 */
	private function searches( string $search ): array {
		// Staff write order 1001 as #1001, and some shops have order numbers that start with #.
		$number     = ltrim( $search, '# ' );
		$pattern    = self::prefix_pattern( '' === $number ? $search : $number );
		$conditions = [
			[ 'wc_order_number LIKE %s', [ $pattern ] ],
			[ 'wc_order_number LIKE %s', [ '#' . self::prefix_pattern( $number ) ] ],
			[ 'order_id LIKE %s', [ $pattern ] ],
			[ 'email LIKE %s', [ $pattern ] ],
			[ 'first_name LIKE %s', [ $pattern ] ],
			[ 'last_name LIKE %s', [ $pattern ] ],
		];
		// Order IDs are case-sensitive, but staff may enter them in lower case.
		if ( strtoupper( $pattern ) !== $pattern ) {
			$conditions[] = [ 'order_id LIKE %s', [ strtoupper( $pattern ) ] ];
		}

		$names = explode( ' ', $search, 2 );
		if ( isset( $names[1] ) ) {
			$conditions[] = [
				'last_name LIKE %s AND first_name LIKE %s',
				[ self::prefix_pattern( trim( $names[1] ) ), self::prefix_pattern( $names[0] ) ],
			];
		}

		return $conditions;
	}

	private static function prefix_pattern( string $text ): string {
		return addcslashes( $text, '_%\\' ) . '%';
	}

	/**
	 * @param list<Condition> $conditions
	 * @return Condition
	 */
	private static function all_of( array $conditions ): array {
		return [
			[] === $conditions ? '1 = 1' : implode( ' AND ', array_column( $conditions, 0 ) ),
			array_merge( [], ...array_column( $conditions, 1 ) ),
		];
	}

	/**
	 * @param non-empty-list<Condition> $conditions
	 * @return Condition
	 */
	private static function any_of( array $conditions ): array {
		return [
			'((' . implode( ') OR (', array_column( $conditions, 0 ) ) . '))',
			array_merge( [], ...array_column( $conditions, 1 ) ),
		];
	}
}
