<?php

declare( strict_types = 1 );

class WC_Emails {

	/**
	 * @var array<string, WC_Email>
	 */
	public $emails = [];

	/**
	 * @var WC_Emails|null
	 */
	protected static $_instance = null;

	public static function instance() {
		return self::$_instance ??= new self();
	}

	public function __construct() {
		$this->init();
		add_action( 'woocommerce_email_header', [ $this, 'email_header' ] );
		add_action( 'woocommerce_email_footer', [ $this, 'email_footer' ] );
		do_action( 'woocommerce_email', $this );
	}

	public function init() {
		$this->emails = (array) apply_filters( 'woocommerce_email_classes', $this->emails );
	}

	public function get_emails() {
		return $this->emails;
	}

	public function get_from_name() {
		return wp_specialchars_decode( (string) get_option( 'woocommerce_email_from_name', get_option( 'blogname' ) ), ENT_QUOTES );
	}

	public function get_from_address() {
		return sanitize_email( (string) get_option( 'woocommerce_email_from_address', get_option( 'admin_email' ) ) );
	}

	public function email_header( $email_heading ) {
		echo '<div id="wrapper"><h1>' . esc_html( (string) $email_heading ) . '</h1><div id="body_content_inner">';
	}

	public function email_footer() {
		echo '</div></div>';
	}

	public function wrap_message( $email_heading, $message, $deprecated = false ) {
		ob_start();
		do_action( 'woocommerce_email_header', $email_heading, null );
		echo wpautop( wptexturize( $message ) ); // phpcs:ignore WordPress.Security.EscapeOutput
		do_action( 'woocommerce_email_footer', null );
		return (string) ob_get_clean();
	}

	public function send( $to, $subject, $message, $headers = "Content-Type: text/html\r\n", $attachments = '' ) {
		return ( new WC_Email() )->send( $to, $subject, $message, $headers, $attachments === '' ? [] : $attachments );
	}
}
