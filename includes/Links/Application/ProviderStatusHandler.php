<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\Shared\Domain\StorageFailed;

/**
 * Applies what MultiSafepay reports about a link to the link and to its order.
 */
interface ProviderStatusHandler {

	/**
	 * Returns the updated link.
	 *
	 * @throws StorageFailed If the link or its order could not be updated. The report has to be applied again later.
	 */
	public function apply( PaymentLink $link, ProviderOrder $report ): PaymentLink;
}
