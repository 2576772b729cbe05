<?php
/**
 * Plugin Name: Development shop: nothing leaves this machine
 * Description: Refuses every outgoing request but to the loopback address and the payment provider in use, and keeps mails in a file.
 */

declare( strict_types = 1 );

defined( 'ABSPATH' ) || exit;

// Refused at once: an update check without internet would otherwise wait out its timeout on each page.
add_filter(
	'pre_http_request',
	static function ( $answer, array $arguments, string $url ) {
		$provider = (string) parse_url( (string) getenv( 'MULTISAFEPAY_PAYMENT_LINKS_API_URL' ), PHP_URL_HOST );
		$host     = (string) parse_url( $url, PHP_URL_HOST );
		if ( $host !== '' && in_array( $host, [ '127.0.0.1', 'localhost', '[::1]', $provider ], true ) ) {
			return $answer;
		}
		// Somebody else may answer in its place, as tests do.
		return $answer === false ? new WP_Error( 'http_request_failed', 'This shop reaches no other host: ' . $host ) : $answer;
	},
	PHP_INT_MAX,
	3
);

// One JSON object a line, for people and for tests.
add_filter(
	'pre_wp_mail',
	static function ( $done, array $mail ) {
		$line = json_encode( [ 'at' => gmdate( 'Y-m-d\TH:i:s\Z' ) ] + $mail, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PARTIAL_OUTPUT_ON_ERROR );
		file_put_contents( WP_CONTENT_DIR . '/mail.jsonl', $line . "\n", FILE_APPEND | LOCK_EX );
		// Where a test names a mail server, the mail takes its real way there.
		return (string) getenv( 'SHOP_SMTP' ) === '' ? $done ?? true : $done;
	},
	10,
	2
);

add_action(
	'phpmailer_init',
	static function ( $mailer ): void {
		$server = explode( ':', (string) getenv( 'SHOP_SMTP' ) );
		if ( count( $server ) === 2 && $server[0] === '127.0.0.1' ) {
			$mailer->isSMTP();
			$mailer->Host        = $server[0];
			$mailer->Port        = (int) $server[1];
			$mailer->SMTPAuth    = false;
			$mailer->SMTPAutoTLS = false;
			$mailer->Timeout     = 10;
		}
	}
);
