<?php
/**
 * Every route × every person × own, foreign and missing order.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Routes;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_User;

/**
 * The routes come from the REST server: one that is added later is in here by itself.
 */
#[CoversNothing]
final class PermissionsMatrixTest extends IntegrationTestCase {

	use LinkSteps;

	private const CAPABILITY = 'multisafepay_manage_payment_links';
	private const MISSING    = 999_999_999;

	/**
	 * @param int  $refused   The status of a refusal.
	 * @param bool $links     Whether routes of links are open.
	 * @param bool $settings  Whether routes of settings are open.
	 */
	#[DataProvider( 'people' )]
	public function test_every_route_lets_in_who_may_and_nobody_else( string $person, int $refused, bool $links, bool $settings ): void {
		[ $login, $user_id ] = $this->person( $person );
		$own     = $this->orders->make();
		$foreign = $this->orders->make();
		$own->set_customer_id( $user_id );
		$own->save();
		$link_ids = [
			$own->get_id()     => Json::number( $this->made_link( $own ), 'id' ),
			$foreign->get_id() => Json::number( $this->made_link( $foreign ), 'id' ),
			self::MISSING      => self::MISSING,
		];

		foreach ( Routes::of_staff() as [ 'method' => $method, 'path' => $template ] ) {
			$is_open = str_starts_with( $template, '/settings' ) ? $settings : $links;
			foreach ( $link_ids as $order => $link ) {
				$path   = Routes::path( $template, $order, $link );
				$what   = "$person: $method $path";
				$before = $this->written();
				$answer = $this->rest( $method, $path, [], $login );
				$status = $answer->get_status();
				if ( ! $is_open ) {
					self::assertSame( [ $refused, 'rest_forbidden' ], [ $status, $this->json( $answer )['code'] ?? '' ], $what );
					self::assertSame( $before, $this->written(), "$what: nothing is done" );
					continue;
				}
				self::assertNotContains( $status, [ 401, 403, 500, 501 ], $what . ' ' . wp_json_encode( $answer->get_data() ) );
				if ( $order === self::MISSING && $template !== Routes::path( $template, 0, 0 ) ) {
					self::assertSame( 404, $status, $what );
				}
			}
		}
	}

	/**
	 * @return array<string, array{string, int, bool, bool}>
	 */
	public static function people(): array {
		return [
			'nobody'                              => [ 'nobody', 401, false, false ],
			'customer'                            => [ 'customer', 403, false, false ],
			'subscriber'                          => [ 'subscriber', 403, false, false ],
			'author'                              => [ 'author', 403, false, false ],
			'shop manager'                        => [ 'shop_manager', 403, true, true ],
			'administrator'                       => [ 'administrator', 403, true, true ],
			'shop manager without our capability' => [ 'shop_manager without', 403, false, true ],
		];
	}

	public function test_reading_never_writes_and_never_changes_anything_at_the_provider(): void {
		$order  = $this->orders->make();
		$link   = Json::number( $this->made_link( $order ), 'id' );
		$asked  = count( $this->emulator->requests() );
		$writes = [];
		add_filter(
			'query',
			static function ( string $query ) use ( &$writes ): string {
				// What WordPress and WooCommerce remember of a user or in transients is not ours.
				if ( preg_match( '/^\s*(INSERT|UPDATE|DELETE|REPLACE)\b/i', $query ) === 1 && preg_match( '/_transient_|usermeta|_sessions/', $query ) !== 1 ) {
					$writes[] = $query;
				}
				return $query;
			}
		);

		foreach ( Routes::of_staff() as [ 'method' => $method, 'path' => $template ] ) {
			if ( $method === 'GET' ) {
				$this->rest( 'GET', Routes::path( $template, $order->get_id(), $link ) );
				self::assertSame( [], $writes, $template );
			}
		}

		self::assertCount( $asked, $this->emulator->requests() );
	}

	public function test_no_route_that_changes_something_answers_to_get(): void {
		$changing = [];
		$reading  = [];
		foreach ( Routes::of_staff() as [ 'method' => $method, 'path' => $path ] ) {
			if ( in_array( $method, [ 'GET', 'HEAD' ], true ) ) {
				$reading[] = $path;
			} else {
				$changing[] = $path;
			}
		}

		foreach ( array_diff( $changing, $reading ) as $path ) {
			self::assertSame( 404, $this->rest( 'GET', Routes::path( $path, 1, 1 ) )->get_status(), $path );
		}
	}

	/**
	 * @return array{string|null, int} Login and id.
	 */
	private function person( string $person ): array {
		if ( $person === 'nobody' ) {
			return [ null, 0 ];
		}
		$login = $this->user( explode( ' ', $person )[0] );
		$user  = get_user_by( 'login', $login );
		self::assertInstanceOf( WP_User::class, $user );
		if ( str_contains( $person, 'without' ) ) {
			$user->add_cap( self::CAPABILITY, false );
		}
		return [ $login, $user->ID ];
	}

	/**
	 * Everything that a refused request might have changed.
	 *
	 * @return list<mixed>
	 */
	private function written(): array {
		$prefix = Db::wpdb()->prefix;
		return [
			Db::wpdb()->get_results( "SELECT * FROM {$prefix}multisafepay_payment_links ORDER BY id", 'ARRAY_A' ),
			Db::wpdb()->get_var( "SELECT COUNT(*) FROM {$prefix}multisafepay_payment_link_events" ),
			get_option( 'multisafepay_payment_links_settings' ),
			count( $this->emulator->requests() ),
		];
	}
}
