<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Sharing\WooCommerce\PaymentLinkEmail;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Mailbox;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\OrderComparison;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use ReflectionProperty;
use WC_Emails;
use WP_REST_Response;

/**
 * Sends emails over SMTP to a local server.
 */
#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
final class SendLinkTest extends IntegrationTestCase {

	use LinkSteps;
	use OrderComparison;

	private Mailbox $mailbox;

	protected function setUp(): void {
		parent::setUp();
		$this->mailbox = new Mailbox();
		// WooCommerce creates its mailer once, but its hooks are removed after the test that created it.
		( new ReflectionProperty(
			WC_Emails::class,
			property_exists( WC_Emails::class, 'instance' ) ? 'instance' : '_instance'
		) )->setValue( null, null );
	}

	public function test_the_customer_gets_the_link_with_amount_expiry_and_message(): void {
		$order     = $this->orders->create();
		$link      = $this->create_link( $order );
		$response  = $this->send(
			$link,
			[ 'to' => 'robin@example.test', 'message' => "Hello <b>Robin</b>,\nthank you & see \"you\"" ]
		);
		$sent_link = $this->json( $response );
		$mails     = $this->mailbox->mails();

		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $sent_link ) );
		self::assertNotNull( $sent_link['sent_at'] );
		self::assertCount( 1, $mails );
		[ $mail ] = $mails;
		self::assertSame( [ 'robin@example.test' ], $mail['to'] );
		self::assertSame(
			"Payment link for your order {$order->get_order_number()} at "
				. wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ),
			$mail['subject']
		);
		self::assertStringContainsString( 'text/html', $this->mailbox->header( $mail['head'], 'Content-Type' ) );
		self::assertSame(
			2,
			substr_count( $mail['body'], 'href="' . esc_url( Json::text( $link, 'payment_url' ) ) . '"' ),
			'The URL is in the button and in the text.'
		);
		self::assertStringContainsString( '80,00', html_entity_decode( wp_strip_all_tags( $mail['body'] ) ) );
		self::assertStringContainsString( "Pay for your order {$order->get_order_number()}</h1>", $mail['body'] );
		self::assertStringContainsString(
			(string) wp_date( 'F j, Y', (int) strtotime( Json::text( $link, 'expires_at' ) ) ),
			$mail['body']
		);
		self::assertStringContainsString(
			"Hello &lt;b&gt;Robin&lt;/b&gt;,<br>\nthank you &amp; see \"you\"",
			str_replace( "\r\n", "\n", $mail['body'] )
		);
		self::assertSame( 'staff active>active emailed', $this->last_event( $link ) );
		self::assertSame(
			'robin@example.test',
			Json::text(
				$this->json( $this->rest( 'GET', '/links/' . Json::number( $link, 'id' ) ) ),
				'events',
				0,
				'detail'
			)
		);
	}

	public function test_every_email_is_in_the_history_and_only_the_first_is_noted_on_the_order(): void {
		$order = $this->orders->create();
		$link  = $this->create_link( $order );
		$this->send( $link );
		$this->send( $link, [ 'to' => 'other@example.test' ] );
		$shared = $this->rest(
			'POST',
			'/links/' . Json::number( $link, 'id' ) . '/share',
			[ 'channel' => 'whatsapp' ]
		);

		self::assertSame( 200, $shared->get_status() );
		self::assertSame(
			[ 'staff active>active emailed', 'staff active>active emailed', 'staff active>active shared' ],
			array_slice( $this->history( Json::number( $link, 'id' ) ), -3 )
		);
		self::assertSame(
			[ 'Payment link ' . Json::text( $link, 'order_id' ) . ' sent to robin@example.test.' ],
			$this->notes( $order, '/sent to|shared/' )
		);
	}

	#[DataProvider( 'channels' )]
	public function test_a_shared_link_is_noted( string $channel, string $note ): void {
		$order     = $this->orders->create();
		$link      = $this->create_link( $order );
		$sent_link = $this->json( $this->rest(
			'POST',
			'/links/' . Json::number( $link, 'id' ) . '/share',
			[ 'channel' => $channel ]
		) );

		self::assertNotNull( $sent_link['sent_at'] );
		self::assertSame(
			[ sprintf( $note, Json::text( $link, 'order_id' ) ) ],
			$this->notes( $order, '/shared|copied/' )
		);
		self::assertSame(
			$channel,
			Json::text(
				$this->json( $this->rest( 'GET', '/links/' . Json::number( $link, 'id' ) ) ),
				'events',
				0,
				'detail'
			)
		);
	}

	/**
	 * @return iterable<string, array{string, string}>
	 */
	public static function channels(): iterable {
		yield 'WhatsApp' => [ 'whatsapp', 'Payment link %s shared by WhatsApp.' ];
		yield 'text message' => [ 'sms', 'Payment link %s shared by text message.' ];
		yield 'copied' => [ 'copy', 'Message with payment link %s copied.' ];
	}

	public function test_an_unknown_channel_is_refused(): void {
		$link = $this->create_link_id();

		foreach ( [ [], [ 'channel' => 'fax' ], [ 'channel' => 'email' ] ] as $body ) {
			$this->assert_invalid( $this->rest( 'POST', "/links/$link/share", $body ), 'channel' );
		}
	}

	public function test_an_email_refused_by_the_server_is_an_error_and_is_not_noted(): void {
		$order  = $this->orders->create();
		$link   = $this->create_link( $order );
		$before = $this->history( Json::number( $link, 'id' ) );

		$this->assert_error( 502, 'email_failed', $this->send( $link, [ 'to' => 'refused@example.test' ] ) );

		self::assertSame( $before, $this->history( Json::number( $link, 'id' ) ) );
		self::assertNull( $this->rows( $order )[0]['sent_at'] );
		self::assertSame( [], $this->notes( $order, '/sent to/' ) );
	}

	public function test_a_missing_mail_server_is_reported(): void {
		$link   = $this->create_link( $this->orders->create() );
		$server = getenv( 'SHOP_SMTP' );
		putenv( 'SHOP_SMTP=127.0.0.1:1' );
		try {
			$this->assert_error( 502, 'email_failed', $this->send( $link ) );
		} finally {
			putenv( "SHOP_SMTP=$server" );
		}
	}

	public function test_a_disabled_email_is_not_sent(): void {
		$link = $this->create_link( $this->orders->create() );
		update_option( 'woocommerce_' . PaymentLinkEmail::ID . '_settings', [ 'enabled' => 'no' ] );
		$this->email()->enabled = 'no';
		try {
			$response = $this->assert_error( 502, 'email_failed', $this->send( $link ) );
		} finally {
			$this->email()->enabled = 'yes';
		}

		self::assertStringContainsString( 'switched off', Json::text( $response, 'message' ) );
		self::assertSame( [], $this->mailbox->mails() );
	}

	#[DataProvider( 'invalid_recipients' )]
	public function test_an_invalid_recipient_is_refused( string $to ): void {
		$this->assert_invalid( $this->send( $this->create_link( $this->orders->create() ), [ 'to' => $to ] ), 'to' );
		self::assertSame( [], $this->mailbox->mails() );
	}

	/**
	 * @return iterable<string, array{string}>
	 */
	public static function invalid_recipients(): iterable {
		yield 'empty' => [ '' ];
		yield 'not an address' => [ 'robin' ];
		yield 'a second header' => [ "robin@example.test\r\nBcc: all@example.test" ];
		yield 'a line feed at the end' => [ "robin@example.test\n" ];
		yield 'a folded header' => [ "robin@example.test\n Bcc: all@example.test" ];
		yield 'two addresses' => [ 'robin@example.test, all@example.test' ];
		yield 'two addresses with a semicolon' => [ 'robin@example.test;all@example.test' ];
		yield 'a name' => [ 'Robin <robin@example.test>' ];
		yield 'a quoted local part' => [ '"robin, all"@example.test' ];
		yield 'an encoded line break' => [ 'robin%0aBcc:all@example.test' ];
		yield 'a zero byte' => [ "robin@example.test\0" ];
		yield 'a line separator' => [ "robin@example.test\u{2028}Bcc: all@example.test" ];
		yield 'too long' => [ str_repeat( 'x', 250 ) . '@example.test' ];
	}

	public function test_no_text_of_shop_order_or_staff_can_add_a_header(): void {
		$order = $this->orders->create( billing: [ 'first_name' => "Robin\r\nBcc: a@example.test" ] );
		$link  = $this->create_link( $order );
		add_filter( 'woocommerce_order_number', static fn (): string => "7\r\nBcc: b@example.test" );
		update_option(
			'woocommerce_' . PaymentLinkEmail::ID . '_settings',
			[ 'subject' => "Pay {order_number}\r\nBcc: c@example.test" ]
		);
		$this->email()->init_settings();
		try {
			$this->send( $link, [ 'message' => "Hi\r\n\r\nBcc: d@example.test\r\n.\r\nMAIL FROM:<e@example.test>" ] );
		} finally {
			delete_option( 'woocommerce_' . PaymentLinkEmail::ID . '_settings' );
			$this->email()->init_settings();
		}

		[ $mail ] = $this->mailbox->mails();
		self::assertSame( [ 'robin@example.test' ], $mail['to'] );
		self::assertSame( '', $this->mailbox->header( $mail['head'], 'Bcc' ) );
		self::assertStringContainsString(
			'MAIL FROM:&lt;e@example.test&gt;',
			$mail['body'],
			'The text stays in the body.'
		);
		self::assertCount( 1, $this->mailbox->mails() );
	}

	public function test_a_message_is_limited_and_must_be_a_string(): void {
		$link = $this->create_link( $this->orders->create() );

		$this->assert_invalid( $this->send( $link, [ 'message' => str_repeat( 'é', 2001 ) ] ), 'message' );
		$this->assert_invalid( $this->send( $link, [ 'message' => [ 'x' ] ] ), 'message' );
		self::assertSame( 200, $this->send( $link, [ 'message' => str_repeat( 'é', 2000 ) ] )->get_status() );
	}

	public function test_a_link_that_is_not_open_is_not_sent(): void {
		$link = $this->create_link( $this->orders->create() );
		$this->rest( 'POST', '/links/' . Json::number( $link, 'id' ) . '/cancel' );

		$response = $this->assert_error( 409, 'link_not_open', $this->send( $link ) );
		self::assertSame( $link['id'], Json::number( $response, 'data', 'link_id' ) );
		$this->assert_error(
			409,
			'link_not_open',
			$this->rest( 'POST', '/links/' . Json::number( $link, 'id' ) . '/share', [ 'channel' => 'sms' ] )
		);
		self::assertSame( [], $this->mailbox->mails() );
	}

	public function test_the_link_of_a_trashed_order_is_not_sent(): void {
		$order = $this->orders->create();
		$link  = $this->create_link( $order );
		$order->delete( false );

		$this->assert_error( 404, 'rest_order_not_found', $this->send( $link ) );
	}

	/**
	 * @param array<mixed>         $link Link resource.
	 * @param array<string, mixed> $body Changes to the default body: to Robin, without a message.
	 */
	private function send( array $link, array $body = [] ): WP_REST_Response {
		return $this->rest(
			'POST',
			'/links/' . Json::number( $link, 'id' ) . '/email',
			$body + [ 'to' => 'robin@example.test', 'message' => '' ]
		);
	}

	private function email(): PaymentLinkEmail {
		foreach ( WC()->mailer()->get_emails() as $email ) {
			if ( $email instanceof PaymentLinkEmail ) {
				return $email;
			}
		}

		self::fail( 'WooCommerce has no email for payment links.' );
	}

	/**
	 * @param array<mixed> $link Link resource.
	 */
	private function last_event( array $link ): string {
		$history = $this->history( Json::number( $link, 'id' ) );

		return (string) end( $history );
	}
}
