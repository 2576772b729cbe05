<?php
/**
 * A MultiSafepay website profile.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * A site: label, environment, key and the template of its order IDs. The key selects the site at the provider.
 */
final class Site {

	/**
	 * Takes settings that have been checked.
	 *
	 * @param string          $id                Our own short name for it, `[a-z0-9-]{1,32}`.
	 * @param string          $label             What staff see.
	 * @param Environment     $environment       Test or live.
	 * @param ApiKey|null     $api_key           Null while none is set.
	 * @param OrderIdTemplate $order_id_template Makes its order IDs.
	 * @param bool            $is_default        Whether forms begin with it.
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $label,
		public readonly Environment $environment,
		public readonly ?ApiKey $api_key,
		public readonly OrderIdTemplate $order_id_template,
		public readonly bool $is_default,
	) {}
}
