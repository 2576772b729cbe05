<?php
/**
 * What a list can be asked for.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;

/**
 * Every filter, every order and every kind of search, and what people put together; each finds something in ManyLinks.
 */
final class ListViews {

	/**
	 * States that ManyLinks has none of.
	 */
	private const NOWHERE = [ LinkStatus::Creating, LinkStatus::Unconfirmed, LinkStatus::Uncleared, LinkStatus::Duplicate, LinkStatus::Chargeback ];

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
			'small site'            => new LinkQuery( site: 'outlet' ),
			'live'                  => new LinkQuery( environment: Environment::Live ),
			'test'                  => new LinkQuery( environment: Environment::Test ),
			'mine'                  => new LinkQuery( created_by: 7 ),
			'alarm'                 => new LinkQuery( alarm: true ),
			'expiring'              => new LinkQuery( expiring: true ),
			'stale'                 => new LinkQuery( stale: true ),
			'order number'          => new LinkQuery( search: '9998' ),
			'order ID'              => new LinkQuery( search: 'pl-9998' ),
			'e-mail'                => new LinkQuery( search: 'customer9' ),
			'first name'            => new LinkQuery( search: 'Jan' ),
			'last name'             => new LinkQuery( search: 'de Vries' ),
			'whole name'            => new LinkQuery( search: 'Jan de Vries' ),
			'one letter'            => new LinkQuery( search: 'z' ),
			'expired of a site'     => new LinkQuery( statuses: [ LinkStatus::Expired ], site: 'outlet' ),
			'paid, mine'            => new LinkQuery( statuses: [ LinkStatus::Completed ], created_by: 7 ),
			'expired, by amount'    => new LinkQuery( statuses: [ LinkStatus::Expired ], orderby: 'amount' ),
			'open, first to end'    => new LinkQuery( statuses: [ LinkStatus::Active, LinkStatus::Declined ], orderby: 'expires_at', ascending: true ),
			'name and status'       => new LinkQuery( search: 'Jan', statuses: [ LinkStatus::Completed ] ),
		];
	}

	/**
	 * @return array<string, LinkQuery>
	 */
	private static function statuses(): array {
		$views = [];
		foreach ( LinkStatus::cases() as $status ) {
			if ( ! in_array( $status, self::NOWHERE, true ) ) {
				$views[ "status {$status->value}" ] = new LinkQuery( statuses: [ $status ] );
			}
		}

		return $views;
	}
}
