<?php
/**
 * What is stored of a site.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\OrderIdTemplate;

/**
 * A site as the store manager set it, before constants and other plugins have their say about the key.
 */
final class SiteSettings {

	public const ID_PATTERN = '/\A[a-z0-9-]{1,32}\z/';

	public const MAX_LABEL_LENGTH = 60;

	/**
	 * Takes values that have been checked.
	 *
	 * @param string          $id                Our own short name, never changed once made: links bear it.
	 * @param string          $label             What staff see.
	 * @param Environment     $environment       Test or live.
	 * @param ApiKey|null     $api_key           The stored key.
	 * @param bool            $uses_official_key Whether the key is read from the official plugin instead.
	 * @param OrderIdTemplate $order_id_template Makes its order IDs.
	 * @param bool            $is_default        Whether forms begin with it.
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

	/**
	 * Returns the same site as the default one or as another one.
	 */
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
