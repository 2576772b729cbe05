<?php
/**
 * Products and a coupon.
 */

declare( strict_types = 1 );

/**
 * @return array<string, WC_Product> Products by SKU.
 */
function seed_products(): array {
	$products = [];
	$simple   = [
		[ 'vase', 'Delft blue vase', '49.95', '' ],
		[ 'bulbs', 'Tulip bulbs, 50 pieces', '12.50', 'reduced-rate' ],
		[ 'print', 'Art print "Canals"', '80.00', '' ],
		[ 'book', 'Book: Dutch gardens', '24.90', 'reduced-rate' ],
	];
	foreach ( $simple as [ $sku, $name, $price, $class ] ) {
		$products[ $sku ] = seed_product( new WC_Product_Simple(), $sku, $name, $price, $class );
	}
	$voucher = new WC_Product_Simple();
	$voucher->set_virtual( true );
	$products['voucher'] = seed_product( $voucher, 'voucher', 'Gift voucher by e-mail', '25.00', '' );

	$products['shirt'] = seed_variations();
	seed_coupon();
	return $products;
}

function seed_product( WC_Product $product, string $sku, string $name, string $price, string $tax_class ): WC_Product {
	$product->set_name( $name );
	$product->set_sku( $sku );
	$product->set_regular_price( $price );
	$product->set_tax_class( $tax_class );
	$product->save();
	return $product;
}

function seed_variations(): WC_Product {
	$size = new WC_Product_Attribute();
	$size->set_name( 'Size' );
	$size->set_options( [ 'S', 'L' ] );
	$size->set_variation( true );
	$size->set_visible( true );

	$shirt = new WC_Product_Variable();
	$shirt->set_name( 'Tulip shirt' );
	$shirt->set_attributes( [ $size ] );
	$shirt->save();

	$variations = [];
	foreach ( [ 'S' => '29.00', 'L' => '31.00' ] as $value => $price ) {
		$variation = new WC_Product_Variation();
		$variation->set_parent_id( $shirt->get_id() );
		$variation->set_attributes( [ 'size' => $value ] );
		$variation->set_sku( 'shirt-' . strtolower( $value ) );
		$variation->set_regular_price( $price );
		$variation->save();
		$variations[] = $variation;
	}
	return $variations[1];
}

function seed_coupon(): void {
	$coupon = new WC_Coupon();
	$coupon->set_code( 'spring10' );
	$coupon->set_discount_type( 'percent' );
	$coupon->set_amount( 10 );
	$coupon->save();
}
