<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Payments\Application\OrderSyncScheduler;

/**
 * Records scheduled actions as "link ID: status at that time, in seconds".
 */
final class RecordedWatch implements OrderSyncScheduler {

	/**
	 * @var list<string>
	 */
	public array $scheduled = [];

	public function schedule( PaymentLink $link, int $seconds ): void {
		$this->scheduled[] = "{$link->id}: {$link->status->value}, in $seconds";
	}
}
