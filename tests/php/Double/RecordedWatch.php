<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Application\Port\PaymentWatch;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Keeps what was asked for, as "link: state then, in seconds".
 */
final class RecordedWatch implements PaymentWatch {

	/**
	 * @var list<string>
	 */
	public array $asked = [];

	public function watch( PaymentLink $link, int $seconds ): void {
		$this->asked[] = "{$link->id}: {$link->status->value}, in $seconds";
	}
}
