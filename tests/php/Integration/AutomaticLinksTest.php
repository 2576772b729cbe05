<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Automation\AutomaticLinks;
use MultiSafepay\PaymentLinks\Automation\AutomationModule;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JobSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Mailbox;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

#[CoversClass( AutomaticLinks::class )]
#[Group( 'needs-real-woocommerce' )]
final class AutomaticLinksTest extends IntegrationTestCase {

	use LinkSteps;
	use JobSteps;

	public function test_no_link_is_created_automatically_by_default(): void {
		$order = $this->create_order_as_staff();

		self::assertSame( [], $this->pending_actions( AutomationModule::AUTO_CREATE ) );
		self::assertSame( [], $this->link_statuses( $order ) );
	}

	public function test_an_order_created_by_staff_gets_one_link_after_it_was_saved(): void {
		$this->enable( 'auto_create' );
		$mailbox = new Mailbox();
		$order   = $this->create_order_as_staff();
		self::assertSame( [], $this->link_statuses( $order ), 'Saving an order does not wait for the link.' );

		do_action( 'woocommerce_process_shop_order_meta', $order->get_id(), $order );
		self::assertSame(
			1,
			$this->run_pending_actions( AutomationModule::AUTO_CREATE ),
			'Saving twice schedules one action.'
		);

		self::assertSame( [ '1 active created' ], $this->link_statuses( $order ) );
		self::assertSame( [], $mailbox->mails() );
	}

	public function test_the_link_is_sent_once_when_enabled(): void {
		$this->enable( 'auto_create', 'auto_send' );
		$mailbox = new Mailbox();
		$order   = $this->create_order_as_staff();
		$this->run_pending_actions( AutomationModule::AUTO_CREATE );
		do_action( AutomationModule::AUTO_CREATE, $order->get_id(), 0 );

		self::assertCount( 1, $mailbox->mails() );
		self::assertSame( [ '1 active created' ], $this->link_statuses( $order ) );
	}

	public function test_an_order_with_a_cancelled_link_gets_no_automatic_link(): void {
		$this->enable( 'auto_create' );
		$order = $this->orders->create();
		$this->rest( 'POST', '/links/' . Json::number( $this->create_link( $order ), 'id' ) . '/cancel' );

		$this->save_as_staff( $order );
		$this->run_pending_actions( AutomationModule::AUTO_CREATE );

		self::assertSame( [ '1 cancelled cancelled' ], $this->link_statuses( $order ) );
	}

	public function test_a_paid_order_and_an_order_without_an_amount_due_get_no_link(): void {
		$this->enable( 'auto_create' );
		$this->save_as_staff( $this->orders->create( status: 'processing' ) );
		$this->save_as_staff( $this->orders->create( [ [ 'Gift', 1, 0.0 ] ] ) );

		self::assertSame( [], $this->pending_actions( AutomationModule::AUTO_CREATE ) );
	}

	public function test_a_failure_is_noted_on_the_order(): void {
		$this->enable( 'auto_create' );
		$order = $this->create_order_as_staff();
		$this->store_key( str_repeat( '0', 40 ) );

		$this->run_pending_actions( AutomationModule::AUTO_CREATE );

		self::assertStringStartsWith(
			'Automatic payment link: MultiSafepay does not accept the API key',
			$this->auto_notes( $order )[0] ?? ''
		);
	}

	public function test_creating_is_retried_after_an_outage(): void {
		$this->enable( 'auto_create' );
		$order = $this->create_order_as_staff();
		$this->emulator->fault( 'status_503_html', 'POST', '/orders', 0 );
		$this->run_pending_actions( AutomationModule::AUTO_CREATE );
		self::assertSame( [], $this->payable() );

		$this->emulator->control( 'DELETE', 'faults' );
		self::assertSame( 1, $this->run_pending_actions( AutomationModule::AUTO_CREATE ) );

		self::assertCount( 1, $this->payable() );
	}

