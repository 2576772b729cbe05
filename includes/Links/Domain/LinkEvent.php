<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;

/**
 * An entry of a link's event log.
 */
final class LinkEvent {

	/**
	 * @param DateTimeImmutable $at UTC.
	 * @param LinkStatus|null $from Null for the first event.
	 * @param LinkStatus $to Equals `$from` if the event did not change the status.
	 * @param string $detail Depends on the reason, such as an amount or a recipient; usually empty.
	 */
	public function __construct(
		public readonly DateTimeImmutable $at,
		public readonly Actor $actor,
		public readonly ?LinkStatus $from,
		public readonly LinkStatus $to,
		public readonly LinkReason $reason,
		public readonly ?int $error_code,
		public readonly string $detail = '',
	) {}
}
