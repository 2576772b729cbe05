<?php

declare( strict_types = 1 );

class WC_Email extends WC_Settings_API {

	/**
	 * @var string
	 */
	public $title = '';

	/**
	 * @var string
	 */
	public $description = '';

	/**
	 * @var string
	 */
	public $enabled = 'yes';

	/**
	 * @var string
	 */
	public $heading = '';

	/**
	 * @var string
	 */
	public $subject = '';

	/**
	 * @var string
	 */
	public $recipient = '';

	/**
	 * @var bool
	 */
	protected $customer_email = false;

	/**
	 * @var bool
	 */
	protected $manual = false;

	/**
	 * @var string
	 */
	public $email_type = 'html';

	/**
	 * @var string
	 */
	public $template_html = '';

	/**
	 * @var string
	 */
	public $template_plain = '';

	/**
	 * @var string
	 */
	public $template_base = '';

	/**
	 * @var object|null
	 */
	public $object = null;

	/**
	 * @var bool
	 */
	public $sending = false;

	/**
	 * @var array<string, string>
	 */
	public $placeholders = [];

	public function __construct() {
		$this->placeholders = array_merge( [ '{site_title}' => $this->get_blogname(), '{site_url}' => (string) wp_parse_url( home_url(), PHP_URL_HOST ) ], $this->placeholders );
		$this->init_form_fields();
		$this->init_settings();
		$this->enabled    = (string) $this->get_option( 'enabled', 'yes' );
		$this->email_type = (string) $this->get_option( 'email_type', 'html' );
	}

	public function init_form_fields() {
		$this->form_fields = [
			'enabled'    => [ 'title' => 'Enable/Disable', 'type' => 'checkbox', 'default' => 'yes' ],
			'subject'    => [ 'title' => 'Subject', 'type' => 'text', 'default' => '' ],
			'heading'    => [ 'title' => 'Email heading', 'type' => 'text', 'default' => '' ],
			'additional_content' => [ 'title' => 'Additional content', 'type' => 'textarea', 'default' => '' ],
			'email_type' => [ 'title' => 'Email type', 'type' => 'select', 'default' => 'html' ],
		];
	}

	public function get_title() {
		return apply_filters( 'woocommerce_email_title', $this->title, $this );
	}

	public function get_description() {
		return apply_filters( 'woocommerce_email_description', $this->description, $this );
	}

	public function get_blogname() {
		return wp_specialchars_decode( (string) get_option( 'blogname' ), ENT_QUOTES );
	}

	public function format_string( $string ) {
		return apply_filters( 'woocommerce_email_format_string', strtr( (string) $string, $this->placeholders ), $this );
	}

	public function get_default_subject() {
		return $this->subject;
	}

	public function get_default_heading() {
		return $this->heading;
	}

	public function get_default_additional_content() {
		return '';
	}

	public function get_subject() {
		return apply_filters( 'woocommerce_email_subject_' . $this->id, $this->format_string( $this->get_option( 'subject', $this->get_default_subject() ) ), $this->object, $this );
	}

	public function get_heading() {
		return apply_filters( 'woocommerce_email_heading_' . $this->id, $this->format_string( $this->get_option( 'heading', $this->get_default_heading() ) ), $this->object, $this );
	}

	public function get_additional_content() {
		return apply_filters( 'woocommerce_email_additional_content_' . $this->id, $this->format_string( $this->get_option( 'additional_content' ) ), $this->object, $this );
	}

	public function get_recipient() {
		$recipient = apply_filters( 'woocommerce_email_recipient_' . $this->id, $this->recipient, $this->object, $this );
		return implode( ', ', array_filter( array_map( 'trim', explode( ',', (string) $recipient ) ), 'is_email' ) );
	}

	public function get_headers() {
		return apply_filters( 'woocommerce_email_headers', 'Content-Type: ' . $this->get_content_type() . "\r\n", $this->id, $this->object, $this );
	}

	public function get_attachments() {
		return apply_filters( 'woocommerce_email_attachments', [], $this->id, $this->object, $this );
	}

	public function get_email_type() {
		return $this->email_type;
	}

	public function get_content_type( $default_content_type = '' ) {
		return $this->get_email_type() === 'plain' ? 'text/plain' : 'text/html';
	}

	public function is_enabled() {
		return apply_filters( 'woocommerce_email_enabled_' . $this->id, $this->enabled === 'yes', $this->object, $this );
	}

	public function is_manual() {
		return $this->manual;
	}

	public function is_customer_email() {
		return $this->customer_email;
	}

	public function setup_locale() {
		return $this->is_customer_email() && switch_to_locale( get_locale() );
	}

	public function restore_locale() {
		return $this->is_customer_email() && restore_previous_locale() !== false;
	}

	public function set_object( $object ) {
		$this->object = $object;
	}

	public function get_content() {
		$this->sending = true;
		return $this->get_email_type() === 'plain' ? wordwrap( wp_strip_all_tags( $this->get_content_plain() ), 70 ) : $this->get_content_html();
	}

	public function get_content_plain() {
		return '';
	}

	public function get_content_html() {
		return '';
	}

	public function style_inline( $content ) {
		return $content;
	}

	public function get_from_name( $from_name = '' ) {
		return WC_Emails::instance()->get_from_name();
	}

	public function get_from_address( $from_email = '' ) {
		return WC_Emails::instance()->get_from_address();
	}

	public function send( $to, $subject, $message, $headers, $attachments ) {
		$from = [ $this, 'get_from_address' ];
		$name = [ $this, 'get_from_name' ];
		$type = [ $this, 'get_content_type' ];
		add_filter( 'wp_mail_from', $from );
		add_filter( 'wp_mail_from_name', $name );
		add_filter( 'wp_mail_content_type', $type );
		$sent = wp_mail( ...apply_filters( 'woocommerce_mail_callback_params', [ $to, wp_specialchars_decode( (string) $subject ), apply_filters( 'woocommerce_mail_content', $this->style_inline( $message ) ), $headers, $attachments ], $this ) );
		remove_filter( 'wp_mail_from', $from );
		remove_filter( 'wp_mail_from_name', $name );
		remove_filter( 'wp_mail_content_type', $type );
		do_action( 'woocommerce_email_sent', $sent, (string) $this->id, $this );
		return $sent;
	}
}
