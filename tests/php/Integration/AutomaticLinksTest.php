<?php
/**
 * Links that nobody presses a button for.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JobSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Mailbox;
use MultiSafepay\PaymentLinks\WooCommerce\ActionHooks;
use MultiSafepay\PaymentLinks\WooCommerce\AutomaticLinks;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

#[CoversClass( AutomaticLinks::class )]
#[Group( 'needs-real-woocommerce' )]
final class AutomaticLinksTest extends IntegrationTestCase {

	use LinkSteps;
	use JobSteps;

	public function test_nothing_happens_by_itself_unless_the_shop_wants_it(): void {
		$order = $this->saved_by_staff();

		self::assertSame( [], $this->waiting( ActionHooks::AUTO_CREATE ) );
		self::assertSame( [], $this->states( $order ) );
	}

	public function test_an_order_that_staff_make_gets_one_link_after_it_was_saved(): void {
		$this->turn_on( 'auto_create' );
		$mailbox = new Mailbox();
		$order   = $this->saved_by_staff();
		self::assertSame( [], $this->states( $order ), 'Saving waits for nobody.' );

		do_action( 'woocommerce_process_shop_order_meta', $order->get_id(), $order );
		self::assertSame( 1, $this->run_waiting( ActionHooks::AUTO_CREATE ), 'However often it is saved.' );

		self::assertSame( [ '1 active created' ], $this->states( $order ) );
		self::assertSame( [], $mailbox->mails() );
	}

	public function test_it_is_sent_where_the_shop_wants_that_and_once(): void {
		$this->turn_on( 'auto_create', 'auto_send' );
		$mailbox = new Mailbox();
		$order   = $this->saved_by_staff();
		$this->run_waiting( ActionHooks::AUTO_CREATE );
		do_action( ActionHooks::AUTO_CREATE, $order->get_id(), 0 );

		self::assertCount( 1, $mailbox->mails() );
		self::assertSame( [ '1 active created' ], $this->states( $order ) );
	}

	public function test_an_order_whose_link_was_retired_gets_no_other_one_by_itself(): void {
		$this->turn_on( 'auto_create' );
		$order = $this->orders->make();
		$this->rest( 'POST', '/links/' . Json::number( $this->made_link( $order ), 'id' ) . '/retire' );

		$this->save_by_staff( $order );
		$this->run_waiting( ActionHooks::AUTO_CREATE );

		self::assertSame( [ '1 cancelled retired' ], $this->states( $order ) );
	}

	public function test_an_order_that_is_paid_or_owes_nothing_gets_none(): void {
		$this->turn_on( 'auto_create' );
		$this->save_by_staff( $this->orders->make( status: 'processing' ) );
		$this->save_by_staff( $this->orders->make( [ [ 'Gift', 1, 0.0 ] ] ) );

		self::assertSame( [], $this->waiting( ActionHooks::AUTO_CREATE ) );
	}

	public function test_what_fails_is_a_note_on_the_order(): void {
		$this->turn_on( 'auto_create' );
		$order = $this->saved_by_staff();
		$this->store_key( str_repeat( '0', 40 ) );

		$this->run_waiting( ActionHooks::AUTO_CREATE );

		self::assertStringStartsWith( 'Automatic payment link: MultiSafepay does not accept the API key', $this->auto_notes( $order )[0] ?? '' );
	}

	public function test_a_provider_that_is_down_is_asked_again_later(): void {
		$this->turn_on( 'auto_create' );
		$order = $this->saved_by_staff();
		$this->emulator->fault( 'status_503_html', 'POST', '/orders', 0 );
		$this->run_waiting( ActionHooks::AUTO_CREATE );
		self::assertSame( [], $this->payable() );

		$this->emulator->control( 'DELETE', 'faults' );
		self::assertSame( 1, $this->run_waiting( ActionHooks::AUTO_CREATE ) );

		self::assertCount( 1, $this->payable() );
	}

	public function test_a_provider_that_asks_for_patience_is_asked_again_later_and_one_that_says_no_is_not(): void {
		$this->turn_on( 'auto_create' );
		$order = $this->saved_by_staff();
		$this->emulator->fault( 'status_429_html' );
		$this->run_waiting( ActionHooks::AUTO_CREATE );
		self::assertSame( [], $this->auto_notes( $order ) );
		self::assertSame( 1, $this->run_waiting( ActionHooks::AUTO_CREATE ) );
		self::assertCount( 1, $this->payable() );

		$this->emulator->control( 'POST', 'sites', [ 'api_key' => Env::get( 'EMULATOR_KEY' ), 'blocked' => true ] );
		$other = $this->saved_by_staff();
		$this->run_waiting( ActionHooks::AUTO_CREATE );
		self::assertCount( 1, $this->auto_notes( $other ) );
		self::assertSame( [], $this->waiting( ActionHooks::AUTO_CREATE ) );
	}

	public function test_a_provider_that_stays_down_is_a_note_in_the_end_and_leaves_nothing_payable(): void {
		$this->turn_on( 'auto_create' );
		$order = $this->saved_by_staff();
		$this->emulator->fault( 'reset_before', 'POST', '/orders', 0 );

		$runs = 0;
		while ( $this->run_waiting( ActionHooks::AUTO_CREATE ) > 0 ) {
			self::assertLessThan( 10, $runs++, 'It gives up some day.' );
		}

		self::assertCount( 1, $this->auto_notes( $order ) );
		self::assertSame( [], $this->payable() );
	}

	public function test_an_order_without_an_e_mail_address_gets_its_link_and_a_mail_that_is_refused_a_note(): void {
		$this->turn_on( 'auto_create', 'auto_send' );
		$mailbox = new Mailbox();
		$without = $this->save_by_staff( $this->orders->make( billing: [ 'email' => '' ] ) );
		$refused = $this->save_by_staff( $this->orders->make( billing: [ 'email' => 'refused@example.test' ] ) );

		$this->run_waiting( ActionHooks::AUTO_CREATE );

		self::assertCount( 2, $this->payable() );
		self::assertSame( [], $mailbox->mails() );
		self::assertSame( [ 0, 1 ], [ count( $this->auto_notes( $without ) ), count( $this->auto_notes( $refused ) ) ] );
	}

	public function test_whatever_breaks_while_it_is_scheduled_the_order_is_saved(): void {
		$this->turn_on( 'auto_create' );
		add_filter(
			'pre_as_schedule_single_action',
			static function (): never {
				throw new \RuntimeException( 'Action Scheduler is ill.' );
			}
		);

		$order = $this->saved_by_staff();

		self::assertSame( 'pending', $this->fresh_order( $order->get_id() )->get_status() );
	}

	public function test_an_order_of_the_rest_api_gets_a_link_where_that_is_asked_for(): void {
		$body = [ 'status' => 'pending', 'fee_lines' => [ [ 'name' => 'Deposit', 'total' => '20.00', 'tax_status' => 'none' ] ] ];
		$this->turn_on( 'auto_create' );
		$this->rest( 'POST', '/wc/v3/orders', $body, 'admin' );
		self::assertSame( [], $this->waiting( ActionHooks::AUTO_CREATE ) );

		$this->turn_on( 'auto_create_rest' );
		$id = Json::number( $this->json( $this->rest( 'POST', '/wc/v3/orders', $body, 'admin' ) ), 'id' );
		$this->run_waiting( ActionHooks::AUTO_CREATE );

		self::assertSame( [ '1 active created' ], $this->states( $id ) );
	}

	private function saved_by_staff(): WC_Order {
		return $this->save_by_staff( $this->orders->make() );
	}

	/**
	 * What the automatic link wrote on the order.
	 *
	 * @return list<string>
	 */
	private function auto_notes( WC_Order $order ): array {
		return array_values( array_filter( $this->notes( $order->get_id() ), static fn ( string $note ): bool => str_starts_with( $note, 'Automatic payment link: ' ) ) );
	}

	/**
	 * What WooCommerce does when the order screen is sent.
	 */
	private function save_by_staff( WC_Order $order ): WC_Order {
		$order->set_created_via( 'admin' );
		$order->save();
		do_action( 'woocommerce_process_shop_order_meta', $order->get_id(), $order );
		return $order;
	}

	/**
	 * Turns these switches on and the others off.
	 */
	private function turn_on( string ...$switches ): void {
		$settings = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $settings );
		$all = array_fill_keys( [ 'auto_create', 'auto_send', 'auto_create_rest', 'link_in_order_email' ], false );
		update_option( 'multisafepay_payment_links_settings', array_fill_keys( $switches, true ) + $all + $settings, false );
	}
}
