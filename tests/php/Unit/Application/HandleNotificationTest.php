<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Application;

use MultiSafepay\PaymentLinks\Application\ApplyProviderStatus;
use MultiSafepay\PaymentLinks\Application\HandleNotification;
use MultiSafepay\PaymentLinks\Application\Notification;
use MultiSafepay\PaymentLinks\Application\NotificationResult;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\NotificationBody;
use MultiSafepay\PaymentLinks\MultiSafepay\NotificationSignature;
use MultiSafepay\PaymentLinks\MultiSafepay\OrderAnswer;
use MultiSafepay\PaymentLinks\Tests\Double\FixedSites;
use MultiSafepay\PaymentLinks\Tests\Double\FrozenClock;
use MultiSafepay\PaymentLinks\Tests\Double\InMemoryLinks;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use MultiSafepay\PaymentLinks\Tests\Double\ScriptedApi;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass( HandleNotification::class )]
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
		$this->links->change( $link, new LinkChange( LinkStatus::Active, LinkReason::Created, Actor::staff( 2 ), expires_at: $this->clock->now()->modify( '+1 day' ) ) );
	}

	public function test_the_provider_is_believed_not_the_body(): void {
		$this->api->found = self::found( LinkStatus::Declined );

		self::assertSame( NotificationResult::Handled, $this->sent( 'PL-1001-1', '{"order_id":"PL-1001-1","status":"cancelled"}' ) );
		self::assertSame( LinkStatus::Declined, $this->links->find( 1 )?->status );
		self::assertSame( [ 'GET PL-1001-1' ], $this->api->calls );
	}

	public function test_strangers_cannot_tell_which_order_ids_exist(): void {
		foreach ( [ 'PL-1001-1', 'PL-9999-1', null ] as $order_id ) {
			self::assertSame( NotificationResult::Refused, $this->sent( $order_id, '{"order_id":"PL-1001-1"}', 'another-key' ) );
		}
		self::assertSame( [], $this->api->calls );
	}

	public function test_a_site_without_a_key_or_an_unknown_one_refuses_everything(): void {
		foreach ( [ 'live', 'nowhere', '' ] as $site ) {
			self::assertSame( NotificationResult::Refused, $this->sent( 'PL-1001-1', '{"order_id":"PL-1001-1"}', self::KEY, $site ) );
		}
	}

	public function test_an_order_that_is_not_ours_is_left_alone_for_good(): void {
		self::assertSame( NotificationResult::Ignored, $this->sent( 'PL-9999-1', '{"order_id":"PL-9999-1","status":"completed"}' ) );
		self::assertSame( [], $this->api->calls );
	}

	public function test_address_and_body_must_agree(): void {
		self::assertSame( NotificationResult::Malformed, $this->sent( 'PL-1001-1', '{"order_id":"PL-1001-2","status":"completed"}' ) );
		self::assertSame( NotificationResult::Malformed, $this->sent( null, '{"order_id":"PL-1001-1","status":"completed"}' ) );
		self::assertSame( [], $this->api->calls );
	}

	public function test_a_payment_that_the_provider_does_not_know_of_when_asked_shall_be_told_again(): void {
		$results = [];
		foreach ( [ null, self::found( LinkStatus::Active ), self::found( LinkStatus::Completed ) ] as $found ) {
			$this->api->found = $found;
			$results[]        = $this->sent( 'PL-1001-1', '{"order_id":"PL-1001-1","status":"completed","amount":8000,"currency":"EUR"}' );
		}

		self::assertSame( [ NotificationResult::NotNow, NotificationResult::NotNow, NotificationResult::Handled ], $results );
		self::assertSame( LinkStatus::Completed, $this->links->find( 1 )?->status );
	}

	public function test_a_session_in_which_nobody_chose_a_method_changes_no_paid_state(): void {
		$this->api->found = self::found( LinkStatus::Completed );
		$this->sent( 'PL-1001-1', '{"order_id":"PL-1001-1","status":"completed"}' );
		$this->api->found = null;

		self::assertSame( NotificationResult::Handled, $this->sent( 'PL-1001-1', '{"status":"cancelled"}', is_pretransaction: true ) );
		self::assertSame( LinkStatus::Completed, $this->links->find( 1 )?->status );
	}

	public function test_a_state_that_nobody_knows_is_taken_note_of_and_changes_nothing(): void {
		$this->api->found = self::found( null );

		self::assertSame( NotificationResult::Unknown, $this->sent( 'PL-1001-1', '{"order_id":"PL-1001-1","status":"foo"}' ) );
		self::assertSame( LinkStatus::Active, $this->links->find( 1 )?->status );
	}

	private function sent( ?string $order_id, string $body, string $key = self::KEY, string $site = 'main', bool $is_pretransaction = false ): NotificationResult {
		$time   = (string) $this->clock->now()->getTimestamp();
		$handle = new HandleNotification( $this->links, new FixedSites(), new NotificationSignature( $this->clock ), new NotificationBody( new OrderAnswer() ), $this->api, new ApplyProviderStatus( $this->links, $this->clock ) );

		return $handle->handle(
			new Notification( $site, null === $order_id ? null : new OrderId( $order_id ), base64_encode( $time . ':' . hash_hmac( 'sha512', "$time:$body", $key ) ), $body, $is_pretransaction )
		);
	}

	private static function found( ?LinkStatus $status ): ProviderOrder {
		return new ProviderOrder( $status, Make::details()->amount, 'T1', 'IDEAL' );
	}
}
