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
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
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
				'batch create --status=pending,pendng'      => '--status: the shop has no order status “pendng”. It has: pending,',
				"batch create --orders={$order->get_id()} --days=400" => '365',
				"batch create --orders={$order->get_id()} --site=elsewhere" => 'site',
				"batch create --orders={$order->get_id()} --format=xml" => 'format',
				'batch create --orders=' . implode( ',', range( 1, 10_001 ) ) => '10000',
				'batch retire --batch=1 --limit=none'       => '--limit takes a whole number.',
				'batch create --status=refunded --limit=1 --older-than=999w' => 'No order fits.',
				'batch work --batch=999999'                 => 'There is no such batch.',
				'batch create --orders=999999999'           => '1 failed',
			] as $command => $words
		) {
			[ $code, , $error ] = $this->wp( $command );
			self::assertSame( 1, $code, $command );
			self::assertStringContainsStringIgnoringCase( $words, $error, $command );
		}
		self::assertSame( [], $this->states( $order ), 'Nothing was begun.' );
		self::assertSame( [], $this->emulator->requests() );
	}

	public function test_without_a_key_nothing_begins_and_a_key_that_is_refused_ends_it_with_words(): void {
		[ $order ] = $this->some_orders( 1 );
		$this->store_key( str_repeat( '0', 40 ) );
		[ $code, , $error ] = $this->wp( "batch create --orders={$order->get_id()}" );
		self::assertSame( 1, $code );
		self::assertStringContainsString( '0 done, 0 left alone, 0 failed. MultiSafepay does not accept the API key of this site.', $error );

		$this->forget_settings();
		[ $code, , $error ] = $this->wp( "batch create --orders={$order->get_id()}" );
		self::assertSame( 1, $code );
		self::assertStringContainsString( 'key', $error );
		self::assertSame( [], $this->payable() );
	}

	public function test_a_mail_that_was_refused_is_an_error_and_the_link_is_kept(): void {
		$order = $this->orders->make( billing: [ 'email' => 'refused@example.test' ] );

		[ $code, $output, $error ] = $this->wp( "batch create --orders={$order->get_id()} --send --format=json" );

		self::assertSame( 1, $code );
		self::assertStringContainsString( '1 failed', $error );
		$rows = json_decode( $output, true );
		self::assertIsArray( $rows );
		self::assertSame( 'mail_failed', Json::text( $rows, 0, 'outcome' ) );
		self::assertSame( [ '1 active created' ], $this->states( $order ) );
	}
}
