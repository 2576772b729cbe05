<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\OrderGoods;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WP_User;

#[CoversNothing]
#[Group( 'storage' )]
final class PanelPermissionsTest extends IntegrationTestCase {

	use LinkSteps;
	use OrderGoods;

	private const CAPABILITY = 'multisafepay_manage_payment_links';

	private const ROUTES = [
		[ 'GET', '/links/{link}/draft', [] ],
		[ 'GET', '/links/{link}/draft', [ 'gateways' => 'main' ] ],
		[ 'GET', '/orders/{order}/draft', [ 'gateways' => 'main' ] ],
		[ 'POST', '/links/{link}/duplicate', [ 'idempotency_key' => 'test-permissions-1', 'cancel_original' => true ] ],
		[ 'POST', '/orders/{order}/duplicate', [ 'idempotency_key' => 'test-permissions-2' ] ],
		[ 'POST', '/links/{link}/email', [ 'to' => 'robin@example.test', 'message' => '' ] ],
		[ 'POST', '/links/{link}/share', [ 'channel' => 'copy' ] ],
		[ 'POST', '/links/{link}/cancel', [] ],
	];

	#[DataProvider( 'users' )]
	public function test_without_permission_requests_are_refused_and_change_nothing(
		string $user_type,
		int $status,
	): void {
		$order         = $this->orders->create();
		$link          = Json::number( $this->create_link( $order ), 'id' );
		$login         = $this->login_of( $user_type );
		$before        = [ $this->rows( $order ), $this->history( $link ), $this->count_orders() ];
		$request_count = count( $this->emulator->requests() );

		foreach ( self::ROUTES as [ $method, $path, $body ] ) {
			$path     = strtr( $path, [ '{order}' => (string) $order->get_id(), '{link}' => (string) $link ] );
			$response = $this->rest( $method, $path, $body, $login );
			self::assertSame(
				[ $status, 'rest_forbidden' ],
				[ $response->get_status(), $this->json( $response )['code'] ?? '' ],
				"$method $path"
			);
		}

		self::assertSame( $before, [ $this->rows( $order ), $this->history( $link ), $this->count_orders() ] );
		self::assertCount( $request_count, $this->emulator->requests() );
	}

	/**
	 * @return iterable<string, array{string, int}>
	 */
	public static function users(): iterable {
		yield 'visitor' => [ 'visitor', 401 ];
		foreach ( [
			'customer',
			'editor',
			'shop_manager without the capability',
			'subscriber with the capability',
		] as $user_type ) {
			yield $user_type => [ $user_type, 403 ];
		}
	}

	public function test_without_permission_responses_do_not_reveal_whether_a_link_exists(): void {
		$editor = $this->login_of( 'editor' );
		foreach ( self::ROUTES as [ $method, $path, $body ] ) {
			$path = strtr( $path, [ '{order}' => '999999999', '{link}' => '999999999' ] );
			self::assertSame( 403, $this->rest( $method, $path, $body, $editor )->get_status(), $path );
			self::assertSame( 404, $this->rest( $method, $path, $body )->get_status(), $path );
		}
	}

	public function test_a_preference_belongs_to_one_user(): void {
		$other_user = $this->create_user( 'shop_manager' );

		self::assertSame(
			[ 'advanced' => true ],
			$this->json( $this->rest( 'PUT', '/preferences', [ 'advanced' => true ] ) )
		);
		$preferences = new \MultiSafepay\PaymentLinks\Shared\WordPress\UserPreferences();
		self::assertTrue( $preferences->is_advanced( $this->user_id( 'sam' ) ) );
		self::assertFalse( $preferences->is_advanced( $this->user_id( $other_user ) ) );

		self::assertSame(
			[ 'advanced' => false ],
			$this->json( $this->rest( 'PUT', '/preferences', [ 'advanced' => false ] ) )
		);
		self::assertFalse( $preferences->is_advanced( $this->user_id( 'sam' ) ) );
	}

	public function test_a_preference_needs_the_capability_and_a_boolean(): void {
		self::assertSame( 401, $this->rest( 'PUT', '/preferences', [ 'advanced' => true ], null )->get_status() );
		self::assertSame(
			403,
			$this->rest( 'PUT', '/preferences', [ 'advanced' => true ], $this->login_of( 'editor' ) )->get_status()
		);
		foreach ( [ [], [ 'advanced' => 'yes' ], [ 'advanced' => 1 ], [ 'advanced' => null ] ] as $body ) {
			$this->assert_invalid( $this->rest( 'PUT', '/preferences', $body ), 'advanced' );
		}
		$this->assert_invalid(
			$this->rest( 'PUT', '/preferences', [ 'advanced' => true, 'color' => 'red' ] ),
			'color'
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

	private function user_id( string $login ): int {
		$user = get_user_by( 'login', $login );
		self::assertInstanceOf( WP_User::class, $user );

		return $user->ID;
	}
}
