<?php
/**
 * Who may do what.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WP_User;

#[CoversNothing]
#[Group( 'storage' )]
final class PermissionsRouteTest extends IntegrationTestCase {

	use LinkSteps;

	private const CAPABILITY = 'multisafepay_manage_payment_links';

	private const ROUTES = [
		'draft'   => [ 'GET', '/orders/{order}/draft', 200 ],
		'list'    => [ 'GET', '/orders/{order}/links', 200 ],
		'create'  => [ 'POST', '/orders/{order}/links', 201 ],
		'link'    => [ 'GET', '/links/{link}', 200 ],
		'refresh' => [ 'POST', '/links/{link}/refresh', 200 ],
	];

	#[DataProvider( 'matrix' )]
	public function test_a_route_asks_who_is_there( string $route, string $person, int $status ): void {
		[ $method, $path, $success ] = self::ROUTES[ $route ];
		$order  = $this->orders->make();
		$link   = Json::number( $this->made_link( $order ), 'id' );
		$before = $this->rows( $order );
		$asked  = count( $this->emulator->requests() );
		$own    = $this->send( $method, $path, $order->get_id(), $link, $this->login( $person ) );
		$none   = $this->send( $method, $path, 999_999_999, 999_999_999, $this->login( $person ) );

		self::assertSame( $status === 200 ? $success : $status, $own->get_status() );
		self::assertSame( $status === 200 ? 404 : $status, $none->get_status(), 'Strangers learn nothing about which orders exist.' );
		if ( $status !== 200 ) {
			self::assertSame( 'rest_forbidden', $this->json( $own )['code'] );
			self::assertSame( [ 'code', 'data', 'message' ], $this->sorted_keys( $this->json( $own ) ) );
			self::assertSame( $before, $this->rows( $order ) );
			self::assertCount( $asked, $this->emulator->requests() );
		}
	}

	/**
	 * @return iterable<string, array{string, string, int}> 200 stands for success.
	 */
	public static function matrix(): iterable {
		$people = [
			'nobody'                                => 401,
			'customer'                              => 403,
			'subscriber'                            => 403,
			'author'                                => 403,
			'editor'                                => 403,
			'shop_manager without the capability'   => 403,
			'subscriber with the capability'        => 403,
			'shop_manager'                          => 200,
			'administrator'                         => 200,
		];
		foreach ( array_keys( self::ROUTES ) as $route ) {
			foreach ( $people as $person => $status ) {
				// Without the right to edit orders an order that is not there is simply not there.
				if ( $person !== 'subscriber with the capability' ) {
					yield "$route, $person" => [ $route, $person, $status ];
				}
			}
		}
	}

	#[DataProvider( 'routes' )]
	public function test_the_capability_alone_opens_no_order( string $route ): void {
		[ $method, $path ] = self::ROUTES[ $route ];
		$order    = $this->orders->make();
		$link     = Json::number( $this->made_link( $order ), 'id' );
		$response = $this->send( $method, $path, $order->get_id(), $link, $this->login( 'subscriber with the capability' ) );

		$this->assert_error( 403, 'rest_forbidden', $response );
		self::assertCount( 1, $this->rows( $order ) );
	}

	/**
	 * @return iterable<string, array{string}>
	 */
	public static function routes(): iterable {
		foreach ( array_keys( self::ROUTES ) as $route ) {
			yield $route => [ $route ];
		}
	}

	public function test_nobody_is_asked_to_log_in_before_the_body_is_read(): void {
		$order = $this->orders->make();

		self::assertSame( 401, $this->rest( 'POST', "/orders/{$order->get_id()}/links", [ 'idempotency_key' => $this->fresh_key(), 'amount' => 100 ], null )->get_status() );
	}

	public function test_setting_up_grants_the_capability_to_managers_only(): void {
		$granted = [];
		foreach ( wp_roles()->role_objects as $name => $role ) {
			if ( $role->has_cap( self::CAPABILITY ) ) {
				$granted[] = $name;
			}
		}
		sort( $granted );

		self::assertSame( [ 'administrator', 'shop_manager' ], $granted );
	}

	private function send( string $method, string $path, int $order, int $link, ?string $user ): \WP_REST_Response {
		$body = $method === 'POST' && str_ends_with( $path, '/links' ) ? [ 'idempotency_key' => $this->fresh_key() ] : [];
		return $this->rest( $method, strtr( $path, [ '{order}' => (string) $order, '{link}' => (string) $link ] ), $body, $user );
	}

	private function login( string $person ): ?string {
		if ( $person === 'nobody' ) {
			return null;
		}
		$login = $this->user( explode( ' ', $person )[0] );
		$user  = get_user_by( 'login', $login );
		self::assertInstanceOf( WP_User::class, $user );
		if ( str_contains( $person, 'capability' ) ) {
			$user->add_cap( self::CAPABILITY, ! str_contains( $person, 'without' ) );
		}
		return $login;
	}

	/**
	 * @param array<mixed> $value An object.
	 *
	 * @return list<int|string>
	 */
	private function sorted_keys( array $value ): array {
		$keys = array_keys( $value );
		sort( $keys );
		return $keys;
	}
}
