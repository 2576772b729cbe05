<?php
/**
 * A product without variations.
 *
 * @package MultiSafepay\PaymentLinks\Tests\StandIn
 */

declare( strict_types = 1 );

class WC_Product_Simple extends WC_Product {

	public function get_type() {
		return 'simple';
	}
}
