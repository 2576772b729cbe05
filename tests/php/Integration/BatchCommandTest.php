<?php

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

	public function test_orders_are_selected_by_status_and_age(): void {
		[ $old, $new ] = $this->create_orders( 2 );
		$old->set_date_created( time() - 3 * 86_400 );
		$old->save();
		$this->wp( 'batch create --status=pending --older-than=2d' );

		self::assertSame( [ '1 active created' ], $this->link_statuses( $old ) );
		self::assertSame( [], $this->link_statuses( $new ) );
	}

	public function test_progress_and_skipped_orders_are_shown(): void {
		[ $plain, $open ] = $this->create_orders( 2 );
		$this->create_link( $open );

		[ $code, $output, $error ] = $this->wp( "batch create --orders={$plain->get_id()},{$open->get_id()}" );

		self::assertSame( 0, $code, $error );
		self::assertStringContainsString( '2/2', $error );
		self::assertStringContainsString( 'The order has an open payment link.', $output );
		self::assertStringContainsString( '1 done, 1 left alone, 0 failed.', $output );
	}

	public function test_a_dry_run_shows_the_recipients_and_changes_nothing(): void {
		[ $order ] = $this->create_orders( 1 );

		[ $row ] = $this->wp_json( "batch create --orders={$order->get_id()} --send --dry-run" );

		self::assertSame( [ 'create', 'robin@example.test' ], [ $row['outcome'], $row['email_to'] ] );
		self::assertSame( [], $this->emulator->orders() );
	}

	public function test_invalid_input_ends_with_an_error_message(): void {
		[ $order ] = $this->create_orders( 1 );
		foreach (
			[
				"batch explode --orders={$order->get_id()}"  => 'action',
				'batch create --older-than=soon'            => '--older-than takes an age',
				'batch create --orders=x'                   => 'Ids are whole numbers.',
				'batch create --status=pending,pendng' =>
				'--status: the shop has no order status “pendng”. It has: pending,',
				"batch create --orders={$order->get_id()} --days=400" => '365',
				"batch create --orders={$order->get_id()} --site=elsewhere" => 'site',
				"batch create --orders={$order->get_id()} --format=xml" => 'format',
				'batch create --orders=' . implode( ',', range( 1, 10_001 ) ) => '10000',
				'batch cancel --batch=1 --limit=none'       => '--limit takes a whole number.',
				'batch create --status=refunded --limit=1 --older-than=999w' => 'No order fits.',
				'batch work --batch=999999'                 => 'There is no such batch.',
				'batch create --orders=999999999'           => '1 failed',
			] as $command => $message
		) {
			[ $code, , $error ] = $this->wp( $command );
			self::assertSame( 1, $code, $command );
			self::assertStringContainsStringIgnoringCase( $message, $error, $command );
		}
		self::assertSame( [], $this->link_statuses( $order ), 'Nothing was started.' );
		self::assertSame( [], $this->emulator->requests() );
	}

	public function test_a_missing_or_invalid_key_ends_with_an_error_message(): void {
		[ $order ] = $this->create_orders( 1 );
		$this->store_key( str_repeat( '0', 40 ) );
		[ $code, , $error ] = $this->wp( "batch create --orders={$order->get_id()}" );
		self::assertSame( 1, $code );
		self::assertStringContainsString(
			'0 done, 0 left alone, 0 failed. MultiSafepay does not accept the API key of this site.',
			$error
		);

		$this->delete_settings();
		[ $code, , $error ] = $this->wp( "batch create --orders={$order->get_id()}" );
		self::assertSame( 1, $code );
		self::assertStringContainsString( 'key', $error );
		self::assertSame( [], $this->payable() );
	}

	public function test_a_refused_email_is_an_error_and_the_link_is_kept(): void {
		$order = $this->orders->create( billing: [ 'email' => 'refused@example.test' ] );

		[ $code, $output, $error ] = $this->wp( "batch create --orders={$order->get_id()} --send --format=json" );

		self::assertSame( 1, $code );
		self::assertStringContainsString( '1 failed', $error );
		$rows = json_decode( $output, true );
		self::assertIsArray( $rows );
		self::assertSame( 'email_failed', Json::text( $rows, 0, 'outcome' ) );
		self::assertSame( [ '1 active created' ], $this->link_statuses( $order ) );
	}
}
