<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Admin;

use WC_Settings_Page;

final class GeneralSettings extends WC_Settings_Page {

	public function __construct() {
		$this->id    = 'general';
		$this->label = 'General';
		parent::__construct();
	}

	protected function get_settings_for_section_core( $section_id ) {
		return [
			[ 'title' => 'Store', 'type' => 'title', 'id' => 'stand_in_general' ],
			[ 'title' => 'Currency', 'id' => 'woocommerce_currency', 'type' => 'select', 'default' => 'USD', 'options' => get_woocommerce_currencies() ],
			[ 'title' => 'Country / State', 'id' => 'woocommerce_default_country', 'type' => 'text', 'default' => 'US:CA' ],
			[ 'type' => 'sectionend', 'id' => 'stand_in_general' ],
		];
	}
}
