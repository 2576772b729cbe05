<?php
/**
 * The command line.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Cli\PaymentLinkCommands;
use MultiSafepay\PaymentLinks\Cli\Registration;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\WpCli;
use PHPUnit\Framework\Attributes\CoversClass;

/**
 * Each command is a run of the real WP-CLI in a process of its own.
 */
#[CoversClass( PaymentLinkCommands::class )]
#[CoversClass( Registration::class )]
final class CommandsTest extends HttpTestCase {

	use LinkSteps;
	use WpCli;

	public function test_a_link_is_made_shown_duplicated_and_retired(): void {
		$order = $this->orders->make();
		$id    = $order->get_id();

		[ $made ] = $this->wp_json( "create $id --days=3 --description=Deposit --amount=20.50" );
		self::assertSame( [ "PL-$id-1", 'active', '20.50', 'EUR' ], [ $made['order_id'], $made['status'], $made['amount'], $made['currency'] ] );
		self::assertSame( [ 2050, 'Deposit' ], [ Json::number( $this->sent(), 'amount' ), Json::text( $this->sent(), 'description' ) ] );

		[ $copy ] = $this->wp_json( 'duplicate ' . Json::number( $made, 'id' ) . ' --retire-original' );
		self::assertSame( [ "PL-$id-2", '20.50' ], [ $copy['order_id'], $copy['amount'] ] );
		self::assertSame( 'Deposit', Json::text( $this->sent(), 'description' ) );
		self::assertSame( (string) Json::number( $made, 'id' ), $this->rows( $id )[1]['duplicate_of'] ?? null );
		self::assertSame( [ "PL-$id-2" ], $this->payable() );

		$listed = $this->wp_json( "list --order=$id" );
		self::assertSame( [ "PL-$id-2 active", "PL-$id-1 cancelled" ], array_map( static fn ( array $row ): string => Json::text( $row, 'order_id' ) . ' ' . Json::text( $row, 'status' ), $listed ) );
		self::assertCount( 1, $this->wp_json( 'list --status=active' ) );

		[ $moved ] = $this->wp_json( 'retire ' . Json::number( $copy, 'id' ) );
		self::assertSame( [ 'active', 'cancelled' ], [ $moved['before'], $moved['after'] ] );
		self::assertSame( [], $this->payable() );
	}

	public function test_the_same_idempotency_key_gives_the_same_link(): void {
		$id = $this->orders->make()->get_id();

		[ $one ] = $this->wp_json( "create $id --idempotency-key=from-a-script-1" );
		[ $two ] = $this->wp_json( "create $id --idempotency-key=from-a-script-1" );

		self::assertSame( $one['id'], $two['id'] );
		self::assertCount( 1, $this->payable() );
	}

	public function test_sync_asks_about_all_links_that_are_not_over_and_says_what_became_of_each(): void {
		$order = $this->orders->make();
		$this->made_link( $order );
		$this->made_link( $order );
		// Else the shop knows before it is asked to.
		$this->emulator->settings( [ 'notifications' => false ] );
		$this->emulator->act( "PL-{$order->get_id()}-1", 'pay' );

		$rows = $this->wp_json( 'sync' );

		self::assertSame( [ 'active completed', 'active active' ], array_map( static fn ( array $row ): string => Json::text( $row, 'before' ) . ' ' . Json::text( $row, 'after' ), $rows ) );
	}

	public function test_sync_of_what_is_due_asks_about_nothing_else(): void {
		$order = $this->orders->make();
		$id    = Json::number( $this->made_link( $order ), 'id' );
		$this->made_link( $order );
		$asked = count( $this->emulator->requests( 'GET' ) );
		Db::query( 'UPDATE ' . Db::wpdb()->prefix . "multisafepay_payment_links SET check_at = UTC_TIMESTAMP() - INTERVAL 1 MINUTE WHERE id = $id" );

		self::assertStringContainsString( '1 links checked, 0 of them changed', $this->wp( 'sync --due' )[1] );
		self::assertCount( $asked + 1, $this->emulator->requests( 'GET' ) );
	}

	public function test_a_dry_run_does_nothing(): void {
		$order = $this->orders->make();
		$id    = Json::number( $this->made_link( $order ), 'id' );
		$asked = count( $this->emulator->requests() );

		foreach ( [ "create {$order->get_id()}", "duplicate $id", "retire $id", 'sync' ] as $command ) {
			self::assertNotSame( [], $this->wp_json( "$command --dry-run" ), $command );
		}

		self::assertCount( $asked, $this->emulator->requests() );
		self::assertSame( [ '1 active created' ], $this->states( $order ) );
	}

	public function test_what_cannot_be_done_is_said_and_ends_with_an_error(): void {
		$order = $this->orders->make();
		$paid  = $this->orders->make( status: 'processing' );
		foreach (
			[
				'create 999999999'                                   => 'This order does not exist any more.',
				"create {$paid->get_id()}"                           => 'paid already',
				"create {$order->get_id()} --amount=80.01"           => 'amount',
				"create {$order->get_id()} --amount=1.234"           => 'amount',
				"create {$order->get_id()} --days=nine"              => '--days takes a whole number.',
				"create {$order->get_id()} --site=nowhere"           => 'site',
				'retire 999999999'                                   => 'There is no payment link with the id 999999999.',
				'duplicate x'                                        => 'Ids are whole numbers.',
				'list --status=paid'                                 => 'The status is one of',
			] as $command => $words
		) {
			[ $code, , $error ] = $this->wp( $command );
			self::assertSame( 1, $code, $command );
			self::assertStringContainsStringIgnoringCase( $words, $error, $command );
		}
		self::assertSame( [], $this->emulator->orders() );
	}

	public function test_one_link_that_fails_does_not_keep_the_others_from_being_retired(): void {
		$order = $this->orders->make();
		$one   = Json::number( $this->made_link( $order ), 'id' );
		$two   = Json::number( $this->made_link( $order ), 'id' );
		$this->emulator->fault( 'status_503_html', 'PATCH', '*', 1 );

		[ $code, $output, $error ] = $this->wp( "retire $one $two --format=json" );

		self::assertSame( 1, $code );
		self::assertStringContainsString( '1 link failed.', $error );
		self::assertStringContainsString( '"after":"cancelled"', $output );
		self::assertSame( [ "PL-{$order->get_id()}-1" ], $this->payable() );
	}

	public function test_no_key_is_printed(): void {
		$id = $this->orders->make()->get_id();

		foreach ( [ "create $id", 'list', 'sync' ] as $command ) {
			self::assertStringNotContainsString( Env::get( 'EMULATOR_KEY' ), implode( '', array_map( strval( ... ), $this->wp( $command ) ) ) );
		}
	}

	/**
	 * @return array<mixed> The last create body.
	 */
	private function sent(): array {
		$requests = $this->emulator->requests( 'POST', '/orders' );
		$body     = $requests[ array_key_last( $requests ) ?? -1 ]['body'] ?? null;
		self::assertIsArray( $body );
		return $body;
	}
}
