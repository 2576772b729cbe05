<?php
/**
 * The link in WooCommerce's own e-mail.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Email\OrderEmailLink;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\Group;
use WC_Email;
use WC_Order;

#[CoversClass( OrderEmailLink::class )]
#[Group( 'needs-real-woocommerce' )]
final class OrderEmailLinkTest extends IntegrationTestCase {

	use LinkSteps;

	public function test_it_is_not_there_unless_the_shop_wants_it(): void {
		$order = $this->orders->make();
		$url   = $this->url_of( $order );
		self::assertStringNotContainsString( $url, $this->html( $order ) );

		$this->turn_on();

		self::assertStringContainsString( $url, $this->html( $order ) );
	}

	public function test_it_stands_there_once_in_html_and_in_plain_text(): void {
		$this->turn_on();
		$order = $this->orders->make();
		$url   = $this->url_of( $order );

		self::assertSame( 1, substr_count( $this->html( $order ), 'href="' . $url . '"' ) );
		self::assertSame( 1, substr_count( $this->plain( $order ), "You can also pay right away, without logging in: $url\n" ) );
		self::assertStringNotContainsString( '<a', $this->plain( $order ) );
	}

	public function test_each_order_has_its_own(): void {
		$this->turn_on();
		$one   = $this->orders->make();
		$other = $this->orders->make();
		$urls  = [ $this->url_of( $one ), $this->url_of( $other ) ];

		self::assertNotSame( $urls[0], $urls[1] );
		self::assertSame( [ true, false ], array_map( fn ( string $url ): bool => str_contains( $this->html( $one ), $url ), $urls ) );
		self::assertSame( [ false, true ], array_map( fn ( string $url ): bool => str_contains( $this->html( $other ), $url ), $urls ) );
	}

	public function test_nobody_is_asked_for_what_is_paid_retired_or_no_longer_right(): void {
		$this->turn_on();
		$paid    = $this->orders->make();
		$retired = $this->orders->make();
		$dearer  = $this->orders->make();
		$urls    = array_map( $this->url_of( ... ), [ $paid, $retired, $dearer ] );
		$paid->update_status( 'processing' );
		$this->rest( 'POST', '/links/' . (int) $this->rows( $retired )[0]['id'] . '/retire' );
		$dearer->set_total( '81.00' );
		$dearer->save();

		foreach ( [ $paid, $retired, $dearer ] as $place => $order ) {
			self::assertStringNotContainsString( $urls[ $place ], $this->html( $this->fresh_order( $order->get_id() ) ) );
		}
	}

	public function test_an_address_is_escaped(): void {
		$this->turn_on();
		$order = $this->orders->make();
		$this->url_of( $order );
		$table = Db::wpdb()->prefix . 'multisafepay_payment_links';
		Db::query( "UPDATE $table SET payment_url = 'https://pay.example.test/?a=1&b=\"><script>alert(1)</script>' WHERE wc_order_id = {$order->get_id()}" );
		// Whatever this process remembers of the order's links it forgets when one is sent.
		$this->rest( 'POST', '/links/' . (int) $this->rows( $order )[0]['id'] . '/email', [ 'to' => 'robin@example.test' ] );

		$html = $this->html( $order );

		self::assertStringContainsString( 'https://pay.example.test/?a=1&#038;b=', $html );
		self::assertStringNotContainsString( '<script>alert', $html );
	}

	public function test_other_e_mails_and_copies_for_the_shop_have_none(): void {
		$this->turn_on();
		$order = $this->orders->make();
		$url   = $this->url_of( $order );

		self::assertStringNotContainsString( $url, $this->printed( $order, true, 'customer_invoice' ) );
		self::assertStringNotContainsString( $url, $this->printed( $order, false, 'new_order' ) );
		self::assertStringContainsString( $url, $this->printed( $order, false, 'customer_invoice' ) );
	}

	/**
	 * What the hook of WooCommerce's templates prints.
	 */
	private function printed( WC_Order $order, bool $is_for_the_shop, string $id ): string {
		$email     = new WC_Email();
		$email->id = $id;
		ob_start();
		do_action( 'woocommerce_email_before_order_table', $order, $is_for_the_shop, false, $email );
		return (string) ob_get_clean();
	}

	/**
	 * The e-mail "Order details" as the customer gets it.
	 */
	private function html( WC_Order $order ): string {
		return $this->details_mail( $order )->get_content_html();
	}

	private function plain( WC_Order $order ): string {
		return $this->details_mail( $order )->get_content_plain();
	}

	private function details_mail( WC_Order $order ): WC_Email {
		$email = WC()->mailer()->get_emails()['WC_Email_Customer_Invoice'] ?? null;
		self::assertInstanceOf( \WC_Email_Customer_Invoice::class, $email );
		$email->object = $order;
		// WooCommerce's mailer hooks itself in when it is built, which an earlier test may have done: hooks are put back after each.
		if ( has_action( 'woocommerce_email_order_details', [ WC()->mailer(), 'order_details' ] ) === false ) {
			add_action( 'woocommerce_email_order_details', [ WC()->mailer(), 'order_details' ], 10, 4 );
		}

		return $email;
	}

	/**
	 * Makes a link; answers its address.
	 */
	private function url_of( WC_Order $order ): string {
		return Json::text( $this->made_link( $order ), 'payment_url' );
	}

	private function turn_on(): void {
		$settings = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $settings );
		update_option( 'multisafepay_payment_links_settings', [ 'link_in_order_email' => true ] + $settings, false );
	}
}
