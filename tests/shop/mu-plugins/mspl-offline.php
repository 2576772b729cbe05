<?php
/**
 * Plugin Name: Development shop: no external requests
 * Description: Blocks outgoing requests except to the loopback address and the payment provider, and writes emails
 * to a file.
 */

declare( strict_types = 1 );

defined( 'ABSPATH' ) || exit;

// Blocked requests fail immediately. Without internet, each update check would delay a page until its timeout.
add_filter(
	'pre_http_request',
	static function ( $response, array $args, string $url ) {
		$provider = (string) parse_url( (string) getenv( 'MULTISAFEPAY_PAYMENT_LINKS_API_URL' ), PHP_URL_HOST );
		$host     = (string) parse_url( $url, PHP_URL_HOST );
		if ( $host !== '' && in_array( $host, [ '127.0.0.1', 'localhost', '[::1]', $provider ], true ) ) {
			return $response;
		}
		// Keep the response of another filter, such as a test's.
		return $response === false
			? new WP_Error( 'http_request_failed', 'Blocked by the development shop: ' . $host )
			: $response;
	},
	PHP_INT_MAX,
	3
);

// One JSON object per line, for developers and for tests.
add_filter(
	'pre_wp_mail',
	static function ( $result, array $mail ) {
		$line = json_encode(
			[ 'at' => gmdate( 'Y-m-d\TH:i:s\Z' ) ] + $mail,
			JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PARTIAL_OUTPUT_ON_ERROR
		);
		file_put_contents( WP_CONTENT_DIR . '/mail.jsonl', $line . "\n", FILE_APPEND | LOCK_EX );
		// With a mail server of a test, the email is also sent.
		return (string) getenv( 'SHOP_SMTP' ) === '' ? $result ?? true : $result;
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
