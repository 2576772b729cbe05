<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Automation\AutomationModule;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\JobSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Mailbox;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use WC_Order;

/**
 * What orders contain and MultiSafepay gets, and the other way round.
 */
#[CoversNothing]
#[Group( 'storage' )]
#[Group( 'needs-real-woocommerce' )]
final class ProviderInputTest extends IntegrationTestCase {

	use JobSteps;
	use LinkSteps;

	private const LONG_EMAIL = 'accounts-payable.robin.smit-van-der-meer@purchasing.department-of-a-shop.'
		. 'customer.example.test';

	#[DataProvider( 'addresses' )]
	public function test_the_provider_gets_the_house_number_or_the_whole_line(
		string $country,
		string $line,
		string $street,
		?string $number,
		?string $rest,
	): void {
		$this->create_link( $this->orders->create( billing: [ 'address_1' => $line, 'country' => $country ] ) );
		$customer = Json::object( $this->last_create_request(), 'customer' );

		self::assertSame(
			[ $street, $number, $rest ],
			[ $customer['address1'] ?? null, $customer['house_number'] ?? null, $customer['address2'] ?? null ]
		);
	}

	/**
	 * @return array<string, array{string, string, string, string|null, string|null}>
	 */
	public static function addresses(): array {
		return [
			'stairs and flat' => [ 'FI', 'Mannerheimintie 12 A 5', 'Mannerheimintie', '12', 'A 5' ],
			'box'             => [ 'BE', 'Chaussée d\'Ixelles 12 Bte. 3', 'Chaussée d\'Ixelles', '12', 'Bte. 3' ],
			'room'            => [ 'NL', 'Kerkstraat 123 kamer 12', 'Kerkstraat', '123', 'kamer 12' ],
			'half'            => [ 'DE', 'Hauptstr. 5 1/2', 'Hauptstr.', '5 1/2', null ],
			'square'          => [ 'DE', 'C 4, 12', 'C 4', '12', null ],
			'flat first'      => [ 'GB', '3/2 45 Byres Road', 'Byres Road', '45', '3/2' ],
			'post box'        => [ 'SE', 'Box 1234', 'Box 1234', null, null ],
		];
	}

	public function test_the_provider_gets_the_phone_number_without_extension_and_remark(): void {
		$this->create_link( $this->orders->create(
			billing: [ 'phone' => '+31 (0)20 123 45 67 ext. 123 / vragen naar Jan' ]
		) );

		self::assertSame( '+31 (0)20 123 45 67', Json::at( $this->last_create_request(), 'customer', 'phone' ) );
	}

	public function test_whatsapp_gets_the_number_by_the_rules_of_the_country(): void {
		$link = $this->create_link( $this->orders->create(
			billing: [ 'phone' => '06 20 123 4567', 'country' => 'HU' ]
		) );
		$read = $this->json( $this->rest( 'GET', '/links/' . Json::number( $link, 'id' ) ) );

		self::assertSame( '+36201234567', $read['phone'] );
	}

	public function test_a_long_email_address_gets_the_link_and_the_provider_does_not_get_the_address(): void {
		$order = $this->orders->create( billing: [ 'email' => self::LONG_EMAIL ] );
		$draft = $this->json( $this->rest( 'GET', "/orders/{$order->get_id()}/draft" ) );
		self::assertContains( 'email_too_long', array_column( Json::object( $draft, 'warnings' ), 'code' ) );

		$mailbox = new Mailbox();
		$link    = $this->create_link( $order );
		$request = Json::object( $this->last_create_request(), 'customer' );
		$found   = $this->json( $this->rest( 'GET', '/links', [ 'search' => self::LONG_EMAIL ] ) );
		$sent    = $this->rest(
			'POST',
			'/links/' . Json::number( $link, 'id' ) . '/email',
			[ 'to' => self::LONG_EMAIL, 'message' => '' ]
		);

		self::assertSame( self::LONG_EMAIL, Json::at( $link, 'customer', 'email' ) );
		self::assertArrayNotHasKey( 'email', $request );
		self::assertSame( [ $link['id'] ], array_column( $found, 'id' ) );
		self::assertSame( 200, $sent->get_status() );
		self::assertSame( [ [ self::LONG_EMAIL ] ], array_column( $mailbox->mails(), 'to' ) );
	}

