<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Create;

use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelInBackground;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkFields;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Application\SiteRepository;

/**
 * Creates a new link with the details of an existing one and, on request, cancels the original afterwards.
 *
 * The new link is created first, so that the customer always has a payable link, even after a failure.
 */
final class DuplicateLink {

	public function __construct(
		private readonly LinkStore $store,
		private readonly SiteRepository $sites,
		private readonly CreateLink $create,
		private readonly CancelInBackground $cancellation,
	) {}

	/**
	 * Creates a duplicate, or returns the existing link of the idempotency key. Also throws the exceptions of
	 * CreateLink::create().
	 *
	 * @throws LinkNotFound
	 * @throws InvalidValue If the idempotency key belongs to another link.
	 */
	public function duplicate( DuplicateLinkCommand $command ): CreatedLink {
		$original = $this->store->find( $command->link_id ) ?? throw new LinkNotFound();
		$created  = $this->create->create( new CreateLinkCommand(
			$original->wc_order_id,
			$command->input->with_defaults( $this->copied_values( $original, $command->is_renewal ) ),
			$command->actor,
			$original->id
		) );

		// Also for a repeated request: the first one may have died before this step.
		$current = $command->cancels_original ? $this->store->find( $original->id ) : null;
		if ( null !== $current && $current->status->is_open() ) {
			$this->cancellation->cancel( $current, $command->actor, LinkReason::Replaced );
		}

		return $created;
	}

	/**
	 * Returns the values of the original. Without the amount in a renewal, so that CreateLink uses the amount due.
	 */
	private function copied_values( PaymentLink $original, bool $is_renewal ): LinkInput {
		$fields = array_values( array_diff( LinkFields::copied(), $is_renewal ? [ 'amount', 'currency' ] : [] ) );
		// The default site replaces a site that no longer exists.
		$site = $this->sites->find( $original->site_id );

		return LinkInput::of( $original->details, $fields )->with_defaults( new LinkInput( site: $site->id ?? '' ) );
	}
}