	public function test_creating_is_retried_after_status_429_and_not_after_a_refusal(): void {
		$this->enable( 'auto_create' );
		$order = $this->create_order_as_staff();
		$this->emulator->fault( 'status_429_html' );
		$this->run_pending_actions( AutomationModule::AUTO_CREATE );
		self::assertSame( [], $this->auto_notes( $order ) );
		self::assertSame( 1, $this->run_pending_actions( AutomationModule::AUTO_CREATE ) );
		self::assertCount( 1, $this->payable() );

		$this->emulator->control( 'POST', 'sites', [ 'api_key' => Env::get( 'EMULATOR_KEY' ), 'blocked' => true ] );
		$other = $this->create_order_as_staff();
		$this->run_pending_actions( AutomationModule::AUTO_CREATE );
		self::assertCount( 1, $this->auto_notes( $other ) );
		self::assertSame( [], $this->pending_actions( AutomationModule::AUTO_CREATE ) );
	}

	public function test_a_lasting_outage_is_noted_in_the_end_and_leaves_nothing_payable(): void {
		$this->enable( 'auto_create' );
		$order = $this->create_order_as_staff();
		$this->emulator->fault( 'reset_before', 'POST', '/orders', 0 );

		$runs = 0;
		while ( $this->run_pending_actions( AutomationModule::AUTO_CREATE ) > 0 ) {
			self::assertLessThan( 10, $runs++, 'The number of retries is limited.' );
		}

		self::assertCount( 1, $this->auto_notes( $order ) );
		self::assertSame( [], $this->payable() );
	}

	public function test_an_order_without_an_email_address_gets_a_link_and_a_refused_email_a_note(): void {
		$this->enable( 'auto_create', 'auto_send' );
		$mailbox = new Mailbox();
		$without_email = $this->save_as_staff( $this->orders->create( billing: [ 'email' => '' ] ) );
		$refused_email = $this->save_as_staff(
			$this->orders->create( billing: [ 'email' => 'refused@example.test' ] )
		);

		$this->run_pending_actions( AutomationModule::AUTO_CREATE );

		self::assertCount( 2, $this->payable() );
		self::assertSame( [], $mailbox->mails() );
		self::assertSame(
			[ 0, 1 ],
			[ count( $this->auto_notes( $without_email ) ), count( $this->auto_notes( $refused_email ) ) ]
		);
	}

	public function test_the_order_is_saved_when_scheduling_fails(): void {
		$this->enable( 'auto_create' );
		add_filter(
			'pre_as_schedule_single_action',
			static function (): never {
				throw new \RuntimeException( 'Action Scheduler failed.' );
			}
		);

		$order = $this->create_order_as_staff();

		self::assertSame( 'pending', $this->reload_order( $order->get_id() )->get_status() );
	}

	public function test_an_order_of_the_rest_api_gets_a_link_when_enabled(): void {
		$body = [
			'status' => 'pending',
			'fee_lines' => [ [ 'name' => 'Deposit', 'total' => '20.00', 'tax_status' => 'none' ] ],
		];
		$this->enable( 'auto_create' );
		$this->rest( 'POST', '/wc/v3/orders', $body, 'admin' );
		self::assertSame( [], $this->pending_actions( AutomationModule::AUTO_CREATE ) );

		$this->enable( 'auto_create_rest' );
		$id = Json::number( $this->json( $this->rest( 'POST', '/wc/v3/orders', $body, 'admin' ) ), 'id' );
		$this->run_pending_actions( AutomationModule::AUTO_CREATE );

		self::assertSame( [ '1 active created' ], $this->link_statuses( $id ) );
	}

	private function create_order_as_staff(): WC_Order {
		return $this->save_as_staff( $this->orders->create() );
	}

	/**
	 * Returns the order notes about automatic links.
	 *
	 * @return list<string>
	 */
	private function auto_notes( WC_Order $order ): array {
		return array_values( array_filter(
			$this->notes( $order->get_id() ),
			static fn ( string $note ): bool => str_starts_with( $note, 'Automatic payment link: ' )
		) );
	}

	/**
	 * Saves an order as the order screen of WooCommerce does.
	 */
	private function save_as_staff( WC_Order $order ): WC_Order {
		$order->set_created_via( 'admin' );
		$order->save();
		do_action( 'woocommerce_process_shop_order_meta', $order->get_id(), $order );
		return $order;
	}

	/**
	 * Enables the given settings and disables the others.
	 */
	private function enable( string ...$switches ): void {
		$settings = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $settings );
		$defaults = array_fill_keys( [ 'auto_create', 'auto_send', 'auto_create_rest', 'link_in_order_email' ], false );
		update_option(
			'multisafepay_payment_links_settings',
			array_fill_keys( $switches, true ) + $defaults + $settings,
			false
		);
	}
}