	public function test_the_automatic_email_is_sent_to_a_long_address(): void {
		$settings = get_option( 'multisafepay_payment_links_settings' );
		self::assertIsArray( $settings );
		update_option(
			'multisafepay_payment_links_settings',
			[ ...$settings, 'auto_create' => true, 'auto_send' => true ],
			false
		);
		$mailbox = new Mailbox();
		$order   = $this->orders->create( billing: [ 'email' => self::LONG_EMAIL ] );
		do_action( AutomationModule::AUTO_CREATE, $order->get_id(), 0 );

		self::assertSame( [ [ self::LONG_EMAIL ] ], array_column( $mailbox->mails(), 'to' ) );
	}

	public function test_names_are_sent_without_entities_and_a_run_of_emoji_is_shortened(): void {
		update_option( 'blogname', 'Vaas &amp; Co' );
		$this->create_link( $this->orders->create(
			[ [ 'Vase &amp; plate', 1, 80.0 ], [ str_repeat( "\u{1f600}", 300 ), 1, 1.0 ] ],
			billing: [ 'first_name' => 'Eva &amp; Jan', 'last_name' => 'O&#039;Neill' ]
		) );
		$request = $this->last_create_request();
		$names   = array_column( Json::object( $request, 'shopping_cart', 'items' ), 'name' );

		self::assertSame( 'Eva & Jan', Json::at( $request, 'customer', 'first_name' ) );
		self::assertSame( 'O\'Neill', Json::at( $request, 'customer', 'last_name' ) );
		self::assertSame( 'Vase & plate', $names[0] );
		self::assertIsString( $names[1] );
		self::assertMatchesRegularExpression( '/\A\x{1f600}{20,}\z/u', $names[1] );
		self::assertStringNotContainsString( '&amp;', (string) wp_json_encode( $request ) );
	}

	#[DataProvider( 'searches' )]
	public function test_an_order_number_that_starts_with_a_number_sign_is_found( string $search ): void {
		add_filter( 'woocommerce_order_number', static fn (): string => ' #SHOP-77 ' );
		$link  = $this->create_link( $this->orders->create() );
		$found = $this->json( $this->rest( 'GET', '/links', [ 'search' => $search ] ) );

		self::assertSame( '#SHOP-77', $link['wc_order_number'] );
		self::assertSame( [ $link['id'] ], array_column( $found, 'id' ) );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function searches(): array {
		return [
			'as it is shown'          => [ '#SHOP-77' ],
			'without the number sign' => [ 'SHOP-77' ],
			'its beginning'           => [ '#SHOP' ],
			'with blanks'             => [ ' #SHOP-77 ' ],
		];
	}

	public function test_html_of_the_provider_does_not_reach_notes_or_the_payment_method(): void {
		$order = $this->orders->create();
		$link  = $this->create_link( $order );
		add_filter( 'http_response', static function ( mixed $response ): mixed {
			if ( is_array( $response ) && is_string( $response['body'] ?? null ) ) {
				$response['body'] = (string) preg_replace(
					[ '/"transaction_id":\s*("?)\d+\1/', '/"type":\s*"[A-Z]+"/' ],
					[ '"transaction_id":"<b>1<\/b>"', '"type":"<img src=x onerror=alert(1)>"' ],
					$response['body']
				);
			}

			return $response;
		} );
		$this->emulator->simulate( Json::text( $link, 'order_id' ), 'pay' );
		$this->rest( 'POST', '/links/' . Json::number( $link, 'id' ) . '/refresh' );

		$paid = $this->reload_order( $order->get_id() );
		$this->assert_free_of_html( $paid );
		self::assertTrue( $paid->is_paid() );
	}

	private function assert_free_of_html( WC_Order $order ): void {
		$texts = [
			...$this->notes( $order->get_id() ),
			$order->get_payment_method_title(),
			$order->get_transaction_id(),
		];
		self::assertDoesNotMatchRegularExpression( '/<(?:b|img)\b/', implode( "\n", $texts ) );
	}
}
