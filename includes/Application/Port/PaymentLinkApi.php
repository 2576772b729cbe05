<?php
/**
 * The provider's side of a link.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * Creates, reads and cancels links at MultiSafepay. No call is ever repeated by itself.
 */
interface PaymentLinkApi {

	/**
	 * Creates the link that is reserved and returns its payment URL.
	 *
	 * @param Site          $site    The site; has a key.
	 * @param PaymentLink   $link    The reserved row.
	 * @param OrderSnapshot $order   The order it is for.
	 * @param float         $timeout Seconds.
	 * @throws ProviderRefused     When the provider says no: nothing was made.
	 * @throws ProviderUnavailable When there is no usable answer: it may have been made.
	 */
	public function create( Site $site, PaymentLink $link, OrderSnapshot $order, float $timeout ): string;

	/**
	 * Reads a link. Null means that the provider names no order, which it may also say of a link that nobody opened.
	 *
	 * @param Site    $site     The site it was made on.
	 * @param OrderId $order_id MultiSafepay's id.
	 * @param float   $timeout  Seconds.
	 * @throws ProviderRefused     When the provider says no for another reason.
	 * @throws ProviderUnavailable When there is no usable answer.
	 */
	public function find( Site $site, OrderId $order_id, float $timeout ): ?ProviderOrder;

	/**
	 * Cancels a link so that nobody can pay it and no reminder goes out. False means that the provider knows no such open order.
	 *
	 * @param Site    $site     The site it was made on.
	 * @param OrderId $order_id MultiSafepay's id.
	 * @param float   $timeout  Seconds.
	 * @throws ProviderRefused     When the provider says no for another reason.
	 * @throws ProviderUnavailable When there is no usable answer.
	 */
	public function cancel( Site $site, OrderId $order_id, float $timeout ): bool;
}
