<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Application;

use DateTimeImmutable;

/**
 * The API keys that existing links need.
 */
interface KeyUsage {

	/**
	 * Returns the fingerprints of the keys of links that can still be paid or that changed after the given time.
	 * MultiSafepay signs their notifications about payments, refunds and chargebacks with these keys.
	 *
	 * @return list<string>
	 */
	public function fingerprints_needed( DateTimeImmutable $changed_after ): array;
}
