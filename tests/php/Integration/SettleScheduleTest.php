<?php
/**
 * The schedule that settles creations.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use MultiSafepay\PaymentLinks\WooCommerce\ActionScheduler;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;

#[CoversClass( ActionScheduler::class )]
#[Group( 'needs-real-woocommerce' )]
final class SettleScheduleTest extends IntegrationTestCase {

	use LinkSteps;

	protected function setUp(): void {
		parent::setUp();
		// Tests over HTTP leave theirs behind, and a table that is made anew counts its links from 1 again.
		as_unschedule_all_actions( ActionHooks::SETTLE );
	}

	public function test_two_links_lost_in_one_outage_have_an_action_each(): void {
		$ids = [ $this->lost_link(), $this->lost_link() ];

		foreach ( $ids as $id ) {
			self::assertSame( 1, $this->pending( $id ) );
		}
	}

	public function test_an_action_that_fails_again_leaves_a_later_one(): void {
		$id = $this->lost_link();

		// The real queue: inside its own action, the link's action counts as running.
		$this->run_due( $id );

		self::assertSame( 1, $this->pending( $id ) );
		self::assertSame( 'unconfirmed', $this->json( $this->rest( 'GET', "/links/{$id}" ) )['status'] );
	}

	public function test_asking_twice_leaves_one_action(): void {
		$id = $this->lost_link();

		$this->rest( 'POST', "/links/{$id}/refresh" );
		$this->rest( 'POST', "/links/{$id}/refresh" );

		self::assertSame( 1, $this->pending( $id ) );
	}

	/**
	 * Loses the answer of a create, with the cancelling down as well.
	 */
	private function lost_link(): int {
		$this->emulator->fault( 'reset_after' );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 0 );
		$answer = $this->assert_error( 502, 'multisafepay_unavailable', $this->post_link( $this->orders->make(), [ 'idempotency_key' => $this->fresh_key() ] ) );

		return Json::number( $answer, 'data', 'link_id' );
	}

	/**
	 * Waiting actions of a link.
	 */
	private function pending( int $link_id ): int {
		return count( $this->actions( $link_id ) );
	}

	/**
	 * Runs the link's action as the queue does.
	 */
	private function run_due( int $link_id ): void {
		foreach ( $this->actions( $link_id ) as $action_id ) {
			\ActionScheduler_QueueRunner::instance()->process_action( $action_id, 'test' );
		}
	}

	/**
	 * @return list<int>
	 */
	private function actions( int $link_id ): array {
		$found = as_get_scheduled_actions(
			[
				'hook'   => ActionHooks::SETTLE,
				'args'   => [ $link_id ],
				'group'  => ActionHooks::GROUP,
				'status' => 'pending',
			],
			'ids'
		);

		return array_values( array_map( static fn ( mixed $id ): int => is_numeric( $id ) ? (int) $id : 0, $found ) );
	}
}
