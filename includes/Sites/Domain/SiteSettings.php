<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;

/**
 * A site as stored in the settings. SiteKeys resolves its effective key.
 */
final class SiteSettings {

	public const ID_PATTERN = '/\A[a-z0-9-]{1,32}\z/';

	public const MAX_LABEL_LENGTH = 60;

	/**
	 * @param string $id Must not change: links store it.
	 * @param bool $uses_official_key Whether to use the key of the official plugin instead.
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $label,
		public readonly Environment $environment,
		public readonly ?ApiKey $api_key = null,
		public readonly bool $uses_official_key = false,
		public readonly OrderIdTemplate $order_id_template = new OrderIdTemplate(),
		public readonly bool $is_default = false,
	) {}

	public function with_default( bool $is_default ): self {
		return $is_default === $this->is_default ? $this : new self(
			$this->id,
			$this->label,
			$this->environment,
			$this->api_key,
			$this->uses_official_key,
			$this->order_id_template,
			$is_default,
		);
	}
}
