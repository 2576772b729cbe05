<?php
/**
 * What went wrong with one of a batch.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Batch;

use MultiSafepay\PaymentLinks\Domain\Batch\BatchItem;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemOutcome;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemReason;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemStatus;
use MultiSafepay\PaymentLinks\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderIdTaken;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\Exception\SiteChanged;
use Throwable;

/**
 * Turns what a use case threw into what is written down: tried again, skipped or failed.
 */
final class ItemFailure {

	/**
	 * After so many tries without an answer it has failed, and a person decides.
	 */
	public const MAX_TRIES = 6;

	/**
	 * Returns the outcome.
	 */
	public function outcome( Throwable $failure, BatchItem $item ): ItemOutcome {
		return match ( true ) {
			$failure instanceof ProviderUnavailable => $this->again( $item, ItemReason::Unavailable, $failure->retry_after ),
			$failure instanceof CreationUnconfirmed => $this->again( $item, ItemReason::Unconfirmed ),
			$failure instanceof ProviderRefused     => $this->refused( $failure, $item ),
			$failure instanceof NotConfigured       => new ItemOutcome( ItemStatus::Waiting, ItemReason::NotConfigured, $item->link_id ),
			$failure instanceof OrderAlreadyPaid    => new ItemOutcome( ItemStatus::Skipped, ItemReason::OrderPaid, $item->link_id ),
			$failure instanceof LinkNotOpen         => new ItemOutcome( ItemStatus::Skipped, ItemReason::NotOpen, $failure->link->id ),
			default                                 => new ItemOutcome( ItemStatus::Failed, $this->reason( $failure ), $item->link_id ),
		};
	}

	/**
	 * Returns why it failed.
	 */
	private function reason( Throwable $failure ): ItemReason {
		return match ( true ) {
			$failure instanceof OrderNotFound, $failure instanceof LinkNotFound => ItemReason::OrderGone,
			$failure instanceof OrderIdTaken => ItemReason::OrderIdTaken,
			// Of one link alone: the others may have been made with another key.
			$failure instanceof SiteChanged => ItemReason::KeyReplaced,
			$failure instanceof InvalidFields, $failure instanceof InvalidValue => ItemReason::InvalidData,
			default => ItemReason::Error,
		};
	}

	/**
	 * The provider said no.
	 */
	private function refused( ProviderRefused $refusal, BatchItem $item ): ItemOutcome {
		return match ( true ) {
			$refusal->is_for_now() => $this->again( $item, ItemReason::Unavailable, $refusal->retry_after ),
			// It waits until somebody has mended the key.
			ProviderRefused::INVALID_API_KEY === $refusal->error_code => new ItemOutcome( ItemStatus::Waiting, ItemReason::InvalidKey, $item->link_id, $refusal->error_code ),
			default => new ItemOutcome( ItemStatus::Failed, ItemReason::Refused, $item->link_id, $refusal->error_code ),
		};
	}

	/**
	 * Tries once more after a pause, a few times.
	 *
	 * @param BatchItem  $item    Of the batch.
	 * @param ItemReason $reason  Why.
	 * @param int        $seconds How long a pause MultiSafepay asked for; 0 when it did not.
	 */
	public function again( BatchItem $item, ItemReason $reason, int $seconds = 0 ): ItemOutcome {
		return new ItemOutcome( $item->tries >= self::MAX_TRIES ? ItemStatus::Failed : ItemStatus::Waiting, $reason, $item->link_id, slow_down: true, seconds: $seconds );
	}
}
