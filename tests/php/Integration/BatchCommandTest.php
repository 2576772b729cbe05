<?php
/**
 * Batches on the command line.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Cli\BatchCommand;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\BatchSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\WpCli;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;

#[CoversClass( BatchCommand::class )]
#[Group( 'needs-real-woocommerce' )]
final class BatchCommandTest extends HttpTestCase {

	use BatchSteps;
	use WpCli;

	public function test_orders_are_chosen_by_status_and_age(): void {
		[ $old, $new ] = $this->some_orders( 2 );
		$old->set_date_created( time() - 3 * 86_400 );
		$old->save();
		$this->wp( 'batch create --status=pending --older-than=2d' );

		self::assertSame( [ '1 active created' ], $this->states( $old ) );
		self::assertSame( [], $this->states( $new ) );
	}

	public function test_it_shows_how_far_it_is_and_what_was_left_alone(): void {
		[ $plain, $open ] = $this->some_orders( 2 );
		$this->made_link( $open );

		[ $code, $output, $error ] = $this->wp( "batch create --orders={$plain->get_id()},{$open->get_id()}" );

		self::assertSame( 0, $code, $error );
		self::assertStringContainsString( '2/2', $error );
		self::assertStringContainsString( 'The order has an open payment link.', $output );
		self::assertStringContainsString( '1 done, 1 left alone, 0 failed.', $output );
	}

	public function test_a_dry_run_says_who_gets_mail_and_does_nothing(): void {
		[ $order ] = $this->some_orders( 1 );

		[ $row ] = $this->wp_json( "batch create --orders={$order->get_id()} --send --dry-run" );

		self::assertSame( [ 'create', 'robin@example.test' ], [ $row['outcome'], $row['mail_to'] ] );
		self::assertSame( [], $this->emulator->orders() );
	}

	public function test_what_cannot_be_done_is_said_and_ends_with_an_error(): void {
		[ $order ] = $this->some_orders( 1 );
		foreach (
			[
				"batch explode --orders={$order->get_id()}"  => 'action',
				'batch create --older-than=soon'            => '--older-than takes an age',
				'batch create --orders=x'                   => 'Ids are whole numbers.',
				'batch create --status=refunded --limit=1 --older-than=999w' => 'No order fits.',
				'batch work --batch=999999'                 => 'There is no such batch.',
				'batch create --orders=999999999'           => '1 failed',
			] as $command => $words
		) {
			[ $code, , $error ] = $this->wp( $command );
			self::assertSame( 1, $code, $command );
			self::assertStringContainsStringIgnoringCase( $words, $error, $command );
		}
	}
}
