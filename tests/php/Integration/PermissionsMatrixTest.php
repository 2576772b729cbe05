<?php

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
 * Reads the routes from the REST server, so that a route that is added later is tested automatically.
 */
#[CoversNothing]
final class PermissionsMatrixTest extends IntegrationTestCase {

	use LinkSteps;

	private const CAPABILITY = 'multisafepay_manage_payment_links';
	private const MISSING    = 999_999_999;

	/**
	 * @param int  $refused  Status of a refused request.
	 * @param bool $links    Whether the user may call routes of links.
	 * @param bool $settings Whether the user may call routes of settings.
	 */
	#[DataProvider( 'users' )]
	public function test_every_route_checks_permissions(
		string $user_type,
		int $refused,
		bool $links,
		bool $settings,
	): void {
		[ $login, $user_id ] = $this->create_user_of_type( $user_type );
		$own_order   = $this->orders->create();
		$other_order = $this->orders->create();
		$own_order->set_customer_id( $user_id );
		$own_order->save();
		$link_ids = [
			$own_order->get_id()     => Json::number( $this->create_link( $own_order ), 'id' ),
			$other_order->get_id() => Json::number( $this->create_link( $other_order ), 'id' ),
			self::MISSING      => self::MISSING,
		];

		foreach ( Routes::staff_routes() as [ 'method' => $method, 'path' => $template ] ) {
			$is_allowed = str_starts_with( $template, '/settings' ) ? $settings : $links;
			foreach ( $link_ids as $order => $link ) {
				$path     = Routes::path( $template, $order, $link );
				$message  = "$user_type: $method $path";
				$before   = $this->stored_data();
				$response = $this->rest( $method, $path, [], $login );
				$status   = $response->get_status();
				if ( ! $is_allowed ) {
					self::assertSame(
						[ $refused, 'rest_forbidden' ],
						[ $status, $this->json( $response )['code'] ?? '' ],
						$message
					);
					self::assertSame( $before, $this->stored_data(), "$message: nothing changed" );
					continue;
				}
				self::assertNotContains(
					$status,
					[ 401, 403, 500, 501 ],
					$message . ' ' . wp_json_encode( $response->get_data() )
				);
				if ( $order === self::MISSING && $template !== Routes::path( $template, 0, 0 ) ) {
					self::assertSame( 404, $status, $message );
				}
			}
		}
	}

	/**
	 * @return array<string, array{string, int, bool, bool}>
	 */
	public static function users(): array {
		return [
			'visitor'                             => [ 'visitor', 401, false, false ],
			'customer'                            => [ 'customer', 403, false, false ],
			'subscriber'                          => [ 'subscriber', 403, false, false ],
			'author'                              => [ 'author', 403, false, false ],
			'shop manager'                        => [ 'shop_manager', 403, true, true ],
			'administrator'                       => [ 'administrator', 403, true, true ],
			'shop manager without the capability' => [ 'shop_manager without', 403, false, true ],
		];
	}

	public function test_get_requests_never_write_and_send_no_requests_to_the_provider(): void {
		$order         = $this->orders->create();
		$link          = Json::number( $this->create_link( $order ), 'id' );
		$request_count = count( $this->emulator->requests() );
		$writes        = [];
		add_filter(
			'query',
			static function ( string $query ) use ( &$writes ): string {
				// Ignore transients, user meta and sessions, which WordPress and WooCommerce write themselves.
				if (
					preg_match( '/^\s*(INSERT|UPDATE|DELETE|REPLACE)\b/i', $query ) === 1
					&& preg_match( '/_transient_|usermeta|_sessions/', $query ) !== 1
				) {
					$writes[] = $query;
				}
				return $query;
			}
		);

		foreach ( Routes::staff_routes() as [ 'method' => $method, 'path' => $template ] ) {
			if ( $method === 'GET' ) {
				$this->rest( 'GET', Routes::path( $template, $order->get_id(), $link ) );
				self::assertSame( [], $writes, $template );
			}
		}

		self::assertCount( $request_count, $this->emulator->requests() );
	}

	public function test_no_route_that_changes_data_accepts_get(): void {
		$changing = [];
		$reading  = [];
		foreach ( Routes::staff_routes() as [ 'method' => $method, 'path' => $path ] ) {
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
	 * @return array{string|null, int} Login and user ID.
	 */
	private function create_user_of_type( string $user_type ): array {
		if ( $user_type === 'visitor' ) {
			return [ null, 0 ];
		}
		$login = $this->create_user( explode( ' ', $user_type )[0] );
		$user  = get_user_by( 'login', $login );
		self::assertInstanceOf( WP_User::class, $user );
		if ( str_contains( $user_type, 'without' ) ) {
			$user->add_cap( self::CAPABILITY, false );
		}
		return [ $login, $user->ID ];
	}

	/**
	 * Returns everything that a refused request could have changed.
	 *
	 * @return list<mixed>
	 */
	private function stored_data(): array {
		$prefix = Db::wpdb()->prefix;
		return [
			Db::wpdb()->get_results( "SELECT * FROM {$prefix}multisafepay_payment_links ORDER BY id", 'ARRAY_A' ),
			Db::wpdb()->get_var( "SELECT COUNT(*) FROM {$prefix}multisafepay_payment_link_events" ),
			get_option( 'multisafepay_payment_links_settings' ),
			count( $this->emulator->requests() ),
		];
	}
}
