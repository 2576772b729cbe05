<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Application\LinkApi;
use MultiSafepay\PaymentLinks\Links\Application\LinkSites;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Application\ProviderStatusHandler;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Application\NotificationParser;
use MultiSafepay\PaymentLinks\MultiSafepay\Application\NotificationSignature;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;
use MultiSafepay\PaymentLinks\Sites\Application\SiteRepository;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;

/**
 * Verifies the signature of a notification, then fetches the order from MultiSafepay. The body changes nothing; if it
 * repeats what the shop already knows, nothing is fetched.
 */
final class HandleNotification {

	private const TIMEOUT_SECONDS = 8.0;

	public function __construct(
		private readonly LinkStore $links,
		private readonly SiteRepository $sites,
		private readonly LinkSites $link_sites,
		private readonly NotificationSignature $signature,
		private readonly NotificationParser $parser,
		private readonly LinkApi $api,
		private readonly ProviderStatusHandler $handler,
		private readonly KnownState $known,
	) {}

	/**
	 * Without a valid signature, known and unknown order IDs are refused alike, so that order IDs cannot be probed.
	 */
	public function handle( Notification $notification ): NotificationResult {
		try {
			$link = null === $notification->order_id
				? null
				: $this->links->find_by_order_id( $notification->site_id, $notification->order_id );
			$site = null === $link ? $this->sites->find( $notification->site_id ) : $this->link_sites->find( $link );
			if (
				null === $site?->api_key
				|| ! $this->signature->is_signed( $notification->auth, $notification->body, $site->api_key )
			) {
				return NotificationResult::Refused;
			}

			$notified = null === $notification->order_id
				? null
				: $this->parser->parse(
					$notification->body,
					$notification->order_id,
					$notification->is_pretransaction
				);
			if ( null === $notified ) {
				return NotificationResult::Malformed;
			}

			return match ( true ) {
				// The order belongs to another shop on the same site, or the link was deleted: no retry can help.
				null === $link => NotificationResult::Ignored,
				! $notification->is_pretransaction && $this->known->contains(
					$link,
					$notified
				) => NotificationResult::Handled,
				default => $this->verify( $site, $link, $notified, $notification->is_pretransaction ),
			};
		} catch ( StorageFailed | ProviderUnavailable | ProviderRefused ) {
			return NotificationResult::NotNow;
		}
	}

	/**
	 * Fetches the order from the provider and applies its status.
	 *
	 * @throws StorageFailed When the shop could not store the status.
	 * @throws ProviderUnavailable When there is no usable response.
	 * @throws ProviderRefused When the provider rejects the request.
	 */
	private function verify(
		Site $site,
		PaymentLink $link,
		ProviderOrder $notified,
		bool $is_pretransaction,
	): NotificationResult {
		$found = $this->api->find( $site, $link->order_id, self::TIMEOUT_SECONDS );
		$this->handler->apply( $link, $found ?? new ProviderOrder() );

		// The notification reports a payment that the API does not return yet. Let MultiSafepay send it again.
		$is_early = null === $found
			? ! $is_pretransaction
			: null !== $notified->status
				&& $notified->status->was_paid()
				&& ( null === $found->status || ! $found->status->was_paid() );

		return match ( true ) {
			$is_early                                  => NotificationResult::NotNow,
			null !== $found && null === $found->status => NotificationResult::Unknown,
			default                                    => NotificationResult::Handled,
		};
	}
}
