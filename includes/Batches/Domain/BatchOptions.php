<?php
/**
 * How a batch does it.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Batch;

/**
 * What is chosen once for all of a batch.
 */
final class BatchOptions {

	/**
	 * Takes checked values.
	 *
	 * @param bool        $send        Whether new links are sent by e-mail.
	 * @param string      $message     Personal message of those e-mails.
	 * @param string|null $site_id     Site of new links; null for the default one.
	 * @param int|null    $days_active Lifetime of new links; null for the usual one.
	 */
	public function __construct(
		public readonly bool $send = false,
		public readonly string $message = '',
		public readonly ?string $site_id = null,
		public readonly ?int $days_active = null,
	) {}

	/**
	 * Returns them as they are stored.
	 *
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
	 * Reads what was stored.
	 *
	 * @param array<mixed> $stored By name.
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
