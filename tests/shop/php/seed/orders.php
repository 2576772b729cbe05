<?php
/**
 * Orders with various currencies, countries and statuses.
 */

declare( strict_types = 1 );

/**
 * @return array<string, int> Order ID by purpose.
 */
function seed_orders( OrderSeeder $seeder ): array {
	$nl = seed_address( 'Robin', 'Smit', 'NL', 'Prinsengracht 263-A', '', '1016 GV', 'Amsterdam', '+31612345678' );
	$be = seed_address( 'Lotte', 'Peeters', 'BE', 'Meir 12', 'bus 3', '2000', 'Antwerpen', '+32470123456' );
	$de = seed_address( 'Jürgen', 'Müller', 'DE', 'Kurfürstendamm 21a', '', '10719', 'Berlin', '+4915112345678' );
	$fr = seed_address(
		'Amélie',
		'Lefèvre',
		'FR',
		'17 bis Rue de Rivoli',
		'Bâtiment C',
		'75004',
		'Paris',
		'+33612345678'
	);
	$es = seed_address(
		'José',
		'García Márquez',
		'ES',
		'Calle de Alcalá, 45',
		'3º izq.',
		'28014',
		'Madrid',
		'+34612345678',
		'M'
	);
	$gb = seed_address( 'Emily', "O'Brien", 'GB', '221B Baker Street', 'Flat 2', 'NW1 6XE', 'London', '+447911123456' );
	$us = seed_address(
		'Grace',
		'Johnson',
		'US',
		'1600 Amphitheatre Pkwy',
		'',
		'94043',
		'Mountain View',
		'+16502530000',
		'CA'
	);
	$jp = seed_address( 'Haruki', 'Tanaka', 'JP', '1-2-3 Shibuya', '', '150-0002', 'Tokyo', '+81312345678', 'JP13' );
	$kw = seed_address( 'Fatima', 'Al-Sabah', 'KW', 'Gulf Road 7', '', '13001', 'Kuwait City', '+96512345678' );
	$se = seed_address( 'Astrid', 'Lindqvist', 'SE', 'Storgatan 1', '', '111 23', 'Stockholm', '+46701234567' );

	return [
		'paid' => $seeder->create( $nl, [ 'book' => 1 ], [ 'status' => 'processing', 'method' => 'bacs' ] ),
		'completed' => $seeder->create( $be, [ 'bulbs' => 3 ], [ 'status' => 'completed', 'method' => 'bacs' ] ),
		'refunded' => $seeder->create(
			$nl,
			[ 'print' => 1 ],
			[ 'status' => 'completed', 'method' => 'bacs', 'refund' => 80.0 ]
		),
		'part_refunded' => $seeder->create(
			$nl,
			[ 'vase' => 2 ],
			[ 'status' => 'completed', 'method' => 'bacs', 'refund' => 49.95 ]
		),
		'cancelled' => $seeder->create( $de, [ 'voucher' => 1 ], [ 'status' => 'cancelled' ] ),
		'failed' => $seeder->create( $fr, [ 'print' => 1 ], [ 'status' => 'failed', 'shipping' => 12.5 ] ),
		'on_hold' => $seeder->create(
			$de,
			[ 'vase' => 1, 'bulbs' => 2 ],
			[ 'status' => 'on-hold', 'method' => 'bacs', 'shipping' => 6.95 ]
		),
		'usd' => $seeder->create( $us, [ 'print' => 1 ], [ 'currency' => 'USD', 'unit' => 99.0 ] ),
		'gbp' => $seeder->create( $gb, [ 'shirt' => 2 ], [ 'currency' => 'GBP', 'unit' => 27.5, 'shipping' => 5.0 ] ),
		'jpy' => $seeder->create( $jp, [ 'vase' => 1 ], [ 'currency' => 'JPY', 'unit' => 7800.0 ] ),
		'kwd' => $seeder->create( $kw, [ 'print' => 1 ], [ 'currency' => 'KWD', 'unit' => 24.5 ] ),
		'sek' => $seeder->create( $se, [ 'shirt' => 1, 'book' => 1 ], [ 'currency' => 'SEK', 'unit' => 349.0 ] ),
		'fee' => $seeder->create( $es, [ 'vase' => 1 ], [ 'fee' => [ 'Gift wrapping', 3.5 ], 'shipping' => 9.95 ] ),
		'coupon' => $seeder->create(
			$be,
			[ 'print' => 1, 'bulbs' => 4 ],
			[ 'coupon' => 'spring10', 'shipping' => 4.95 ]
		),
		'no_email' => $seeder->create( [ 'email' => '' ] + $nl, [ 'voucher' => 1 ] ),
		'ready' => $seeder->create( $nl, [ 'print' => 1 ], [ 'customer' => 'robin' ] ),
	];
}

/**
 * @return array<string, string>
 */
function seed_address(
	string $first,
	string $last,
	string $country,
	string $line1,
	string $line2,
	string $postcode,
	string $city,
	string $phone,
	string $state = '',
): array {
	return [
		'first_name' => $first,
		'last_name'  => $last,
		'email'      => strtolower( (string) preg_replace( '/[^A-Za-z]/', '', remove_accents( $first ) ) )
			. '@example.test',
		'phone'      => $phone,
		'address_1'  => $line1,
		'address_2'  => $line2,
		'postcode'   => $postcode,
		'city'       => $city,
		'state'      => $state,
		'country'    => $country,
	];
}
