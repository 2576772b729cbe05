<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Links\Storage\EventLogTable;
use MultiSafepay\PaymentLinks\Links\Storage\LinkTable;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class StorageLinkTableTest extends IntegrationTestCase {

	use LinkSteps;

	private LinkTable $table;

	private EventLogTable $events;

	protected function setUp(): void {
		parent::setUp();
		$container    = Plugin::container();
		$this->events = $container->get( EventLogTable::class );
		$this->table  = $container->get( LinkTable::class );
	}

	public function test_a_reserved_link_can_be_found(): void {
		$link = $this->reserve_link( 'key-one-0001', 'A-1' );

		self::assertEquals( $link, $this->table->find( $link->id ) );
		self::assertEquals( $link, $this->table->find_by_key( 'key-one-0001' ) );
		self::assertEquals( [ $link ], $this->table->of_order( 1001 ) );
		self::assertSame(
			[ LinkStatus::Creating, 8000, 'eva@example.com' ],
			[ $link->status, $link->details->amount->amount, $link->details->customer->email ]
		);
	}

	public function test_links_of_one_site_of_a_network_are_not_returned_for_another(): void {
		$link = $this->reserve_link( 'key-one-0001', 'A-1' );
		self::assertEquals( [ $link ], $this->table->of_order( 1001 ) );

		$prefix = Db::wpdb()->prefix;
		$shown  = Db::wpdb()->suppress_errors();
		try {
			// As after switch_to_blog(), to a site without tables.
			Db::wpdb()->prefix = $prefix . '2_';
			$this->table->of_order( 1001 );
			self::fail( 'The links of another site were returned.' );
		} catch ( StorageFailed ) {
			self::assertNotSame( '', Db::wpdb()->last_error );
		} finally {
			Db::wpdb()->prefix = $prefix;
			Db::wpdb()->suppress_errors( $shown );
		}
	}

	public function test_an_idempotency_key_is_unique(): void {
		$this->reserve_link( 'key-one-0001', 'A-1' );

		self::assertNull( $this->table->reserve( Make::new_link( 'key-one-0001' ), new OrderId( 'A-2' ), 2 ) );
		self::assertNotNull(
			$this->table->reserve( Make::new_link( 'KEY-one-0001' ), new OrderId( 'A-2' ), 2 ),
			'Keys differ by case.'
		);
	}

	public function test_an_order_id_is_unique_per_site(): void {
		$this->reserve_link( 'key-one-0001', 'A-1' );

		self::assertNull( $this->table->reserve( Make::new_link( 'key-two-0002' ), new OrderId( 'A-1' ), 2 ) );
		self::assertNotNull(
			$this->table->reserve( Make::new_link( 'key-two-0002' ), new OrderId( 'a-1' ), 2 ),
			'Order IDs differ by case.'
		);
	}

	public function test_one_of_two_changes_to_the_same_row_succeeds(): void {
		$link        = $this->reserve_link( 'key-one-0001', 'A-1' );
		$active      = new LinkChange(
			LinkStatus::Active,
			LinkReason::Created,
			Actor::staff( 2 ),
			payment_url: 'https://pay.example/1'
		);
		$unconfirmed = new LinkChange( LinkStatus::Unconfirmed, LinkReason::NoAnswer, Actor::system() );

		self::assertSame( LinkStatus::Active, $this->table->change( $link, $active )?->status );
		self::assertNull( $this->table->change( $link, $unconfirmed ), 'The status has changed since.' );
		self::assertNull( $this->table->change( $link, $active ) );
		self::assertSame( LinkStatus::Active, $this->table->find( $link->id )?->status );
		self::assertSame(
			[ 'staff >creating reserved', 'staff creating>active created' ],
			$this->history( $link->id )
		);
	}

	public function test_a_forbidden_status_change_writes_nothing(): void {
		$link = $this->reserve_link( 'key-one-0001', 'A-1' );

		self::assertNull( $this->table->change(
			$link,
			new LinkChange( LinkStatus::Refunded, LinkReason::ProviderStatus, Actor::provider() )
		) );
		self::assertCount( 1, $this->history( $link->id ) );
	}

	public function test_a_failure_releases_the_idempotency_key_and_not_the_order_id(): void {
		$link = $this->reserve_link( 'key-one-0001', 'A-1' );
		$this->table->change(
			$link,
			new LinkChange( LinkStatus::Failed, LinkReason::Refused, Actor::staff( 2 ), 1019 )
		);

		self::assertNull( $this->table->find_by_key( 'key-one-0001' ) );
		self::assertNull( $this->table->reserve( Make::new_link( 'key-one-0001' ), new OrderId( 'A-1' ), 2 ) );
		self::assertNotNull( $this->table->reserve( Make::new_link( 'key-one-0001' ), new OrderId( 'A-2' ), 2 ) );
		self::assertSame( 1019, $this->table->find( $link->id )?->error_code );
	}

	public function test_renumbering_fails_for_a_used_order_id_and_for_a_changed_row(): void {
		$link = $this->reserve_link( 'key-one-0001', 'A-1' );
		$this->reserve_link( 'key-two-0002', 'A-2' );

		self::assertNull( $this->table->renumber( $link, new OrderId( 'A-2' ), 2 ) );
		self::assertSame( 'A-3', $this->table->renumber( $link, new OrderId( 'A-3' ), 3 )?->order_id->value );
		self::assertNull(
			$this->table->renumber( $link, new OrderId( 'A-4' ), 4 ),
			'The link was read before the first renumbering.'
		);
		self::assertSame( 4, $this->table->next_number( 1001 ) );
	}

	public function test_events_are_only_added(): void {
		$link = $this->reserve_link( 'key-one-0001', 'A-1' );
		$this->table->note( $link, LinkReason::AlertRaised, Actor::provider() );
		$this->table->change( $link, new LinkChange( LinkStatus::Failed, LinkReason::NotSent, Actor::staff( 2 ) ) );

		self::assertSame(
			[ 'not_sent', 'alert_raised', 'reserved' ],
			array_map( static fn ( $event ): string => $event->reason->value, $this->events->of_link( $link->id ) )
		);
		self::assertSame( [], $this->events->of_link( $link->id + 1 ) );
	}

	public function test_text_in_any_script_is_stored_unchanged(): void {
		$order = $this->orders->create( billing: [ 'first_name' => '李', 'last_name' => "O'Neil \\ \"x\" 😀 %s" ] );
		$link  = $this->table->find(
			Support\Json::number(
				$this->create_link(
					$order,
					[
						'description' => 'Ünïcode 😀 100% \\ \'x\'',
						'customer' => [ 'first_name' => '李', 'last_name' => "O'Neil" ],
					]
				),
				'id'
			)
		);

		self::assertNotNull( $link );
		self::assertSame(
			[ 'Ünïcode 😀 100% \\ \'x\'', '李', "O'Neil" ],
			[ $link->details->description, $link->details->customer->first_name, $link->details->customer->last_name ]
		);
	}

	private function reserve_link( string $key, string $order_id ): PaymentLink {
		$link = $this->table->reserve(
			Make::new_link( $key ),
			new OrderId( $order_id ),
			$this->table->next_number( 1001 )
		);
		self::assertNotNull( $link );
		return $link;
	}
}
