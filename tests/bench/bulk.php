<?php
/**
 * The shop's side of measuring batches: php bulk.php DOCROOT make N | per-page N | start CONCURRENCY IDS | work BATCH
 */

declare( strict_types = 1 );

[ , $docroot, $task ] = $argv;
$_SERVER['HTTP_HOST']   = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';
require $docroot . '/wp-load.php';

/**
 * Prints the answer.
 *
 * @param mixed $answer Anything.
 */
$say = static function ( $answer ): void {
	echo json_encode( $answer, JSON_THROW_ON_ERROR );
};

/**
 * Asks the plugin's own routes, as the shop manager.
 *
 * @param string       $method HTTP method.
 * @param string       $path   Below the namespace.
 * @param array<mixed> $body   JSON body.
 */
$ask = static function ( string $method, string $path, array $body = [] ): array {
	wp_set_current_user( get_user_by( 'login', 'sam' )->ID );
	$request = new WP_REST_Request( $method, '/multisafepay-payment-links/v1' . $path );
	$request->set_header( 'Content-Type', 'application/json' );
	$request->set_body( (string) json_encode( $body ) );
	return rest_do_request( $request )->get_data();
};

if ( 'make' === $task ) {
	$ids = [];
	for ( $made = 0; $made < (int) $argv[3]; $made++ ) {
		$order = new WC_Order();
		$order->set_currency( 'EUR' );
		$order->set_billing_email( "customer-$made@example.test" );
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
	$say( $ids );
} elseif ( 'per-page' === $task ) {
	update_user_meta( get_user_by( 'login', 'sam' )->ID, 'edit_shop_order_per_page', (int) $argv[3] );
	$say( true );
} elseif ( 'start' === $task ) {
	$settings = get_option( 'multisafepay_payment_links_settings' );
	update_option( 'multisafepay_payment_links_settings', [ 'bulk_concurrency' => (int) $argv[3] ] + $settings, false );
	$say(
		$ask(
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
	$id    = (int) $argv[3];
	$since = microtime( true );
	do {
		do_action( 'multisafepay_payment_links_batch', $id );
		$batch = $ask( 'GET', "/batches/$id" );
	} while ( 'running' === $batch['status'] );
	$say(
		[
			'seconds' => microtime( true ) - $since,
			'done'    => $batch['counts']['done'],
		]
	);
}
