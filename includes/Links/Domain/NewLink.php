<?php
/**
 * A link that is about to be reserved.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * What goes into the database before MultiSafepay is asked.
 */
final class NewLink {

	/**
	 * Takes what is known before the call.
	 *
	 * @param OrderSnapshot $order           The order.
	 * @param Site          $site            The site; has a key.
	 * @param LinkDetails   $details         What it asks for.
	 * @param string        $idempotency_key Made by the browser per form.
	 * @param OrderId|null  $typed_order_id  Null when the id is generated.
	 * @param Actor         $actor           Who makes it.
	 * @param int|null      $duplicate_of    The link it is copied from.
	 */
	public function __construct(
		public readonly OrderSnapshot $order,
		public readonly Site $site,
		public readonly LinkDetails $details,
		public readonly string $idempotency_key,
		public readonly ?OrderId $typed_order_id,
		public readonly Actor $actor,
		public readonly ?int $duplicate_of = null,
	) {}
}
