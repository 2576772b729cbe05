<?php
/**
 * Permissions of the panel's routes.
 *
 * @package MultiSafepay\PaymentLinks
 */

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
		[ 'POST', '/links/{link}/duplicate', [ 'idempotency_key' => 'test-permissions-1', 'retire_original' => true ] ],
		[ 'POST', '/orders/{order}/duplicate', [ 'idempotency_key' => 'test-permissions-2' ] ],
		[ 'POST', '/links/{link}/email', [ 'to' => 'robin@example.test', 'message' => '' ] ],
		[ 'POST', '/links/{link}/share', [ 'channel' => 'copy' ] ],
		[ 'POST', '/links/{link}/retire', [] ],
	];

	#[DataProvider( 'people' )]
	public function test_who_may_not_gets_nothing_done( string $person, int $status ): void {
		$order  = $this->orders->make();
		$link   = Json::number( $this->made_link( $order ), 'id' );
		$login  = $this->login( $person );
		$before = [ $this->rows( $order ), $this->history( $link ), $this->number_of_orders() ];
		$asked  = count( $this->emulator->requests() );

		foreach ( self::ROUTES as [ $method, $path, $body ] ) {
			$path     = strtr( $path, [ '{order}' => (string) $order->get_id(), '{link}' => (string) $link ] );
			$response = $this->rest( $method, $path, $body, $login );
			self::assertSame( [ $status, 'rest_forbidden' ], [ $response->get_status(), $this->json( $response )['code'] ?? '' ], "$method $path" );
		}

		self::assertSame( $before, [ $this->rows( $order ), $this->history( $link ), $this->number_of_orders() ] );
		self::assertCount( $asked, $this->emulator->requests() );
	}

	/**
	 * @return iterable<string, array{string, int}>
	 */
	public static function people(): iterable {
		yield 'nobody' => [ 'nobody', 401 ];
		foreach ( [ 'customer', 'editor', 'shop_manager without the capability', 'subscriber with the capability' ] as $person ) {
			yield $person => [ $person, 403 ];
		}
	}

	public function test_strangers_learn_nothing_about_which_links_exist(): void {
		$editor = $this->login( 'editor' );
		foreach ( self::ROUTES as [ $method, $path, $body ] ) {
			$path = strtr( $path, [ '{order}' => '999999999', '{link}' => '999999999' ] );
			self::assertSame( 403, $this->rest( $method, $path, $body, $editor )->get_status(), $path );
			self::assertSame( 404, $this->rest( $method, $path, $body )->get_status(), $path );
		}
	}

	public function test_a_preference_is_the_users_own(): void {
		$other = $this->user( 'shop_manager' );

		self::assertSame( [ 'advanced' => true ], $this->json( $this->rest( 'PUT', '/preferences', [ 'advanced' => true ] ) ) );
		$preferences = new \MultiSafepay\PaymentLinks\Settings\UserPreferences();
		self::assertTrue( $preferences->is_advanced( $this->id_of( 'sam' ) ) );
		self::assertFalse( $preferences->is_advanced( $this->id_of( $other ) ) );

		self::assertSame( [ 'advanced' => false ], $this->json( $this->rest( 'PUT', '/preferences', [ 'advanced' => false ] ) ) );
		self::assertFalse( $preferences->is_advanced( $this->id_of( 'sam' ) ) );
	}

	public function test_a_preference_needs_the_capability_and_a_yes_or_no(): void {
		self::assertSame( 401, $this->rest( 'PUT', '/preferences', [ 'advanced' => true ], null )->get_status() );
		self::assertSame( 403, $this->rest( 'PUT', '/preferences', [ 'advanced' => true ], $this->login( 'editor' ) )->get_status() );
		foreach ( [ [], [ 'advanced' => 'yes' ], [ 'advanced' => 1 ], [ 'advanced' => null ] ] as $body ) {
			$this->assert_invalid( $this->rest( 'PUT', '/preferences', $body ), 'advanced' );
		}
		$this->assert_invalid( $this->rest( 'PUT', '/preferences', [ 'advanced' => true, 'color' => 'red' ] ), 'color' );
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

	private function id_of( string $login ): int {
		$user = get_user_by( 'login', $login );
		self::assertInstanceOf( WP_User::class, $user );

		return $user->ID;
	}
}
