<?php
/**
 * The provider calls.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\FollowedLinks;
use MultiSafepay\PaymentLinks\Application\Port\NotificationReader;
use MultiSafepay\PaymentLinks\Application\Port\NotificationVerifier;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkApi;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * Takes a notification for what it is: a hint, once its signature is right, to ask the provider how the order stands.
 */
final class HandleNotification {

	private const TIMEOUT = 8.0;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly FollowedLinks $links,
		private readonly SiteRepository $sites,
		private readonly NotificationVerifier $verifier,
		private readonly NotificationReader $reader,
		private readonly PaymentLinkApi $api,
		private readonly ApplyProviderStatus $apply,
	) {}

	/**
	 * Returns what became of it. Strangers learn nothing: without the key, an order ID that exists is refused as one that does not.
	 */
	public function handle( Notification $notification ): NotificationResult {
		try {
			$link = null === $notification->order_id ? null : $this->links->find_by_order_id( $notification->site_id, $notification->order_id );
			$site = null === $link ? $this->sites->find( $notification->site_id ) : $this->sites->for_link( $link );
			if ( null === $site?->api_key || ! $this->verifier->is_signed( $notification->auth, $notification->body, $site->api_key ) ) {
				return NotificationResult::Refused;
			}

			$hint = null === $notification->order_id ? null : $this->reader->read( $notification->body, $notification->order_id, $notification->is_pretransaction );
			if ( null === $hint ) {
				return NotificationResult::Malformed;
			}

			// Another shop on the same site, or a link that was deleted here: not ours to handle, now or later.
			return null === $link ? NotificationResult::Ignored : $this->ask( $site, $link, $hint, $notification->is_pretransaction );
		} catch ( StorageFailed | ProviderUnavailable | ProviderRefused ) {
			return NotificationResult::NotNow;
		}
	}

	/**
	 * Asks the provider, and takes over what it answers.
	 *
	 * @throws StorageFailed       When the shop could not take it over.
	 * @throws ProviderUnavailable When there is no usable answer.
	 * @throws ProviderRefused     When the provider says no.
	 */
	private function ask( Site $site, PaymentLink $link, ProviderOrder $hint, bool $is_pretransaction ): NotificationResult {
		$found = $this->api->find( $site, $link->order_id, self::TIMEOUT );
		$this->apply->apply( $link, $found ?? new ProviderOrder( null, null, null, null ) );

		// It told of a payment that it does not know of when asked: perhaps not yet. It shall come again.
		$is_early = null === $found
			? ! $is_pretransaction
			: null !== $hint->status && $hint->status->was_paid() && ( null === $found->status || ! $found->status->was_paid() );

		return match ( true ) {
			$is_early                                  => NotificationResult::NotNow,
			null !== $found && null === $found->status => NotificationResult::Unknown,
			default                                    => NotificationResult::Handled,
		};
	}
}
