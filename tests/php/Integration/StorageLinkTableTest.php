<?php
/**
 * The table of links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Storage\Database;
use MultiSafepay\PaymentLinks\Storage\DetailsJson;
use MultiSafepay\PaymentLinks\Storage\EventLog;
use MultiSafepay\PaymentLinks\Storage\LinkRow;
use MultiSafepay\PaymentLinks\Storage\LinkTable;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\Tests\Double\Make;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\WooCommerce\SystemClock;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class StorageLinkTableTest extends IntegrationTestCase {

	use LinkSteps;

	private LinkTable $table;

	private EventLog $events;

	protected function setUp(): void {
		parent::setUp();
		$database     = new Database( Db::wpdb() );
		$schema       = new Schema( Db::wpdb() );
		$this->events = new EventLog( $database, $schema );
		$this->table  = new LinkTable( $database, $schema, $this->events, new LinkRow( new DetailsJson() ), new SystemClock() );
	}

	public function test_what_is_reserved_is_found_again(): void {
		$link = $this->reserved( 'key-one-0001', 'A-1' );

		self::assertEquals( $link, $this->table->find( $link->id ) );
		self::assertEquals( $link, $this->table->find_by_key( 'key-one-0001' ) );
		self::assertEquals( [ $link ], $this->table->of_order( 1001 ) );
		self::assertSame( [ LinkStatus::Creating, 8000, 'eva@example.com' ], [ $link->status, $link->details->amount->amount, $link->details->customer->email ] );
	}

	public function test_an_idempotency_key_is_held_by_one_row(): void {
		$this->reserved( 'key-one-0001', 'A-1' );

		self::assertNull( $this->table->reserve( Make::new_link( 'key-one-0001' ), new OrderId( 'A-2' ), 2 ) );
		self::assertNotNull( $this->table->reserve( Make::new_link( 'KEY-one-0001' ), new OrderId( 'A-2' ), 2 ), 'Keys differ by case.' );
	}

	public function test_an_order_id_is_given_once_a_site(): void {
		$this->reserved( 'key-one-0001', 'A-1' );

		self::assertNull( $this->table->reserve( Make::new_link( 'key-two-0002' ), new OrderId( 'A-1' ), 2 ) );
		self::assertNotNull( $this->table->reserve( Make::new_link( 'key-two-0002' ), new OrderId( 'a-1' ), 2 ), 'Order IDs differ by case.' );
	}

	public function test_of_two_changes_to_the_same_row_one_wins(): void {
		$link   = $this->reserved( 'key-one-0001', 'A-1' );
		$active = new LinkChange( LinkStatus::Active, LinkReason::Created, Actor::staff( 2 ), payment_url: 'https://pay.example/1' );
		$lost   = new LinkChange( LinkStatus::Unconfirmed, LinkReason::NoAnswer, Actor::system() );

		self::assertSame( LinkStatus::Active, $this->table->change( $link, $active )?->status );
		self::assertNull( $this->table->change( $link, $lost ), 'The row has moved on.' );
		self::assertNull( $this->table->change( $link, $active ) );
		self::assertSame( LinkStatus::Active, $this->table->find( $link->id )?->status );
		self::assertSame( [ 'staff >creating reserved', 'staff creating>active created' ], $this->history( $link->id ) );
	}

	public function test_a_change_that_the_states_forbid_writes_nothing(): void {
		$link = $this->reserved( 'key-one-0001', 'A-1' );

		self::assertNull( $this->table->change( $link, new LinkChange( LinkStatus::Refunded, LinkReason::ProviderStatus, Actor::provider() ) ) );
		self::assertCount( 1, $this->history( $link->id ) );
	}

	public function test_a_failure_frees_the_idempotency_key_but_never_the_order_id(): void {
		$link = $this->reserved( 'key-one-0001', 'A-1' );
		$this->table->change( $link, new LinkChange( LinkStatus::Failed, LinkReason::Refused, Actor::staff( 2 ), 1019 ) );

		self::assertNull( $this->table->find_by_key( 'key-one-0001' ) );
		self::assertNull( $this->table->reserve( Make::new_link( 'key-one-0001' ), new OrderId( 'A-1' ), 2 ) );
		self::assertNotNull( $this->table->reserve( Make::new_link( 'key-one-0001' ), new OrderId( 'A-2' ), 2 ) );
		self::assertSame( 1019, $this->table->find( $link->id )?->error_code );
	}

	public function test_renumbering_stops_at_a_taken_order_id_and_at_a_row_that_moved(): void {
		$link = $this->reserved( 'key-one-0001', 'A-1' );
		$this->reserved( 'key-two-0002', 'A-2' );

		self::assertNull( $this->table->renumber( $link, new OrderId( 'A-2' ), 2 ) );
		self::assertSame( 'A-3', $this->table->renumber( $link, new OrderId( 'A-3' ), 3 )?->order_id->value );
		self::assertNull( $this->table->renumber( $link, new OrderId( 'A-4' ), 4 ), 'Read before the first renumbering.' );
		self::assertSame( 4, $this->table->next_number( 1001 ) );
	}

	public function test_events_are_only_ever_added(): void {
		$link = $this->reserved( 'key-one-0001', 'A-1' );
		$this->table->note( $link, LinkReason::AmountMismatch, Actor::provider() );
		$this->table->change( $link, new LinkChange( LinkStatus::Failed, LinkReason::NotSent, Actor::staff( 2 ) ) );

		self::assertSame( [ 'not_sent', 'amount_mismatch', 'reserved' ], array_map( static fn ( $event ): string => $event->reason->value, $this->events->of_link( $link->id ) ) );
		self::assertSame( [], $this->events->of_link( $link->id + 1 ) );
	}

	public function test_text_of_every_script_survives(): void {
		$order = $this->orders->make( billing: [ 'first_name' => '李', 'last_name' => "O'Neil \\ \"x\" 😀 %s" ] );
		$link  = $this->table->find( \MultiSafepay\PaymentLinks\Tests\Integration\Support\Json::number( $this->made_link( $order, [ 'description' => 'Ünïcode 😀 100% \\ \'x\'', 'customer' => [ 'first_name' => '李', 'last_name' => "O'Neil" ] ] ), 'id' ) );

		self::assertNotNull( $link );
		self::assertSame( [ 'Ünïcode 😀 100% \\ \'x\'', '李', "O'Neil" ], [ $link->details->description, $link->details->customer->first_name, $link->details->customer->last_name ] );
	}

	private function reserved( string $key, string $order_id ): PaymentLink {
		$link = $this->table->reserve( Make::new_link( $key ), new OrderId( $order_id ), $this->table->next_number( 1001 ) );
		self::assertNotNull( $link );
		return $link;
	}
}
