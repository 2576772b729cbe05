<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Sharing\WooCommerce\OrderEmailLink;
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

	public function test_the_link_is_only_in_the_email_when_enabled(): void {
		$order = $this->orders->create();
		$url   = $this->create_link_url( $order );
		self::assertStringNotContainsString( $url, $this->html( $order ) );

		$this->enable_link_in_email();

		self::assertStringContainsString( $url, $this->html( $order ) );
	}

	public function test_the_link_appears_once_in_html_and_in_plain_text(): void {
		$this->enable_link_in_email();
		$order = $this->orders->create();
		$url   = $this->create_link_url( $order );

		self::assertSame( 1, substr_count( $this->html( $order ), 'href="' . $url . '"' ) );
		self::assertSame(
			1,
			substr_count( $this->plain( $order ), "You can also pay right away, without logging in: $url\n" )
		);
		self::assertStringNotContainsString( '<a', $this->plain( $order ) );
	}

	public function test_each_email_has_the_link_of_its_order(): void {
		$this->enable_link_in_email();
		$first  = $this->orders->create();
		$second = $this->orders->create();
		$urls   = [ $this->create_link_url( $first ), $this->create_link_url( $second ) ];

		self::assertNotSame( $urls[0], $urls[1] );
		self::assertSame(
			[ true, false ],
			array_map( fn ( string $url ): bool => str_contains( $this->html( $first ), $url ), $urls )
		);
		self::assertSame(
			[ false, true ],
			array_map( fn ( string $url ): bool => str_contains( $this->html( $second ), $url ), $urls )
		);
	}

	public function test_paid_cancelled_and_stale_links_are_not_in_the_email(): void {
		$this->enable_link_in_email();
		$paid    = $this->orders->create();
		$cancelled = $this->orders->create();
		$changed  = $this->orders->create();
		$urls    = array_map( $this->create_link_url( ... ), [ $paid, $cancelled, $changed ] );
		$paid->update_status( 'processing' );
		$this->rest( 'POST', '/links/' . (int) $this->rows( $cancelled )[0]['id'] . '/cancel' );
		$changed->set_total( '81.00' );
		$changed->save();

		foreach ( [ $paid, $cancelled, $changed ] as $index => $order ) {
			self::assertStringNotContainsString(
				$urls[ $index ],
				$this->html( $this->reload_order( $order->get_id() ) )
			);
		}
	}

	public function test_the_payment_url_is_escaped(): void {
		$this->enable_link_in_email();
		$order = $this->orders->create();
		$this->create_link_url( $order );
		$table = Db::wpdb()->prefix . 'multisafepay_payment_links';
		Db::query(
			"UPDATE $table SET payment_url = 'https://pay.example.test/?a=1&b=\"><script>alert(1)</script>'
			WHERE wc_order_id = {$order->get_id()}"
		);
		// Sending a link clears the cached links of the order in this process.
		$this->rest(
			'POST',
			'/links/' . (int) $this->rows( $order )[0]['id'] . '/email',
			[ 'to' => 'robin@example.test' ]
		);

		$html = $this->html( $order );

		self::assertStringContainsString( 'https://pay.example.test/?a=1&#038;b=', $html );
		self::assertStringNotContainsString( '<script>alert', $html );
	}

	public function test_other_emails_and_emails_to_the_shop_have_no_link(): void {
		$this->enable_link_in_email();
		$order = $this->orders->create();
		$url   = $this->create_link_url( $order );

		self::assertStringNotContainsString( $url, $this->hook_output( $order, true, 'customer_invoice' ) );
		self::assertStringNotContainsString( $url, $this->hook_output( $order, false, 'new_order' ) );
		self::assertStringContainsString( $url, $this->hook_output( $order, false, 'customer_invoice' ) );
	}

	/**
	 * Returns the output of the hook in WooCommerce's email templates.
	 */
	private function hook_output( WC_Order $order, bool $sent_to_admin, string $id ): string {
		$email     = new WC_Email();
		$email->id = $id;
		ob_start();
		do_action( 'woocommerce_email_before_order_table', $order, $sent_to_admin, false, $email );
		return (string) ob_get_clean();
	}

	/**
	 * Returns the HTML of the "Order details" email.
	 */
	private function html( WC_Order $order ): string {
		return $this->order_details_email( $order )->get_content_html();
	}

	private function plain( WC_Order $order ): string {
		return $this->order_details_email( $order )->get_content_plain();
	}

	private function order_details_email( WC_Order $order ): WC_Email {
		$email = WC()->mailer()->get_emails()['WC_Email_Customer_Invoice'] ?? null;
		self::assertInstanceOf( \WC_Email_Customer_Invoice::class, $email );
		$email->object = $order;
		// WooCommerce's mailer adds this hook in its constructor. If an earlier test created the mailer, the hook was
		// removed after that test.
		if ( has_action( 'woocommerce_email_order_details', [ WC()->mailer(), 'order_details' ] ) === false ) {
			add_action( 'woocommerce_email_order_details', [ WC()->mailer(), 'order_details' ], 10, 4 );
		}

		return $email;
	}

	/**
	 * Creates a link and returns its payment URL.
	 */
	private function create_link_url( WC_Order $order ): string {
		return Json::text( $this->create_link( $order ), 'payment_url' );
	}

	private function enable_link_in_email(): void {
		$settings = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $settings );
		update_option( 'multisafepay_payment_links_settings', [ 'link_in_order_email' => true ] + $settings, false );
	}
}
