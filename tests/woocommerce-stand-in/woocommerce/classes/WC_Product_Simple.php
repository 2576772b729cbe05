<?php

declare( strict_types = 1 );

class WC_Product_Simple extends WC_Product {

	public function get_type() {
		return 'simple';
	}
}
