<?php
/**
 * Tasks of the batch benchmark that run in the shop: php bulk.php DOCROOT create-orders N | per-page N | start
 * CONCURRENCY IDS | run BATCH
 */

declare( strict_types = 1 );

[ , $docroot, $task ] = $argv;
$_SERVER['HTTP_HOST']   = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';
require $docroot . '/wp-load.php';

/**
 * @param mixed $result Printed as JSON.
 */
$print_result = static function ( $result ): void {
	echo json_encode( $result, JSON_THROW_ON_ERROR );
};

/**
 * Calls a REST route of the plugin as the shop manager.
 *
 * @param string       $method HTTP method.
 * @param string       $path   Path after the namespace.
 * @param array<mixed> $body   JSON body.
 */
$request = static function ( string $method, string $path, array $body = [] ): array {
	wp_set_current_user( get_user_by( 'login', 'sam' )->ID );
	$rest_request = new WP_REST_Request( $method, '/multisafepay-payment-links/v1' . $path );
	$rest_request->set_header( 'Content-Type', 'application/json' );
	$rest_request->set_body( (string) json_encode( $body ) );
	return rest_do_request( $rest_request )->get_data();
};

if ( 'create-orders' === $task ) {
	$ids = [];
	for ( $number = 0; $number < (int) $argv[3]; $number++ ) {
		$order = new WC_Order();
		$order->set_currency( 'EUR' );
		$order->set_billing_email( "customer-$number@example.test" );
		$order->set_billing_first_name( 'Robin' );
		$order->set_billing_last_name( 'Smit' );
		$order->set_billing_country( 'NL' );
		$item = new WC_Order_Item_Fee();
		$item->set_name( 'Art print' );
		$item->set_total( '80' );
		$order->add_item( $item );
		$order->calculate_totals( false );
		$order->save();
		$ids[] = $order->get_id();
	}
	$print_result( $ids );
} elseif ( 'per-page' === $task ) {
	update_user_meta( get_user_by( 'login', 'sam' )->ID, 'edit_shop_order_per_page', (int) $argv[3] );
	$print_result( true );
} elseif ( 'start' === $task ) {
	$settings = get_option( 'multisafepay_payment_links_settings' );
	update_option( 'multisafepay_payment_links_settings', [ 'bulk_concurrency' => (int) $argv[3] ] + $settings, false );
	$print_result(
		$request(
			'POST',
			'/batches',
			[
				'action'          => 'create',
				'wc_order_ids'    => json_decode( $argv[4], true, 4, JSON_THROW_ON_ERROR ),
				'idempotency_key' => wp_generate_uuid4(),
			]
		)['id']
	);
} else {
	$id         = (int) $argv[3];
	$started_at = microtime( true );
	do {
		do_action( 'multisafepay_payment_links_batch', $id );
		$batch = $request( 'GET', "/batches/$id" );
	} while ( 'running' === $batch['status'] );
	$print_result(
		[
			'seconds' => microtime( true ) - $started_at,
			'done'    => $batch['counts']['done'],
		]
	);
}
