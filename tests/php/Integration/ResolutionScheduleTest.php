<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Links\LinksModule;
use MultiSafepay\PaymentLinks\Links\WooCommerce\ActionSchedulerLinkScheduler;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;

#[CoversClass( ActionSchedulerLinkScheduler::class )]
#[Group( 'needs-real-woocommerce' )]
final class ResolutionScheduleTest extends IntegrationTestCase {

	use LinkSteps;

	protected function setUp(): void {
		parent::setUp();
		// Tests over HTTP leave actions behind, and a recreated table starts again with link ID 1.
		as_unschedule_all_actions( LinksModule::RESOLVE_UNCONFIRMED );
	}

	public function test_two_unconfirmed_links_have_one_action_each(): void {
		$ids = [ $this->create_unconfirmed_link(), $this->create_unconfirmed_link() ];

		foreach ( $ids as $id ) {
			self::assertSame( 1, $this->count_pending( $id ) );
		}
	}

	public function test_a_failed_action_schedules_a_later_one(): void {
		$id = $this->create_unconfirmed_link();

		// Run the action through the queue, so that it counts as running.
		$this->run_pending( $id );

		self::assertSame( 1, $this->count_pending( $id ) );
		self::assertSame( 'unconfirmed', $this->json( $this->rest( 'GET', "/links/{$id}" ) )['status'] );
	}

	public function test_refreshing_twice_schedules_one_action(): void {
		$id = $this->create_unconfirmed_link();

		$this->rest( 'POST', "/links/{$id}/refresh" );
		$this->rest( 'POST', "/links/{$id}/refresh" );

		self::assertSame( 1, $this->count_pending( $id ) );
	}

	public function test_a_second_check_that_runs_early_is_followed_by_a_later_one(): void {
		$id = $this->create_unconfirmed_link( 'reset_before' );
		$this->emulator->control( 'DELETE', 'faults' );
		// MultiSafepay does not know the order ID yet. The second check waits behind the retry that was scheduled.
		$this->rest( 'POST', "/links/{$id}/refresh" );
		self::assertSame( 'failed', $this->json( $this->rest( 'GET', "/links/{$id}" ) )['status'] );

		$this->run_pending( $id );

		$next = as_next_scheduled_action( LinksModule::RESOLVE_UNCONFIRMED, [ $id ], Scheduler::GROUP );
		self::assertIsInt( $next );
		self::assertGreaterThan( time() + 240, $next );
	}

	/**
	 * Creates an unconfirmed link: neither creating nor cancelling it got a response.
	 */
	private function create_unconfirmed_link( string $fault = 'reset_after' ): int {
		$this->emulator->fault( $fault );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 0 );
		$response = $this->assert_error(
			502,
			'multisafepay_unavailable',
			$this->post_link( $this->orders->create(), [ 'idempotency_key' => $this->new_key() ] )
		);

		return Json::number( $response, 'data', 'link_id' );
	}

	/**
	 * Returns the number of pending actions of a link.
	 */
	private function count_pending( int $link_id ): int {
		return count( $this->pending_action_ids( $link_id ) );
	}

	/**
	 * Runs the pending actions of a link through the queue.
	 */
	private function run_pending( int $link_id ): void {
		foreach ( $this->pending_action_ids( $link_id ) as $action_id ) {
			\ActionScheduler_QueueRunner::instance()->process_action( $action_id, 'test' );
		}
	}

	/**
	 * @return list<int>
	 */
	private function pending_action_ids( int $link_id ): array {
		$ids = as_get_scheduled_actions(
			[
				'hook'   => LinksModule::RESOLVE_UNCONFIRMED,
				'args'   => [ $link_id ],
				'group'  => Scheduler::GROUP,
				'status' => 'pending',
			],
			'ids'
		);

		return array_values( array_map( static fn ( mixed $id ): int => is_numeric( $id ) ? (int) $id : 0, $ids ) );
	}
}
