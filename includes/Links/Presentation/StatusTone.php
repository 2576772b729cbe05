<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Presentation;

use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;

/**
 * The colour of a status badge, as a part of its CSS class.
 */
final class StatusTone {

	/**
	 * @return 'open'|'good'|'attention'|'bad'|'over'
	 */
	public static function of( LinkStatus $status ): string {
		return match ( $status ) {
			LinkStatus::Active, LinkStatus::Creating => 'open',
			LinkStatus::Completed => 'good',
			LinkStatus::Unconfirmed, LinkStatus::Uncleared, LinkStatus::Declined => 'attention',
			LinkStatus::Failed, LinkStatus::Chargeback => 'bad',
			default => 'over',
		};
	}
}
