<?php
/**
 * An answer over HTTP.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use RuntimeException;

final class HttpAnswer {

	public function __construct( public readonly int $status, public readonly string $body ) {
	}

	/**
	 * The body as JSON.
	 *
	 * @return array<mixed>
	 */
	public function json(): array {
		$value = json_decode( $this->body, true );
		if ( ! is_array( $value ) ) {
			throw new RuntimeException( "Status {$this->status} with no JSON: " . substr( $this->body, 0, 500 ) );
		}
		return $value;
	}
}
