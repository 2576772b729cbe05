<?php

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
	public function test_a_route_checks_permissions( string $route, string $user_type, int $status ): void {
		[ $method, $path, $success ] = self::ROUTES[ $route ];
		$order            = $this->orders->create();
		$link             = Json::number( $this->create_link( $order ), 'id' );
		$before           = $this->rows( $order );
		$request_count    = count( $this->emulator->requests() );
		$response         = $this->send( $method, $path, $order->get_id(), $link, $this->login_of( $user_type ) );
		$missing_response = $this->send( $method, $path, 999_999_999, 999_999_999, $this->login_of( $user_type ) );

		self::assertSame( $status === 200 ? $success : $status, $response->get_status() );
		self::assertSame(
			$status === 200 ? 404 : $status,
			$missing_response->get_status(),
			'The response does not reveal whether an order exists.'
		);
		if ( $status !== 200 ) {
			self::assertSame( 'rest_forbidden', $this->json( $response )['code'] );
			self::assertSame( [ 'code', 'data', 'message' ], $this->sorted_keys( $this->json( $response ) ) );
			self::assertSame( $before, $this->rows( $order ) );
			self::assertCount( $request_count, $this->emulator->requests() );
		}
	}

	/**
	 * @return iterable<string, array{string, string, int}> Route, user and expected status; 200 means success.
	 */
	public static function matrix(): iterable {
		$users = [
			'visitor'                             => 401,
			'customer'                            => 403,
			'subscriber'                          => 403,
			'author'                              => 403,
			'editor'                              => 403,
			'shop_manager without the capability' => 403,
			'subscriber with the capability'      => 403,
			'shop_manager'                        => 200,
			'administrator'                       => 200,
		];
		foreach ( array_keys( self::ROUTES ) as $route ) {
			foreach ( $users as $user_type => $status ) {
				// This user is tested separately: without order capabilities, the responses for existing and missing
				// orders differ.
				if ( $user_type !== 'subscriber with the capability' ) {
					yield "$route, $user_type" => [ $route, $user_type, $status ];
				}
			}
		}
	}

	#[DataProvider( 'routes' )]
	public function test_the_link_capability_alone_gives_no_access_to_orders( string $route ): void {
		[ $method, $path ] = self::ROUTES[ $route ];
		$order    = $this->orders->create();
		$link     = Json::number( $this->create_link( $order ), 'id' );
		$response = $this->send(
			$method,
			$path,
			$order->get_id(),
			$link,
			$this->login_of( 'subscriber with the capability' )
		);

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

	public function test_a_visitor_gets_status_401(): void {
		$order = $this->orders->create();

		self::assertSame(
			401,
			$this->rest(
				'POST',
				"/orders/{$order->get_id()}/links",
				[ 'idempotency_key' => $this->new_key(), 'amount' => 100 ],
				null
			)->get_status()
		);
	}

	public function test_activation_grants_the_capability_only_to_administrators_and_shop_managers(): void {
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
		$body = $method === 'POST' && str_ends_with( $path, '/links' )
			? [ 'idempotency_key' => $this->new_key() ]
			: [];
		return $this->rest(
			$method,
			strtr( $path, [ '{order}' => (string) $order, '{link}' => (string) $link ] ),
			$body,
			$user
		);
	}

	private function login_of( string $user_type ): ?string {
		if ( $user_type === 'visitor' ) {
			return null;
		}
		$login = $this->create_user( explode( ' ', $user_type )[0] );
		$user  = get_user_by( 'login', $login );
		self::assertInstanceOf( WP_User::class, $user );
		if ( str_contains( $user_type, 'capability' ) ) {
			$user->add_cap( self::CAPABILITY, ! str_contains( $user_type, 'without' ) );
		}
		return $login;
	}

	/**
	 * @param array<mixed> $value
	 *
	 * @return list<int|string>
	 */
	private function sorted_keys( array $value ): array {
		$keys = array_keys( $value );
		sort( $keys );
		return $keys;
	}
}
