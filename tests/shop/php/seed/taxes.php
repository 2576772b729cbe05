<?php
/**
 * VAT rates of the countries of the orders.
 */

declare( strict_types = 1 );

function seed_taxes(): void {
	$rates = [
		[ 'NL', '21.0000', '' ],
		[ 'NL', '9.0000', 'reduced-rate' ],
		[ 'BE', '21.0000', '' ],
		[ 'DE', '19.0000', '' ],
		[ 'ES', '21.0000', '' ],
		[ 'FR', '20.0000', '' ],
		[ 'GB', '20.0000', '' ],
		[ 'SE', '25.0000', '' ],
	];
	foreach ( $rates as [ $country, $rate, $class ] ) {
		WC_Tax::_insert_tax_rate(
			[
				'tax_rate_country'  => $country,
				'tax_rate_state'    => '',
				'tax_rate'          => $rate,
				'tax_rate_name'     => 'VAT',
				'tax_rate_priority' => 1,
				'tax_rate_compound' => 0,
				'tax_rate_shipping' => $class === '' ? 1 : 0,
				'tax_rate_order'    => 0,
				'tax_rate_class'    => $class,
			]
		);
	}
}
