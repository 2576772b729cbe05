<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

/**
 * Data providers with faults of the emulator.
 */
final class Faults {

	/**
	 * All faults after which a request has no usable response.
	 *
	 * @return array<string, array{string}>
	 */
	public static function without_response(): array {
		return [
			'no response'               => [ 'silent' ],
			'a timeout'                 => [ 'slow' ],
			'an error page'             => [ 'status_503_html' ],
			'an HTML response'          => [ 'html_200' ],
			'a reset before processing' => [ 'reset_before' ],
			'a reset after processing'  => [ 'reset_after' ],
			'truncated JSON'            => [ 'bad_json' ],
			'an empty response'         => [ 'empty_200' ],
		];
	}
}
