<?php
/**
 * Links that nobody presses a button for.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Email\OrderEmailLink;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JobSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Mailbox;
use MultiSafepay\PaymentLinks\WooCommerce\AutomaticLinks;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

#[CoversClass( AutomaticLinks::class )]
#[CoversClass( OrderEmailLink::class )]
#[Group( 'needs-real-woocommerce' )]
final class AutomaticLinksTest extends IntegrationTestCase {

	use LinkSteps;
	use JobSteps;

	public function test_nothing_happens_by_itself_unless_the_shop_wants_it(): void {
		$order = $this->saved_by_staff();

		self::assertSame( [], $this->waiting( AutomaticLinks::HOOK ) );
		self::assertSame( [], $this->states( $order ) );
	}

	public function test_an_order_that_staff_make_gets_one_link_after_it_was_saved(): void {
		$this->turn_on( 'auto_create' );
		$mailbox = new Mailbox();
		$order   = $this->saved_by_staff();
		self::assertSame( [], $this->states( $order ), 'Saving waits for nobody.' );

		do_action( 'woocommerce_process_shop_order_meta', $order->get_id(), $order );
		self::assertSame( 1, $this->run_waiting( AutomaticLinks::HOOK ), 'However often it is saved.' );

		self::assertSame( [ '1 active created' ], $this->states( $order ) );
		self::assertSame( [], $mailbox->mails() );
	}

	public function test_it_is_sent_where_the_shop_wants_that_and_once(): void {
		$this->turn_on( 'auto_create', 'auto_send' );
		$mailbox = new Mailbox();
		$order   = $this->saved_by_staff();
		$this->run_waiting( AutomaticLinks::HOOK );
		do_action( AutomaticLinks::HOOK, $order->get_id(), 0 );

		self::assertCount( 1, $mailbox->mails() );
		self::assertSame( [ '1 active created' ], $this->states( $order ) );
	}

	public function test_an_order_whose_link_was_retired_gets_no_other_one_by_itself(): void {
		$this->turn_on( 'auto_create' );
		$order = $this->orders->make();
		$this->rest( 'POST', '/links/' . Json::number( $this->made_link( $order ), 'id' ) . '/retire' );

		$this->save_by_staff( $order );
		$this->run_waiting( AutomaticLinks::HOOK );

		self::assertSame( [ '1 cancelled retired' ], $this->states( $order ) );
	}

	public function test_an_order_that_is_paid_or_owes_nothing_gets_none(): void {
		$this->turn_on( 'auto_create' );
		$this->save_by_staff( $this->orders->make( status: 'processing' ) );
		$this->save_by_staff( $this->orders->make( [ [ 'Gift', 1, 0.0 ] ] ) );

		self::assertSame( [], $this->waiting( AutomaticLinks::HOOK ) );
	}

	public function test_what_fails_is_a_note_on_the_order(): void {
		$this->turn_on( 'auto_create' );
		$order = $this->saved_by_staff();
		$this->store_key( str_repeat( '0', 40 ) );

		$this->run_waiting( AutomaticLinks::HOOK );

		self::assertCount( 1, array_filter( $this->notes( $order->get_id() ), static fn ( string $note ): bool => str_starts_with( $note, 'Automatic payment link: MultiSafepay does not accept the API key' ) ) );
	}

	public function test_a_provider_that_is_down_is_asked_again_later(): void {
		$this->turn_on( 'auto_create' );
		$order = $this->saved_by_staff();
		$this->emulator->fault( 'status_503_html', 'POST', '/orders', 0 );
		$this->run_waiting( AutomaticLinks::HOOK );
		self::assertSame( [], $this->payable() );

		$this->emulator->control( 'DELETE', 'faults' );
		self::assertSame( 1, $this->run_waiting( AutomaticLinks::HOOK ) );

		self::assertCount( 1, $this->payable() );
	}

	public function test_an_order_of_the_rest_api_gets_a_link_where_that_is_asked_for(): void {
		$body = [ 'status' => 'pending', 'fee_lines' => [ [ 'name' => 'Deposit', 'total' => '20.00', 'tax_status' => 'none' ] ] ];
		$this->turn_on( 'auto_create' );
		$this->rest( 'POST', '/wc/v3/orders', $body, 'admin' );
		self::assertSame( [], $this->waiting( AutomaticLinks::HOOK ) );

		$this->turn_on( 'auto_create_rest' );
		$id = Json::number( $this->json( $this->rest( 'POST', '/wc/v3/orders', $body, 'admin' ) ), 'id' );
		$this->run_waiting( AutomaticLinks::HOOK );

		self::assertSame( [ '1 active created' ], $this->states( $id ) );
	}

	public function test_the_open_link_stands_in_the_e_mail_with_the_orders_details_where_the_shop_wants_that(): void {
		$order = $this->orders->make();
		$url   = Json::text( $this->made_link( $order ), 'payment_url' );
		self::assertFalse( str_contains( $this->details_mail( $order ), $url ) );

		$this->turn_on( 'link_in_order_email' );
		self::assertTrue( str_contains( $this->details_mail( $order ), $url ) );

		$order->set_total( '81.00' );
		$order->save();
		self::assertFalse( str_contains( $this->details_mail( $order ), $url ), 'Not a link that asks something else.' );
	}

	/**
	 * The e-mail "Order details" as the customer gets it, decoded.
	 */
	private function details_mail( WC_Order $order ): string {
		$email = WC()->mailer()->get_emails()['WC_Email_Customer_Invoice'] ?? null;
		self::assertInstanceOf( \WC_Email_Customer_Invoice::class, $email );
		$email->object = $order;
		// WooCommerce's mailer hooks itself in when it is built, which an earlier test may have done: hooks are put back after each.
		if ( has_action( 'woocommerce_email_order_details', [ WC()->mailer(), 'order_details' ] ) === false ) {
			add_action( 'woocommerce_email_order_details', [ WC()->mailer(), 'order_details' ], 10, 4 );
		}

		return html_entity_decode( $email->get_content_html() );
	}

	private function saved_by_staff(): WC_Order {
		return $this->save_by_staff( $this->orders->make() );
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
