<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\MultiSafepay\Application\NotificationParser;
use MultiSafepay\PaymentLinks\MultiSafepay\Application\NotificationSignature;
use MultiSafepay\PaymentLinks\MultiSafepay\Application\OrderParser;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;
use MultiSafepay\PaymentLinks\Payments\Application\HandleNotification;
use MultiSafepay\PaymentLinks\Payments\Application\KnownState;
use MultiSafepay\PaymentLinks\Payments\Application\Notification;
use MultiSafepay\PaymentLinks\Payments\Application\NotificationResult;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use MultiSafepay\PaymentLinks\Tests\Double\ScriptedApi;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass( HandleNotification::class )]
#[CoversClass( KnownState::class )]
final class HandleNotificationTest extends TestCase {

	private const KEY = 'a-key-of-the-unit-tests';

	private FrozenClock $clock;

	private InMemoryLinks $links;

	private ScriptedApi $api;

	protected function setUp(): void {
		$this->clock = new FrozenClock();
		$this->links = new InMemoryLinks( $this->clock );
		$this->api   = new ScriptedApi();
		$link        = $this->links->reserve( Make::new_link(), new OrderId( 'PL-1001-1' ), 1 );
		self::assertNotNull( $link );
		$this->links->change(
			$link,
			new LinkChange(
				LinkStatus::Active,
				LinkReason::Created,
				Actor::staff( 2 ),
				expires_at: $this->clock->now()->modify( '+1 day' )
			)
		);
	}

	public function test_the_status_comes_from_the_provider_and_not_from_the_body(): void {
		$this->api->found = self::provider_order( ProviderStatus::Declined );

		self::assertSame(
			NotificationResult::Handled,
			$this->send( 'PL-1001-1', '{"order_id":"PL-1001-1","status":"cancelled"}' )
		);
		self::assertSame( LinkStatus::Declined, $this->links->find( 1 )?->status );
		self::assertSame( [ 'GET PL-1001-1' ], $this->api->calls );
	}

	public function test_an_invalid_signature_does_not_reveal_which_order_ids_exist(): void {
		foreach ( [ 'PL-1001-1', 'PL-9999-1', null ] as $order_id ) {
			self::assertSame(
				NotificationResult::Refused,
				$this->send( $order_id, '{"order_id":"PL-1001-1"}', 'another-key' )
			);
		}
		self::assertSame( [], $this->api->calls );
	}

	public function test_a_site_without_a_key_and_an_unknown_site_refuse_everything(): void {
		foreach ( [ 'live', 'nowhere', '' ] as $site ) {
			self::assertSame(
				NotificationResult::Refused,
				$this->send( 'PL-1001-1', '{"order_id":"PL-1001-1"}', self::KEY, $site )
			);
		}
	}

	public function test_an_unknown_order_is_ignored(): void {
		self::assertSame(
			NotificationResult::Ignored,
			$this->send( 'PL-9999-1', '{"order_id":"PL-9999-1","status":"completed"}' )
		);
		self::assertSame( [], $this->api->calls );
	}

	public function test_url_and_body_must_name_the_same_order(): void {
		self::assertSame(
			NotificationResult::Malformed,
			$this->send( 'PL-1001-1', '{"order_id":"PL-1001-2","status":"completed"}' )
		);
		self::assertSame(
			NotificationResult::Malformed,
			$this->send( null, '{"order_id":"PL-1001-1","status":"completed"}' )
		);
		self::assertSame( [], $this->api->calls );
	}

	public function test_a_payment_not_yet_visible_at_the_provider_is_requested_again(): void {
		$results = [];
		foreach ( [
			null,
			self::provider_order( ProviderStatus::Open ),
			self::provider_order( ProviderStatus::Completed ),
		] as $found ) {
			$this->api->found = $found;
			$results[]        = $this->send(
				'PL-1001-1',
				'{"order_id":"PL-1001-1","status":"completed","amount":8000,"currency":"EUR"}'
			);
		}

		self::assertSame(
			[ NotificationResult::NotNow, NotificationResult::NotNow, NotificationResult::Handled ],
			$results
		);
		self::assertSame( LinkStatus::Completed, $this->links->find( 1 )?->status );
	}

	public function test_a_pretransaction_notification_does_not_change_a_paid_link(): void {
		$this->api->found = self::provider_order( ProviderStatus::Completed );
		$this->send( 'PL-1001-1', '{"order_id":"PL-1001-1","status":"completed"}' );
		$this->api->found = null;

		self::assertSame(
			NotificationResult::Handled,
			$this->send( 'PL-1001-1', '{"status":"cancelled"}', is_pretransaction: true )
		);
		self::assertSame( LinkStatus::Completed, $this->links->find( 1 )?->status );
	}

