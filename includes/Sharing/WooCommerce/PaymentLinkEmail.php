<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing\WooCommerce;

use Closure;
use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Shared\Application\Lazy;
use MultiSafepay\PaymentLinks\Sharing\SharingMessages;
use WC_Email;
use WC_Order;

/**
 * WooCommerce email with a payment link, in the customer's language. Staff configure it under WooCommerce > Settings >
 * Emails; themes can override its templates.
 */
final class PaymentLinkEmail extends WC_Email {

	public const ID = 'multisafepay_payment_link';

	/**
	 * Group in WooCommerce's list of emails; older versions ignore it.
	 *
	 * @var string
	 */
	public $email_group = 'payments';

	private const PREVIEW_EXPIRY = '+14 days';

	/**
	 * Null in the preview.
	 */
	private ?PaymentLink $link = null;

	private string $personal_message = '';

	/**
	 * Locale of the email that is being sent; empty otherwise.
	 */
	private string $locale = '';

	/**
	 * Whether WordPress is switched to that locale.
	 */
	private bool $is_switched = false;

	/**
	 * @param Closure(): EmailLocale $email_locale WooCommerce creates the email on many pages that send none.
	 */
	public function __construct( #[Lazy( EmailLocale::class )] private readonly Closure $email_locale ) {
		$this->id             = self::ID;
		$this->customer_email = true;
		$this->title          = SharingMessages::email_title();
		$this->description    = SharingMessages::email_description();
		$this->template_base  = dirname( __DIR__ ) . '/templates/';
		$this->template_html  = 'emails/multisafepay-payment-link.php';
		$this->template_plain = 'emails/plain/multisafepay-payment-link.php';
		$this->placeholders   = [
			'{order_number}' => '',
			'{amount}'       => '',
		];

		parent::__construct();
	}

	public function get_default_subject(): string {
		return SharingMessages::email_subject();
	}

	public function get_default_heading(): string {
		return SharingMessages::email_heading();
	}

	public function get_default_additional_content(): string {
		return '';
	}

	/**
	 * Sends a link. Returns false when WordPress could not send the email.
	 *
	 * @param string $message Plain text; may be empty.
	 */
	public function send_link( PaymentLink $link, WC_Order $order, string $to, string $message ): bool {
		$this->link             = $link;
		$this->personal_message = $message;
		$this->object           = $order;
		$this->recipient        = $to;
		$this->locale           = ( $this->email_locale )()->of( $order );

		$this->setup_locale();
		try {
			$this->placeholders['{order_number}'] = (string) $order->get_order_number();
			$this->placeholders['{amount}']       = $this->amount_text();

			$recipient = $this->get_recipient();

			return '' !== $recipient
				&& true === $this->send(
					$recipient,
					$this->get_subject(),
					$this->get_content(),
					$this->get_headers(),
					$this->get_attachments()
				);
		} finally {
			$this->restore_locale();
			$this->link             = null;
			$this->personal_message = '';
		}
	}

	/**
	 * Switches to the customer's locale; WooCommerce itself only switches to the shop's locale.
	 */
	public function setup_locale(): void {
		// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals -- Filters of WooCommerce.
		$allowed = [
			apply_filters( 'woocommerce_allow_switching_email_locale', true, $this ),
			apply_filters( 'woocommerce_email_setup_locale', true ),
		];
		// phpcs:enable
		if ( ! in_array( false, $allowed, true ) && '' !== $this->locale ) {
			$this->is_switched = switch_to_locale( $this->locale );
		}
	}

	public function restore_locale(): void {
		if ( $this->is_switched ) {
			restore_previous_locale();
		}
		$this->is_switched = false;
		$this->locale      = '';
	}

	public function get_content_html(): string {
		return wc_get_template_html( $this->template_html, $this->arguments( false ), '', $this->template_base );
	}

	public function get_content_plain(): string {
		return wc_get_template_html( $this->template_plain, $this->arguments( true ), '', $this->template_base );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function arguments( bool $plain_text ): array {
		return [
			'order'              => $this->object,
			'payment_url'        => $this->link->payment_url ?? home_url( '/' ),
			'amount'             => $plain_text ? $this->amount_text() : $this->amount_html(),
			'expires'            => $this->expires(),
			'message'            => $this->personal_message,
			'email_heading'      => $this->get_heading(),
			'additional_content' => $this->get_additional_content(),
			'sent_to_admin'      => false,
			'plain_text'         => $plain_text,
			'email'              => $this,
		];
	}

	private function amount_html(): string {
		if ( null === $this->link ) {
			return $this->object instanceof WC_Order
				? wc_price( (float) $this->object->get_total(), [ 'currency' => $this->object->get_currency() ] )
				: '';
		}

		$amount = $this->link->details->amount;

		return wc_price(
			(float) $amount->to_decimal(),
			[
				'currency' => $amount->currency->code,
				'decimals' => $amount->currency->exponent(),
			]
		);
	}

	private function amount_text(): string {
		return html_entity_decode( wp_strip_all_tags( $this->amount_html() ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	}

	/**
	 * Returns the formatted expiry of the link, in the shop's time zone; empty when it is unknown.
	 */
	private function expires(): string {
		$expires_at  = null === $this->link ? new DateTimeImmutable( self::PREVIEW_EXPIRY ) : $this->link->expires_at;
		$date_format = get_option( 'date_format' );
		$time_format = get_option( 'time_format' );

		return null === $expires_at
			? ''
			: (string) wp_date(
				( is_string( $date_format ) ? $date_format : 'Y-m-d' )
					. ' ' . ( is_string( $time_format ) ? $time_format : 'H:i' ),
				$expires_at->getTimestamp()
			);
	}
}
