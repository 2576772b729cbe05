<?php
/**
 * Which keys links still need.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application\Port;

use DateTimeImmutable;

/**
 * Tells by the marks that links bear which keys they were made with.
 */
interface KeyUse {

	/**
	 * Returns the marks of keys that a link needs: it can still be paid, or it changed after that moment, so that word
	 * of a late payment, a refund or a chargeback may still come, signed with that key.
	 *
	 * @return list<string>
	 */
	public function fingerprints_needed( DateTimeImmutable $changed_after ): array;
}
