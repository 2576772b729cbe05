<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin;

use WC_Settings_Page;

final class PaymentSettings extends WC_Settings_Page {

	public function __construct() {
		$this->id    = 'checkout';
		$this->label = 'Payments';
		parent::__construct();
	}

	protected function get_own_sections() {
		return [ '' => 'Payment methods' ];
	}
}
