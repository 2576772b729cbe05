<?php
/**
 * The same link once more.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;

/**
 * Makes a link with the details of an existing one under a new order ID.
 */
final class CopyLink {

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly PaymentLinkStore $store,
		private readonly CreatePaymentLink $create,
	) {}

	/**
	 * Makes the copy, or returns the one that its idempotency key already has.
	 *
	 * @param int          $link_id Our id of the original.
	 * @param array<mixed> $body    Fields of the create body, which win over the original's; the idempotency key is among them.
	 * @param Actor        $actor   Who asks.
	 * @throws LinkNotFound When there is no such link; besides, whatever CreatePaymentLink throws.
	 */
	public function copy( int $link_id, array $body, Actor $actor ): CreatedLink {
		$link    = $this->store->find( $link_id ) ?? throw new LinkNotFound();
		$details = $link->details;
		$values  = [
			'site'           => $link->site_id,
			'amount'         => $details->amount->amount,
			'currency'       => $details->amount->currency->code,
			'description'    => $details->description,
			'seconds_active' => $details->seconds_active,
			'second_chance'  => $details->second_chance,
			'gateway'        => $details->gateway,
			'customer'       => $details->customer->to_array(),
			'delivery'       => $details->delivery?->to_array(),
			'include_cart'   => $details->include_cart,
			'redirect_url'   => $details->redirect_url,
			'cancel_url'     => $details->cancel_url,
			'note'           => $details->note,
		];

		return $this->create->create( $link->wc_order_id, $body + $values, $actor );
	}
}
