<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Rest;

use WC_Product;
use WC_Product_Simple;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

final class ProductsRoute {

	private const FIELDS = [ 'name', 'sku', 'status', 'regular_price', 'sale_price', 'tax_status', 'tax_class', 'virtual', 'downloadable', 'description', 'short_description' ];

	public static function register(): void {
		$guard = static fn ( string $context ): callable => static fn ( WP_REST_Request $request ): bool|WP_Error => RouteGuard::check( 'product', $context, (int) $request['id'] );
		register_rest_route(
			'wc/v3',
			'/products',
			[
				[ 'methods' => WP_REST_Server::READABLE, 'callback' => [ self::class, 'list' ], 'permission_callback' => $guard( 'read' ) ],
				[ 'methods' => WP_REST_Server::CREATABLE, 'callback' => [ self::class, 'create' ], 'permission_callback' => $guard( 'create' ) ],
			]
		);
		register_rest_route( 'wc/v3', '/products/(?P<id>[\d]+)', [ 'methods' => WP_REST_Server::READABLE, 'callback' => [ self::class, 'get' ], 'permission_callback' => $guard( 'read' ) ] );
	}

	public static function list( WP_REST_Request $request ): WP_REST_Response {
		return new WP_REST_Response( array_map( [ self::class, 'json' ], wc_get_products( [ 'limit' => (int) ( $request['per_page'] ?? 10 ) ] ) ) );
	}

	public static function get( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$product = wc_get_product( (int) $request['id'] );
		return $product ? new WP_REST_Response( self::json( $product ) ) : new WP_Error( 'woocommerce_rest_product_invalid_id', 'Invalid ID.', [ 'status' => 404 ] );
	}

	public static function create( WP_REST_Request $request ): WP_REST_Response {
		$product = new WC_Product_Simple();
		$product->set_props( array_intersect_key( (array) $request->get_params(), array_flip( self::FIELDS ) ) );
		$product->save();
		return new WP_REST_Response( self::json( $product ), 201 );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function json( WC_Product $product ): array {
		$json = [ 'id' => $product->get_id(), 'type' => $product->get_type(), 'price' => $product->get_price(), 'permalink' => $product->get_permalink() ];
		foreach ( self::FIELDS as $name ) {
			$json[ $name ] = $product->{"get_$name"}();
		}
		return $json;
	}
}