	public function test_an_unknown_status_changes_nothing(): void {
		$this->api->found = self::provider_order( null );

		self::assertSame(
			NotificationResult::Unknown,
			$this->send( 'PL-1001-1', '{"order_id":"PL-1001-1","status":"foo"}' )
		);
		self::assertSame( LinkStatus::Active, $this->links->find( 1 )?->status );
	}

	public function test_a_repetition_is_acknowledged_without_a_request(): void {
		$this->pay();

		self::assertSame( NotificationResult::Handled, $this->send( 'PL-1001-1', self::body() ) );
		self::assertSame( [], $this->api->calls );
	}

	/**
	 * @param array<string, mixed> $change
	 */
	#[DataProvider( 'news' )]
	public function test_everything_else_is_verified( array $change ): void {
		$this->pay();

		$this->send( 'PL-1001-1', self::body( $change ) );

		self::assertSame( [ 'GET PL-1001-1' ], $this->api->calls );
	}

	/**
	 * @return array<string, array{array<string, mixed>}>
	 */
	public static function news(): array {
		return [
			'another status'          => [ [ 'status' => 'chargeback' ] ],
			'an unknown status'       => [ [ 'status' => 'foo' ] ],
			'no status'               => [ [ 'status' => null ] ],
			'another transaction'     => [ [ 'transaction_id' => 'T2' ] ],
			'no transaction'          => [ [ 'transaction_id' => null ] ],
			'another amount'          => [ [ 'amount' => 8001 ] ],
			'no amount'               => [ [ 'amount' => null ] ],
			'another currency'        => [ [ 'currency' => 'USD' ] ],
			'a refund'                => [ [ 'amount_refunded' => 100 ] ],
			'no refunded amount'      => [ [ 'amount_refunded' => null ] ],
			'a refund of another type' => [ [ 'amount_refunded' => 0.5 ] ],
		];
	}

	public function test_a_pretransaction_is_verified(): void {
		$this->pay();

		$this->send( 'PL-1001-1', self::body(), is_pretransaction: true );

		self::assertSame( [ 'GET PL-1001-1' ], $this->api->calls );
	}

	public function test_a_repetition_for_an_order_that_is_not_synchronised_is_verified(): void {
		$this->pay();
		$paid = $this->links->find( 1 );
		self::assertNotNull( $paid );
		$this->links->raise_alert( $paid, PaymentAlert::SecondPayment );

		$this->send( 'PL-1001-1', self::body() );

		self::assertSame( [ 'GET PL-1001-1' ], $this->api->calls );
	}

	public function test_a_repetition_for_a_link_that_has_expired_is_verified(): void {
		$this->api->found = self::provider_order( ProviderStatus::Declined );
		$this->send( 'PL-1001-1', self::body( [ 'status' => 'declined' ] ) );
		$this->send( 'PL-1001-1', self::body( [ 'status' => 'declined' ] ) );
		self::assertSame( [ 'GET PL-1001-1' ], $this->api->calls );
		$this->clock->advance( 90_000.0 );
		$this->api->found = null;

		$this->send( 'PL-1001-1', self::body( [ 'status' => 'declined' ] ) );

		self::assertSame( [ 'GET PL-1001-1', 'GET PL-1001-1' ], $this->api->calls );
		self::assertSame( LinkStatus::Expired, $this->links->find( 1 )?->status );
	}

	private function pay(): void {
		$this->api->found = self::provider_order( ProviderStatus::Completed );
		$this->send( 'PL-1001-1', self::body() );
		self::assertSame( LinkStatus::Completed, $this->links->find( 1 )?->status );
		$this->api->calls = [];
	}

	/**
	 * @param array<string, mixed> $change
	 */
	private static function body( array $change = [] ): string {
		return (string) json_encode( [
			...[
				'order_id'        => 'PL-1001-1',
				'status'          => 'completed',
				'amount'          => 8000,
				'currency'        => 'EUR',
				'amount_refunded' => 0,
				'transaction_id'  => 'T1',
			],
			...$change,
		] );
	}

	private function send(
		?string $order_id,
		string $body,
		string $key = self::KEY,
		string $site = 'main',
		bool $is_pretransaction = false,
	): NotificationResult {
		$time   = (string) $this->clock->now()->getTimestamp();
		$sites  = new FixedSites();
		$handle = new HandleNotification(
			$this->links,
			$sites,
			new LinkSites( $sites ),
			new NotificationSignature( $this->clock ),
			new NotificationParser( new OrderParser() ),
			$this->api,
			Make::provider_status_handler( $this->links, $this->clock ),
			new KnownState( $this->clock )
		);

		return $handle->handle(
			new Notification(
				$site,
				null === $order_id ? null : new OrderId( $order_id ),
				base64_encode( $time . ':' . hash_hmac( 'sha512', "$time:$body", $key ) ),
				$body,
				$is_pretransaction
			)
		);
	}

	private static function provider_order( ?ProviderStatus $status ): ProviderOrder {
		return new ProviderOrder( $status, Make::details()->amount, 'T1', 'IDEAL' );
	}
}
