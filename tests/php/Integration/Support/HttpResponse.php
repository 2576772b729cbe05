<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use RuntimeException;

final class HttpResponse {

	public function __construct( public readonly int $status, public readonly string $body ) {
	}

	/**
	 * Returns the decoded JSON body.
	 *
	 * @return array<mixed>
	 */
	public function json(): array {
		$value = json_decode( $this->body, true );
		if ( ! is_array( $value ) ) {
			throw new RuntimeException( "Status {$this->status} without JSON: " . substr( $this->body, 0, 500 ) );
		}
		return $value;
	}
}
