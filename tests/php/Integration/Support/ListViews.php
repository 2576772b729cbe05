<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;

/**
 * Queries with every filter, sort order and kind of search, and common combinations. Each finds links created by
 * ManyLinks.
 */
final class ListViews {

	/**
	 * Statuses that ManyLinks does not create.
	 */
	private const MISSING_STATUSES = [
		LinkStatus::Creating,
		LinkStatus::Unconfirmed,
		LinkStatus::Uncleared,
		LinkStatus::Duplicate,
		LinkStatus::Chargeback,
	];

	/**
	 * @return array<string, LinkQuery>
	 */
	public static function all(): array {
		return [
			'first page'            => new LinkQuery(),
			'page 500'              => new LinkQuery( page: 500 ),
			'oldest first'          => new LinkQuery( ascending: true ),
			'largest amount first'  => new LinkQuery( orderby: 'amount' ),
			'smallest amount first' => new LinkQuery( orderby: 'amount', ascending: true ),
			'last to end first'     => new LinkQuery( orderby: 'expires_at' ),
			'first to end first'    => new LinkQuery( orderby: 'expires_at', ascending: true ),
			...self::statuses(),
			'active or declined'    => new LinkQuery( statuses: [ LinkStatus::Active, LinkStatus::Declined ] ),
			'large site'            => new LinkQuery( site: 'main' ),
			'site given up'         => new LinkQuery( site: 'outlet' ),
			'live'                  => new LinkQuery( environment: Environment::Live ),
			'test'                  => new LinkQuery( environment: Environment::Test ),
			'mine'                  => new LinkQuery( created_by: 7 ),
			'alert'                 => new LinkQuery( alert: true ),
			'expiring'              => new LinkQuery( expiring: true ),
			'stale'                 => new LinkQuery( stale: true ),
			'order number'          => new LinkQuery( search: '12' ),
			'old order, first to end' => new LinkQuery( search: '12', orderby: 'expires_at', ascending: true ),
			'order ID'              => new LinkQuery( search: 'pl-12' ),
			'e-mail'                => new LinkQuery( search: 'customer12' ),
			'first name'            => new LinkQuery( search: 'Jan' ),
			'last name'             => new LinkQuery( search: 'de Vries' ),
			'whole name'            => new LinkQuery( search: 'Jan de Vries' ),
			'one letter'            => new LinkQuery( search: 'z' ),
			'expired of a site'     => new LinkQuery( statuses: [ LinkStatus::Expired ], site: 'outlet' ),
			'paid, mine'            => new LinkQuery( statuses: [ LinkStatus::Completed ], created_by: 7 ),
			'expired, by amount'    => new LinkQuery( statuses: [ LinkStatus::Expired ], orderby: 'amount' ),
			'open, first to end'    => new LinkQuery(
				statuses: [ LinkStatus::Active, LinkStatus::Declined ],
				orderby: 'expires_at',
				ascending: true
			),
			'name and status'       => new LinkQuery( search: 'Jan', statuses: [ LinkStatus::Completed ] ),
		];
	}

	/**
	 * @return array<string, LinkQuery>
	 */
	public static function sums(): array {
		return array_intersect_key(
			self::all(),
			array_flip( [
				'first page',
				'status completed',
				'large site',
				'site given up',
				'live',
				'mine',
				'stale',
				'e-mail',
				'first name',
			] )
		);
	}

	/**
	 * Converts a query to parameters of the REST route. The route determines the user of `mine` from the login.
	 *
	 * @return array<string, string>
	 */
	public static function parameters( LinkQuery $query ): array {
		$flags = array_filter( [
			'expiring' => $query->expiring,
			'stale' => $query->stale,
			'alert' => $query->alert,
			'mine' => $query->created_by > 0,
		] );

		return array_map( static fn (): string => 'true', $flags ) + array_filter(
			[
				'search'      => $query->search,
				'status'      => implode( ',', array_column( $query->statuses, 'value' ) ),
				'site'        => $query->site,
				'environment' => $query->environment->value ?? '',
				'orderby'     => $query->orderby,
				'order'       => $query->ascending ? 'asc' : 'desc',
				'page'        => (string) $query->page,
			],
			static fn ( string $value ): bool => $value !== ''
		);
	}

	/**
	 * @return array<string, LinkQuery>
	 */
	private static function statuses(): array {
		$views = [];
		foreach ( LinkStatus::cases() as $status ) {
			if ( ! in_array( $status, self::MISSING_STATUSES, true ) ) {
				$views[ "status {$status->value}" ] = new LinkQuery( statuses: [ $status ] );
			}
		}

		return $views;
	}
}
