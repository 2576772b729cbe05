<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration;

use MultiSafepay\PaymentLinks\Sharing\WooCommerce\PaymentLinkEmail;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Json;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\LinkSteps;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Mailbox;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\Group;
use ReflectionMethod;
use ReflectionProperty;
use WC_Emails;
use WP_Locale_Switcher;
use WP_REST_Response;

/**
 * Tests format, language, custom texts and theme templates of the email.
 */
#[CoversNothing]
#[Group( 'needs-real-woocommerce' )]
final class PaymentLinkEmailTest extends IntegrationTestCase {

	use LinkSteps;

	private const PREVIEW = 'Automattic\\WooCommerce\\Internal\\Admin\\EmailPreview\\EmailPreview';

	private Mailbox $mailbox;

	private string $theme = '';

	protected function setUp(): void {
		parent::setUp();
		$this->mailbox = new Mailbox();
		// WooCommerce creates its mailer once, but its hooks are removed after the test that created it.
		( new ReflectionProperty(
			WC_Emails::class,
			property_exists( WC_Emails::class, 'instance' ) ? 'instance' : '_instance'
		) )->setValue( null, null );
	}

	protected function tearDown(): void {
		if ( $this->theme !== '' ) {
			unlink( $this->theme );
			rmdir( dirname( $this->theme ) );
			rmdir( dirname( $this->theme, 2 ) );
		}
		parent::tearDown();
	}

	public function test_a_plain_email_has_no_markup(): void {
		$link                      = $this->create_link( $this->orders->create() );
		$this->email()->email_type = 'plain';
		try {
			$this->send( $link, [ 'message' => 'Bread & <butter>' ] );
		} finally {
			$this->email()->email_type = 'html';
		}

		[ $mail ] = $this->mailbox->mails();
		self::assertStringContainsString( 'text/plain', $this->mailbox->header( $mail['head'], 'Content-Type' ) );
		self::assertStringContainsString( 'Bread & <butter>', $mail['body'] );
		self::assertStringContainsString( Json::text( $link, 'payment_url' ), $mail['body'] );
		self::assertStringNotContainsString( '</', $mail['body'] );
		self::assertStringNotContainsString( '&amp;', $mail['body'] );
		self::assertStringContainsString( '80,00', $mail['body'] );
	}

	public function test_custom_texts_of_the_shop_are_used(): void {
		$order = $this->orders->create();
		$link  = $this->create_link( $order );
		update_option(
			'woocommerce_' . PaymentLinkEmail::ID . '_settings',
			[
				'subject' => 'Please pay {amount}',
				'heading' => 'Order {order_number}',
				'additional_content' => 'Call us on 020.',
			]
		);
		$this->email()->init_settings();
		try {
			$this->send( $link );
		} finally {
			delete_option( 'woocommerce_' . PaymentLinkEmail::ID . '_settings' );
			$this->email()->init_settings();
		}

		[ $mail ] = $this->mailbox->mails();
		self::assertStringContainsString( 'Please pay', $mail['subject'] );
		self::assertStringContainsString( '80,00', $mail['subject'] );
		self::assertStringContainsString( "Order {$order->get_order_number()}", $mail['body'] );
		self::assertStringContainsString( 'Call us on 020.', $mail['body'] );
	}

	public function test_a_theme_overrides_the_template(): void {
		$link        = $this->create_link( $this->orders->create() );
		$this->theme = get_stylesheet_directory() . '/woocommerce/emails/multisafepay-payment-link.php';
		wp_mkdir_p( dirname( $this->theme ) );
		file_put_contents( $this->theme, '<?php echo "From the theme: " . esc_url( $payment_url );' );
		$this->clear_template_cache();

		$this->send( $link );

		self::assertStringContainsString(
			'From the theme: ' . esc_url( Json::text( $link, 'payment_url' ) ),
			$this->mailbox->mails()[0]['body']
		);
		$this->clear_template_cache();
	}

	public function test_the_email_is_in_the_language_of_the_customer_and_the_staff_language_is_restored(): void {
		$order = $this->orders->create();
		$order->update_meta_data( 'wpml_language', 'nl' );
		$order->save();
		$link          = $this->create_link( $order );
		$language_file = dirname( get_theme_root() ) . '/languages/nl_NL.mo';
		$switched      = [];
		wp_mkdir_p( dirname( $language_file ) );
		copy( dirname( __DIR__, 2 ) . '/fixtures/empty.mo', $language_file );
		// WordPress caches the list of installed languages when it starts.
		wp_cache_flush();
		$switcher                       = $GLOBALS['wp_locale_switcher'];
		// phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		$GLOBALS['wp_locale_switcher'] = new WP_Locale_Switcher();
		$GLOBALS['wp_locale_switcher']->init();
		add_action(
			'switch_locale',
			static function ( string $locale ) use ( &$switched ): void {
				$switched[] = $locale;
			}
		);
		add_filter(
			'gettext_multisafepay-payment-links',
			static fn ( string $text, string $source ): string => determine_locale() === 'nl_NL'
				&& $source === 'Pay now'
				? 'Nu betalen'
				: $text,
			10,
			2
		);
		$before = determine_locale();
		try {
			self::assertSame( 200, $this->send( $link )->get_status() );
		} finally {
			unlink( $language_file );
			$is_restored              = ! is_locale_switched();
			$GLOBALS['wp_locale_switcher'] = $switcher; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		}

		self::assertSame( 'nl_NL', $switched[0] ?? null );
		self::assertStringContainsString( 'Nu betalen', $this->mailbox->mails()[0]['body'] );
		self::assertSame( $before, determine_locale() );
		self::assertTrue( $is_restored );
	}

	public function test_woocommerce_lists_and_previews_the_email(): void {
		$this->login_as( 'sam' );
		$preview = ( new ReflectionMethod( wc_get_container(), 'get' ) )->invoke( wc_get_container(), self::PREVIEW );
		self::assertIsObject( $preview );
		$this->call( $preview, 'set_email_type', PaymentLinkEmail::class );
		$html = $this->call( $preview, 'render' );

		self::assertStringContainsString( 'Pay now', $html );
		self::assertStringContainsString( 'This link can be used until', $html );
		self::assertStringContainsString( 'Payment link for your order 12345', $this->call( $preview, 'get_subject' ) );
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

	/**
	 * Calls a method of a class that exists only in newer versions of WooCommerce.
	 */
	private function call( object $object, string $method, string ...$arguments ): string {
		$callable = [ $object, $method ];
		self::assertIsCallable( $callable );
		$result = $callable( ...$arguments );

		return is_string( $result ) ? $result : '';
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
	 * WooCommerce caches the paths of templates.
	 */
	private function clear_template_cache(): void {
		wp_cache_flush();
	}
}
