<?php
/**
 * Links that their order has outgrown.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Storage;

/**
 * Says in SQL that a link does not ask what its order still owes; only whoever keeps the orders knows that.
 */
interface StaleCondition {

	/**
	 * Returns a condition on the table of links by the name of `l`. Whether a link is open is not part of it.
	 *
	 * @param string $links Name of that table.
	 * @return array{literal-string, list<int|string>} With placeholders of wpdb::prepare(), and values for them.
	 */
	public function of( string $links ): array;
}
