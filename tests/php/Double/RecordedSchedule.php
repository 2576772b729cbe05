<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Links\Application\LinkScheduler;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;

final class RecordedSchedule implements LinkScheduler {

	/**
	 * @var list<array{int, int}> Link ID and delay in seconds.
	 */
	public array $actions = [];

	/**
	 * @var list<array{int, int}> Link ID and delay in seconds.
	 */
	public array $cancellations = [];

	public function cancel_later( PaymentLink $link, int $seconds ): void {
		$this->cancellations[] = [ $link->id, $seconds ];
	}

	public function resolve_later( PaymentLink $link, int $seconds ): void {
		$this->actions[] = [ $link->id, $seconds ];
	}
}
