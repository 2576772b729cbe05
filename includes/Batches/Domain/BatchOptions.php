<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Domain;

/**
 * Options that apply to all items of a batch.
 */
final class BatchOptions {

	/**
	 * @param bool $send Whether new links are emailed to the customer.
	 * @param string|null $site_id Site of new links; null for the default site.
	 * @param int|null $days_active Lifetime of new links in days; null for the default lifetime.
	 */
	public function __construct(
		public readonly bool $send = false,
		public readonly string $message = '',
		public readonly ?string $site_id = null,
		public readonly ?int $days_active = null,
	) {}

	/**
	 * @return array<string, bool|int|string|null>
	 */
	public function to_array(): array {
		return [
			'send'        => $this->send,
			'message'     => $this->message,
			'site'        => $this->site_id,
			'days_active' => $this->days_active,
		];
	}

	/**
	 * @param array<mixed> $stored As returned by to_array().
	 */
	public static function from_array( array $stored ): self {
		return new self(
			true === ( $stored['send'] ?? null ),
			is_string( $stored['message'] ?? null ) ? $stored['message'] : '',
			is_string( $stored['site'] ?? null ) ? $stored['site'] : null,
			is_int( $stored['days_active'] ?? null ) ? $stored['days_active'] : null,
		);
	}
}
