<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Application;

use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Application\ProviderStatusHandler;
use MultiSafepay\PaymentLinks\Links\Domain\LinkChange;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderStatus;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;

/**
 * Applies a status reported by the provider to a link and then to its order. A payment must match the link's amount
 * and currency; otherwise it raises an alert. Used by notifications, refreshes and reconciliation.
 */
final class ApplyProviderStatus implements ProviderStatusHandler {

	private const MAX_TRIES = 5;

	public function __construct(
		private readonly LinkStore $store,
		private readonly Clock $clock,
		private readonly SyncOrder $sync,
	) {}

	/**
	 * Returns the updated link. After a concurrent change, the report is applied to the changed link.
	 *
	 * @throws StorageFailed When the link or its order could not be updated. The caller may retry.
	 */
	public function apply( PaymentLink $link, ProviderOrder $report ): PaymentLink {
		return $this->sync->sync( $this->update( $link, $report ), $report->amount );
	}

	private function update( PaymentLink $link, ProviderOrder $report ): PaymentLink {
		for ( $tries = 0; $tries < self::MAX_TRIES; $tries++ ) {
			$next = $this->next_status( $link, $report );
			if ( $this->is_second_payment( $link, $report ) ) {
				return $this->raise( $link, PaymentAlert::SecondPayment, $report );
			}
			if ( null === $next ) {
				return $this->add_refund( $link, $report );
			}
			if (
				$next->was_paid()
				&& ( null === $report->amount || ! $report->amount->equals( $link->details->amount ) )
			) {
				$is_other_currency = null !== $report->amount
					&& ! $report->amount->currency->equals( $link->details->amount->currency );

				return $this->raise(
					$link,
					$is_other_currency ? PaymentAlert::CurrencyMismatch : PaymentAlert::AmountMismatch,
					$report
				);
			}

			if ( $next->has_payment() ) {
				$this->sync->schedule( $link );
			}
			$changed = $this->store->change( $link, $this->change( $link, $report, $next ) );
			if ( null !== $changed ) {
				return $changed;
			}

			$link = $this->store->find( $link->id ) ?? throw new StorageFailed( 'The link is gone.' );
		}

		throw new StorageFailed( 'The link moves too fast.' );
	}

	/**
	 * Whether the customer paid a link that was already paid.
	 */
	private function is_second_payment( PaymentLink $link, ProviderOrder $report ): bool {
		return $link->status->was_paid()
			&& ProviderStatus::Completed === $report->status
			&& null !== $link->transaction_id
			&& null !== $report->transaction_id
			&& $link->transaction_id !== $report->transaction_id;
	}

	/**
	 * Raises an alert, unless the link has an alert of the same or a higher rank.
	 */
	private function raise( PaymentLink $link, PaymentAlert $alert, ProviderOrder $report ): PaymentLink {
		if ( ! $alert->outranks( $link->alert ) ) {
			return $link;
		}

		$this->sync->schedule( $link );
		$amount = null === $report->amount ? '' : $report->amount->to_decimal() . ' ' . $report->amount->currency->code;

		return $this->store->raise_alert( $link, $alert, trim( $amount . ' ' . $report->transaction_id ) );
	}

	private function add_refund( PaymentLink $link, ProviderOrder $report ): PaymentLink {
		if (
			! $link->status->was_paid()
			|| null === $report->refunded
			|| $report->refunded->amount <= $link->refunded
		) {
			return $link;
		}

		$this->sync->schedule( $link );

		return $this->store->add_refund( $link, $report->refunded );
	}

	/**
	 * Returns the new status of the link, or null when it does not change.
	 */
	private function next_status( PaymentLink $link, ProviderOrder $report ): ?LinkStatus {
		$next = null === $report->status ? null : LinkStatus::from_provider( $report->status );
		$now  = $this->clock->now();

		// An expired payment attempt does not end the link; only the link's own expiry does.
		if ( LinkStatus::Expired === $next && null !== $link->expires_at && $link->expires_at > $now ) {
			$next = LinkStatus::Active;
		}
		if ( ( null === $next || LinkStatus::Active === $next ) && LinkStatus::Expired === $link->status_at( $now ) ) {
			$next = LinkStatus::Expired;
		}

		return null !== $next && $link->status->can_become( $next ) ? $next : null;
	}

	private function change( PaymentLink $link, ProviderOrder $report, LinkStatus $next ): LinkChange {
		return new LinkChange(
			$next,
			LinkStatus::Expired === $next && ProviderStatus::Expired !== $report->status
				? LinkReason::Expired
				: LinkReason::ProviderStatus,
			Actor::provider(),
			// A won chargeback does not change the payment date.
			paid_at: $next->was_paid() && null === $link->paid_at ? $this->clock->now() : null,
			transaction_id: $report->transaction_id,
			payment_method: $report->payment_method,
			alert: LinkStatus::Chargeback === $next && PaymentAlert::Chargeback->outranks( $link->alert )
				? PaymentAlert::Chargeback
				: null,
			clears_alert: LinkStatus::Completed === $next && PaymentAlert::Chargeback === $link->alert,
			refunded: null === $report->refunded || ! $next->was_paid()
				? null
				: max( $link->refunded, $report->refunded->amount ),
		);
	}
}
