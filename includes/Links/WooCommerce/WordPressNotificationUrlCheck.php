<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Application\Draft\NotificationUrlCheck;
use MultiSafepay\PaymentLinks\MultiSafepay\Http\Endpoint;

final class WordPressNotificationUrlCheck implements NotificationUrlCheck {

	public function __construct( private readonly Endpoint $endpoint ) {}

	public function has_pretty_permalinks(): bool {
		return ! in_array( get_option( 'permalink_structure' ), [ '', false ], true );
	}

	/**
	 * In a development environment, the emulator also sends notifications over plain HTTP.
	 */
	public function is_reachable_by_https(): bool {
		return $this->endpoint->allows_plain_http() || 'https' === wp_parse_url( rest_url(), PHP_URL_SCHEME );
	}
}
