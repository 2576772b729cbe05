<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\OrderSyncState;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;

/**
 * Recognises a report that repeats what the link and its order already contain.
 *
 * Every field must be present and equal. A different transaction, amount or refund could raise an alert, and an open
 * link that has expired meanwhile has to be updated.
 */
final class KnownState {

	public function __construct( private readonly Clock $clock ) {}

	public function contains( PaymentLink $link, ProviderOrder $report ): bool {
		return null !== $report->status
			&& LinkStatus::from_provider( $report->status ) === $link->status
			&& $link->status_at( $this->clock->now() ) === $link->status
			&& null !== $report->transaction_id
			&& $report->transaction_id === $link->transaction_id
			&& true === $report->amount?->equals( $link->details->amount )
			&& true === $report->refunded?->currency->equals( $link->details->amount->currency )
			&& $report->refunded->amount === $link->refunded
			&& ! OrderSyncState::is_outdated( $link );
	}
}
