<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Rest;

use Exception;
use WC_Data_Exception;
use WC_Order;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

final class OrdersRoute {

	public static function register(): void {
		$guard = static fn ( string $context ): callable => static fn ( WP_REST_Request $request ): bool|WP_Error => RouteGuard::check( 'shop_order', $context, (int) $request['id'] );
		register_rest_route(
			'wc/v3',
			'/orders',
			[
				[ 'methods' => WP_REST_Server::READABLE, 'callback' => [ self::class, 'list' ], 'permission_callback' => $guard( 'read' ) ],
				[ 'methods' => WP_REST_Server::CREATABLE, 'callback' => [ self::class, 'create' ], 'permission_callback' => $guard( 'create' ) ],
			]
		);
		register_rest_route(
			'wc/v3',
			'/orders/(?P<id>[\d]+)',
			[
				[ 'methods' => WP_REST_Server::READABLE, 'callback' => [ self::class, 'get' ], 'permission_callback' => $guard( 'read' ) ],
				[ 'methods' => WP_REST_Server::EDITABLE, 'callback' => [ self::class, 'update' ], 'permission_callback' => $guard( 'edit' ) ],
				[ 'methods' => WP_REST_Server::DELETABLE, 'callback' => [ self::class, 'delete' ], 'permission_callback' => $guard( 'delete' ) ],
			]
		);
	}

	public static function list( WP_REST_Request $request ): WP_REST_Response {
		$status   = array_diff( (array) ( $request['status'] ?? [] ), [ 'any' ] );
		$result   = wc_get_orders( [ 'type' => 'shop_order', 'paginate' => true, 'limit' => (int) ( $request['per_page'] ?? 10 ), 'page' => (int) ( $request['page'] ?? 1 ), 'status' => $status ] );
		$response = new WP_REST_Response( array_map( [ OrderJson::class, 'from_order' ], $result->orders ) );
		$response->header( 'X-WP-Total', (string) $result->total );
		$response->header( 'X-WP-TotalPages', (string) $result->max_num_pages );
		return $response;
	}

	public static function get( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$order = wc_get_order( (int) $request['id'] );
		return $order instanceof WC_Order ? new WP_REST_Response( OrderJson::from_order( $order ) ) : self::not_found();
	}

	public static function create( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		if ( ! empty( $request['id'] ) ) {
			return new WP_Error( 'woocommerce_rest_shop_order_exists', 'Cannot create existing shop_order.', [ 'status' => 400 ] );
		}
		$order = new WC_Order();
		$order->set_created_via( 'rest-api' );
		$order->set_prices_include_tax( wc_prices_include_tax() );
		return self::save( $order, $request, 201 );
	}

	public static function update( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$order = wc_get_order( (int) $request['id'] );
		return $order instanceof WC_Order ? self::save( $order, $request, 200 ) : self::not_found();
	}

	public static function delete( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$order = wc_get_order( (int) $request['id'] );
		if ( ! $order instanceof WC_Order ) {
			return self::not_found();
		}
		$response = new WP_REST_Response( OrderJson::from_order( $order ) );
		$order->delete( (bool) wc_string_to_bool( $request['force'] ?? false ) );
		return $response;
	}

	private static function save( WC_Order $order, WP_REST_Request $request, int $status ): WP_REST_Response|WP_Error {
		try {
			OrderInput::apply( $order, $request );
		} catch ( WC_Data_Exception $e ) {
			return new WP_Error( $e->getErrorCode(), $e->getMessage(), $e->getErrorData() );
		} catch ( Exception $e ) {
			return new WP_Error( 'woocommerce_rest_invalid_order', $e->getMessage(), [ 'status' => 400 ] );
		}
		$saved = wc_get_order( $order->get_id() );
		do_action( 'woocommerce_rest_insert_shop_order_object', $saved, $request, $status === 201 );
		$response = new WP_REST_Response( OrderJson::from_order( $saved ), $status );
		$response->header( 'Location', rest_url( 'wc/v3/orders/' . $order->get_id() ) );
		return $response;
	}

	private static function not_found(): WP_Error {
		return new WP_Error( 'woocommerce_rest_shop_order_invalid_id', 'Invalid ID.', [ 'status' => 404 ] );
	}
}
