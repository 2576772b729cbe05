<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Cli\CliModule;
use MultiSafepay\PaymentLinks\Cli\PaymentLinkCommands;
use MultiSafepay\PaymentLinks\Links\LinksModule;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JobSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\WpCli;
use PHPUnit\Framework\Attributes\CoversClass;

/**
 * Runs each command with WP-CLI in a separate process.
 */
#[CoversClass( PaymentLinkCommands::class )]
#[CoversClass( CliModule::class )]
final class CommandsTest extends HttpTestCase {

	use LinkSteps;
	use JobSteps;
	use WpCli;

	public function test_a_link_is_created_listed_duplicated_and_cancelled(): void {
		$order = $this->orders->create();
		$id    = $order->get_id();

		[ $created ] = $this->wp_json( "create $id --days=3 --description=Deposit --amount=20.50" );
		self::assertSame(
			[ "PL-$id-1", 'active', '20.50', 'EUR' ],
			[ $created['order_id'], $created['status'], $created['amount'], $created['currency'] ]
		);
		self::assertSame(
			[ 2050, 'Deposit' ],
			[
				Json::number( $this->last_create_request(), 'amount' ),
				Json::text( $this->last_create_request(), 'description' ),
			]
		);

		[ $copy ] = $this->wp_json( 'duplicate ' . Json::number( $created, 'id' ) . ' --cancel-original' );
		self::assertSame( [ "PL-$id-2", '20.50' ], [ $copy['order_id'], $copy['amount'] ] );
		self::assertSame( 'Deposit', Json::text( $this->last_create_request(), 'description' ) );
		self::assertSame( (string) Json::number( $created, 'id' ), $this->rows( $id )[1]['duplicate_of'] ?? null );
		self::assertSame( [ "PL-$id-2" ], $this->payable() );

		$listed = $this->wp_json( "list --order=$id" );
		self::assertSame(
			[ "PL-$id-2 active", "PL-$id-1 cancelled" ],
			array_map(
				static fn ( array $row ): string => Json::text( $row, 'order_id' ) . ' ' . Json::text( $row, 'status' ),
				$listed
			)
		);
		self::assertCount( 1, $this->wp_json( 'list --status=active' ) );

		[ $cancelled ] = $this->wp_json( 'cancel ' . Json::number( $copy, 'id' ) );
		self::assertSame( [ 'active', 'cancelled' ], [ $cancelled['before'], $cancelled['after'] ] );
		self::assertSame( [], $this->payable() );
	}

	public function test_cancelling_the_original_is_retried_in_the_background(): void {
		$order    = $this->orders->create();
		$original = Json::number( $this->create_link( $order ), 'id' );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 1 );

		$this->wp_json( "duplicate $original --cancel-original" );
		self::assertSame(
			[ '1 active created', '2 active created' ],
			$this->link_statuses( $order ),
			'MultiSafepay did not respond.'
		);
		$this->run_pending_actions( LinksModule::CANCEL_LINK );

		self::assertSame( [ '1 cancelled replaced', '2 active created' ], $this->link_statuses( $order ) );
	}

	public function test_the_same_idempotency_key_returns_the_same_link(): void {
		$id = $this->orders->create()->get_id();

		[ $first ] = $this->wp_json( "create $id --idempotency-key=from-a-script-1" );
		[ $second ] = $this->wp_json( "create $id --idempotency-key=from-a-script-1" );

		self::assertSame( $first['id'], $second['id'] );
		self::assertCount( 1, $this->payable() );
	}

	public function test_sync_refreshes_all_open_links_and_shows_the_results(): void {
		$order = $this->orders->create();
		$this->create_link( $order );
		$this->create_link( $order );
		// Without this, a notification would update the link before the command.
		$this->emulator->settings( [ 'notifications' => false ] );
		$this->emulator->simulate( "PL-{$order->get_id()}-1", 'pay' );

		$rows = $this->wp_json( 'sync' );

		self::assertSame(
			[ 'active completed', 'active active' ],
			array_map(
				static fn ( array $row ): string => Json::text( $row, 'before' ) . ' ' . Json::text( $row, 'after' ),
				$rows
			)
		);
	}

	public function test_sync_with_due_refreshes_only_due_links(): void {
		$order = $this->orders->create();
		$id    = Json::number( $this->create_link( $order ), 'id' );
		$this->create_link( $order );
		$request_count = count( $this->emulator->requests( 'GET' ) );
		Db::query(
			'UPDATE '
				. Db::wpdb()->prefix
				. "multisafepay_payment_links SET check_at = UTC_TIMESTAMP() - INTERVAL 1 MINUTE WHERE id = $id"
		);

		self::assertStringContainsString( '1 links checked, 0 of them changed', $this->wp( 'sync --due' )[1] );
		self::assertCount( $request_count + 1, $this->emulator->requests( 'GET' ) );
	}

	public function test_a_dry_run_changes_nothing(): void {
		$order         = $this->orders->create();
		$id            = Json::number( $this->create_link( $order ), 'id' );
		$request_count = count( $this->emulator->requests() );

		foreach ( [ "create {$order->get_id()}", "duplicate $id", "cancel $id", 'sync' ] as $command ) {
			self::assertNotSame( [], $this->wp_json( "$command --dry-run" ), $command );
		}

		self::assertCount( $request_count, $this->emulator->requests() );
		self::assertSame( [ '1 active created' ], $this->link_statuses( $order ) );
	}

	public function test_invalid_input_ends_with_an_error_message(): void {
		$order = $this->orders->create();
		$paid  = $this->orders->create( status: 'processing' );
		foreach (
			[
				'create 999999999'                                   => 'This order does not exist any more.',
				"create {$paid->get_id()}"                           => 'paid already',
				"create {$order->get_id()} --amount=80.01"           => 'amount',
				"create {$order->get_id()} --amount=1.234"           => 'amount',
				"create {$order->get_id()} --days=nine"              => '--days takes a whole number.',
				"create {$order->get_id()} --site=nowhere"           => 'site',
				'cancel 999999999' => 'There is no payment link with the id 999999999.',
				'duplicate x'                                        => 'Ids are whole numbers.',
				'list --status=paid'                                 => 'The status is one of',
			] as $command => $message
		) {
			[ $code, , $error ] = $this->wp( $command );
			self::assertSame( 1, $code, $command );
			self::assertStringContainsStringIgnoringCase( $message, $error, $command );
		}
		self::assertSame( [], $this->emulator->orders() );
	}

	public function test_a_failing_link_does_not_prevent_cancelling_the_others(): void {
		$order  = $this->orders->create();
		$first  = Json::number( $this->create_link( $order ), 'id' );
		$second = Json::number( $this->create_link( $order ), 'id' );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 1 );

		[ $code, $output, $error ] = $this->wp( "cancel $first $second --format=json" );

		self::assertSame( 1, $code );
		self::assertStringContainsString( '1 link failed.', $error );
		self::assertStringContainsString( '"after":"cancelled"', $output );
		self::assertSame( [ "PL-{$order->get_id()}-1" ], $this->payable() );
	}

	public function test_no_key_is_printed(): void {
		$id = $this->orders->create()->get_id();

		foreach ( [ "create $id", 'list', 'sync' ] as $command ) {
			self::assertStringNotContainsString(
				Env::get( 'EMULATOR_KEY' ),
				implode( '', array_map( strval( ... ), $this->wp( $command ) ) )
			);
		}
	}
}
