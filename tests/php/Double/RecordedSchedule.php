<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Double;

use MultiSafepay\PaymentLinks\Application\Port\Schedule;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

final class RecordedSchedule implements Schedule {

	/**
	 * @var list<array{int, int}> Link and seconds.
	 */
	public array $actions = [];

	/**
	 * @var list<int> Links.
	 */
	public array $watched = [];

	public function watch( PaymentLink $link ): void {
		$this->watched[] = $link->id;
	}

	/**
	 * @var list<array{int, int}> Link and seconds.
	 */
	public array $retirings = [];

	public function retire_later( PaymentLink $link, int $seconds ): void {
		$this->retirings[] = [ $link->id, $seconds ];
	}

	public function settle_later( PaymentLink $link, int $seconds ): void {
		$this->actions[] = [ $link->id, $seconds ];
	}
}
