<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Application;

use MultiSafepay\PaymentLinks\Batches\Domain\BatchItem;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemOutcome;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemReason;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemStatus;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderEnded;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderIdAlreadyUsed;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteChanged;
use Throwable;

/**
 * Maps an exception of a use case to the outcome of an item: waiting for another attempt, skipped or failed.
 */
final class ItemFailure {

	/**
	 * After this many attempts without a response, the item has failed. Staff can retry it.
	 */
	public const MAX_ATTEMPTS = 6;

	public function outcome( Throwable $failure, BatchItem $item ): ItemOutcome {
		return match ( true ) {
			$failure instanceof ProviderUnavailable => $this->retry_later(
				$item,
				ItemReason::Unavailable,
				$failure->retry_after
			),
			$failure instanceof CreationUnconfirmed => $this->retry_later( $item, ItemReason::Unconfirmed ),
			$failure instanceof ProviderRefused     => $this->refused( $failure, $item ),
			$failure instanceof NotConfigured       => new ItemOutcome(
				ItemStatus::Waiting,
				ItemReason::NotConfigured,
				$item->link_id
			),
			$failure instanceof OrderAlreadyPaid    => new ItemOutcome(
				ItemStatus::Skipped,
				ItemReason::OrderPaid,
				$item->link_id
			),
			$failure instanceof OrderEnded          => self::order_ended( $failure, $item ),
			$failure instanceof LinkNotOpen         => new ItemOutcome(
				ItemStatus::Skipped,
				ItemReason::NotOpen,
				$failure->link->id
			),
			default                                 => new ItemOutcome(
				ItemStatus::Failed,
				$this->reason( $failure ),
				$item->link_id
			),
		};
	}

	private static function order_ended( OrderEnded $failure, BatchItem $item ): ItemOutcome {
		[ $status, $reason ] = match ( $failure->end ) {
			OrderEnd::Paid                         => [ ItemStatus::Skipped, ItemReason::OrderPaid ],
			OrderEnd::Cancelled, OrderEnd::Refunded => [ ItemStatus::Skipped, ItemReason::OrderEnded ],
			OrderEnd::Trashed, OrderEnd::Deleted   => [ ItemStatus::Failed, ItemReason::OrderGone ],
		};

		return new ItemOutcome( $status, $reason, $failure->link->id ?? $item->link_id );
	}

	private function reason( Throwable $failure ): ItemReason {
		return match ( true ) {
			$failure instanceof OrderNotFound, $failure instanceof LinkNotFound => ItemReason::OrderGone,
			$failure instanceof OrderIdAlreadyUsed => ItemReason::OrderIdAlreadyUsed,
			// Does not stop the batch: other links may have been created with another API key.
			$failure instanceof SiteChanged => ItemReason::KeyReplaced,
			$failure instanceof InvalidFields, $failure instanceof InvalidValue => ItemReason::InvalidData,
			default => ItemReason::Error,
		};
	}

	private function refused( ProviderRefused $failure, BatchItem $item ): ItemOutcome {
		return match ( true ) {
			$failure->is_rate_limited() => $this->retry_later( $item, ItemReason::Unavailable, $failure->retry_after ),
			// The item waits until staff correct the API key.
			ProviderRefused::INVALID_API_KEY === $failure->error_code => new ItemOutcome(
				ItemStatus::Waiting,
				ItemReason::InvalidKey,
				$item->link_id,
				$failure->error_code
			),
			default => new ItemOutcome( ItemStatus::Failed, ItemReason::Refused, $item->link_id, $failure->error_code ),
		};
	}

	/**
	 * Returns an outcome for another attempt after a pause, or a failure after the last attempt.
	 *
	 * @param int $seconds Minimum pause requested by MultiSafepay; 0 for none.
	 */
	public function retry_later( BatchItem $item, ItemReason $reason, int $seconds = 0 ): ItemOutcome {
		return new ItemOutcome(
			$item->attempts >= self::MAX_ATTEMPTS ? ItemStatus::Failed : ItemStatus::Waiting,
			$reason,
			$item->link_id,
			slow_down: true,
			seconds: $seconds
		);
	}
}
