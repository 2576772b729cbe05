<?php
/**
 * The e-mail "Payment link".
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Email;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use WC_Email;
use WC_Order;

/**
 * WooCommerce's e-mail with a payment link: staff set its words under WooCommerce > Settings > Emails, a theme overrides
 * its templates, and customers read it in their own language.
 */
final class PaymentLinkEmail extends WC_Email {

	public const ID = 'multisafepay_payment_link';

	/**
	 * Where WooCommerce lists it; older versions have no groups.
	 *
	 * @var string
	 */
	public $email_group = 'payments';

	/**
	 * Days that the link of the preview has left.
	 */
	private const PREVIEW_DAYS = '+14 days';

	/**
	 * The link that is being sent; null in the preview.
	 */
	private ?PaymentLink $link = null;

	/**
	 * What staff wrote for this customer.
	 */
	private string $personal_message = '';

	/**
	 * The language that this e-mail is in.
	 */
	private string $locale = '';

	/**
	 * Whether WordPress speaks that language now.
	 */
	private bool $is_switched = false;

	/**
	 * Describes the e-mail; WooCommerce's constructor reads its settings.
	 */
	public function __construct() {
		$this->id             = self::ID;
		$this->customer_email = true;
		$this->title          = __( 'Payment link', 'multisafepay-payment-links' );
		$this->description    = __( 'Sent by staff from an order: the payment link that they made for it.', 'multisafepay-payment-links' );
		$this->template_base  = __DIR__ . '/templates/';
		$this->template_html  = 'emails/multisafepay-payment-link.php';
		$this->template_plain = 'emails/plain/multisafepay-payment-link.php';
		$this->placeholders   = [
			'{order_number}' => '',
			'{amount}'       => '',
		];

		parent::__construct();
	}

	/**
	 * Returns the subject unless the shop has its own.
	 */
	public function get_default_subject(): string {
		return __( 'Payment link for your order {order_number} at {site_title}', 'multisafepay-payment-links' );
	}

	/**
	 * Returns the heading unless the shop has its own.
	 */
	public function get_default_heading(): string {
		return __( 'Pay for your order {order_number}', 'multisafepay-payment-links' );
	}

	/**
	 * Returns what stands at the end unless the shop has its own words.
	 */
	public function get_default_additional_content(): string {
		return '';
	}

	/**
	 * Sends a link; false when WordPress could not hand the e-mail over.
	 *
	 * @param PaymentLink $link    An open link.
	 * @param WC_Order    $order   Its order.
	 * @param string      $to      One checked address.
	 * @param string      $message Plain text; may be empty.
	 */
	public function send_link( PaymentLink $link, WC_Order $order, string $to, string $message ): bool {
		$this->link             = $link;
		$this->personal_message = $message;
		$this->object           = $order;
		$this->recipient        = $to;
		$this->locale           = ( new MailLocale() )->of( $order );

		$this->setup_locale();
		try {
			$this->placeholders['{order_number}'] = (string) $order->get_order_number();
			$this->placeholders['{amount}']       = $this->amount_text();

			$recipient = $this->get_recipient();

			return '' !== $recipient && true === $this->send( $recipient, $this->get_subject(), $this->get_content(), $this->get_headers(), $this->get_attachments() );
		} finally {
			$this->restore_locale();
			$this->link             = null;
			$this->personal_message = '';
		}
	}

	/**
	 * Switches to the customer's language; WooCommerce's own way knows the shop's alone.
	 */
	public function setup_locale(): void {
		// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WooCommerce's own filters.
		$allowed = [ apply_filters( 'woocommerce_allow_switching_email_locale', true, $this ), apply_filters( 'woocommerce_email_setup_locale', true ) ];
		// phpcs:enable
		if ( ! in_array( false, $allowed, true ) && '' !== $this->locale ) {
			$this->is_switched = switch_to_locale( $this->locale );
		}
	}

	/**
	 * Switches back.
	 */
	public function restore_locale(): void {
		if ( $this->is_switched ) {
			restore_previous_locale();
		}
		$this->is_switched = false;
		$this->locale      = '';
	}

	/**
	 * Returns the e-mail as HTML.
	 */
	public function get_content_html(): string {
		return wc_get_template_html( $this->template_html, $this->arguments( false ), '', $this->template_base );
	}

	/**
	 * Returns the e-mail as plain text.
	 */
	public function get_content_plain(): string {
		return wc_get_template_html( $this->template_plain, $this->arguments( true ), '', $this->template_base );
	}

	/**
	 * Returns what the templates get.
	 *
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

	/**
	 * Returns the amount as HTML, in the link's own currency.
	 */
	private function amount_html(): string {
		if ( null === $this->link ) {
			return $this->object instanceof WC_Order ? wc_price( (float) $this->object->get_total(), [ 'currency' => $this->object->get_currency() ] ) : '';
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

	/**
	 * Returns the amount as plain text.
	 */
	private function amount_text(): string {
		return html_entity_decode( wp_strip_all_tags( $this->amount_html() ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	}

	/**
	 * Returns when the link ends, in the shop's time zone.
	 */
	private function expires(): string {
		$at     = null === $this->link ? new DateTimeImmutable( self::PREVIEW_DAYS ) : $this->link->expires_at;
		$format = get_option( 'date_format' );
		$time   = get_option( 'time_format' );

		return null === $at ? '' : (string) wp_date( ( is_string( $format ) ? $format : 'Y-m-d' ) . ' ' . ( is_string( $time ) ? $time : 'H:i' ), $at->getTimestamp() );
	}
}
