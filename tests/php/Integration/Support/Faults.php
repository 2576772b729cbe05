<?php
/**
 * What can go wrong on the way to the provider.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

/**
 * Faults of the emulator, as data of tests.
 */
final class Faults {

	/**
	 * Every way in which a call ends without an answer that can be used.
	 *
	 * @return array<string, array{string}>
	 */
	public static function without_an_answer(): array {
		return [
			'silence'       => [ 'silent' ],
			'too slow'      => [ 'slow' ],
			'an error page' => [ 'status_503_html' ],
			'HTML'          => [ 'html_200' ],
			'a reset'       => [ 'reset_before' ],
			'a reset later' => [ 'reset_after' ],
			'half a JSON'   => [ 'bad_json' ],
			'nothing'       => [ 'empty_200' ],
		];
	}
}
