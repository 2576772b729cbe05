<?php

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Notes;
use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\OrderQuery;

function wc_get_order( $the_order = false ) {
	return WC_Order_Factory::get_order( $the_order === false && isset( $GLOBALS['post'] ) ? $GLOBALS['post'] : $the_order );
}

function wc_get_orders( $args ) {
	return OrderQuery::run( (array) $args );
}

function wc_create_order( $args = [] ) {
	$args = wp_parse_args( $args, [ 'status' => null, 'customer_id' => null, 'customer_note' => null, 'parent' => null, 'created_via' => null, 'order_id' => 0 ] );
	try {
		$order = new WC_Order( (int) $args['order_id'] );
		foreach ( [ 'status' => 'status', 'customer_id' => 'customer_id', 'customer_note' => 'customer_note', 'parent' => 'parent_id', 'created_via' => 'created_via' ] as $name => $prop ) {
			if ( $args[ $name ] !== null ) {
				$order->{"set_$prop"}( $args[ $name ] );
			}
		}
		if ( $order->get_id() === 0 ) {
			$order->set_currency( get_woocommerce_currency() );
			$order->set_prices_include_tax( get_option( 'woocommerce_prices_include_tax' ) === 'yes' );
		}
		$order->save();
		return $order;
	} catch ( Exception $e ) {
		return new WP_Error( 'error', $e->getMessage() );
	}
}

function wc_update_order( $args ) {
	return empty( $args['order_id'] ) ? new WP_Error( 'invalid_order_id', 'Invalid order ID.' ) : wc_create_order( $args );
}

function wc_get_order_types( $for = '' ) {
	return apply_filters( 'wc_order_types', in_array( $for, [ 'view-orders', 'order-meta-boxes', 'admin-menu', 'order-webhooks', 'sales-reports' ], true ) ? [ 'shop_order' ] : [ 'shop_order', 'shop_order_refund' ], $for );
}

function wc_get_order_statuses() {
	return apply_filters(
		'wc_order_statuses',
		[
			'wc-pending'    => 'Pending payment',
			'wc-processing' => 'Processing',
			'wc-on-hold'    => 'On hold',
			'wc-completed'  => 'Completed',
			'wc-cancelled'  => 'Cancelled',
			'wc-refunded'   => 'Refunded',
			'wc-failed'     => 'Failed',
		]
	);
}

function wc_is_order_status( $maybe_status ) {
	return isset( wc_get_order_statuses()[ $maybe_status ] );
}

function wc_get_order_status_name( $status ) {
	$status = str_starts_with( (string) $status, 'wc-' ) ? substr( (string) $status, 3 ) : (string) $status;
	return wc_get_order_statuses()[ "wc-$status" ] ?? ( [ 'trash' => 'Trash', 'draft' => 'Draft' ][ $status ] ?? $status );
}

function wc_get_is_paid_statuses() {
	return apply_filters( 'woocommerce_order_is_paid_statuses', [ 'processing', 'completed' ] );
}

function wc_get_is_pending_statuses() {
	return apply_filters( 'woocommerce_order_is_pending_statuses', [ 'pending' ] );
}

function wc_generate_order_key( $key = '' ) {
	return 'wc_' . apply_filters( 'woocommerce_generate_order_key', 'order_' . ( (string) $key === '' ? wp_generate_password( 13, false ) : $key ) );
}

function wc_get_order_id_by_order_key( $order_key ) {
	$found = wc_get_orders( [ 'order_key' => $order_key, 'limit' => 1, 'return' => 'ids' ] );
	return $found[0] ?? 0;
}

/**
 * Does not restock items and does not refund payments through a gateway.
 */
function wc_create_refund( $args = [] ) {
	$args  = wp_parse_args( $args, [ 'amount' => 0, 'reason' => null, 'order_id' => 0, 'refund_id' => 0, 'line_items' => [], 'refund_payment' => false, 'restock_items' => false ] );
	$order = wc_get_order( $args['order_id'] );
	if ( ! $order instanceof WC_Order ) {
		return new WP_Error( 'error', 'Invalid order ID.' );
	}
	$amount    = (float) $args['amount'];
	$remaining = (float) $order->get_remaining_refund_amount();
	if ( $amount < 0 || round( $amount, wc_get_price_decimals() ) > $remaining ) {
		return new WP_Error( 'error', 'Invalid refund amount.' );
	}
	$refund = new WC_Order_Refund();
	$refund->set_currency( $order->get_currency() );
	$refund->set_amount( $amount );
	$refund->set_parent_id( $order->get_id() );
	$refund->set_refunded_by( get_current_user_id() );
	$refund->set_prices_include_tax( $order->get_prices_include_tax() );
	$refund->set_reason( (string) $args['reason'] );
	$refund->set_total( $amount * -1 );
	do_action( 'woocommerce_create_refund', $refund, $args );
	$refund->save();
	if ( round( $remaining - $amount, wc_get_price_decimals() ) <= 0.0 ) {
		do_action( 'woocommerce_order_fully_refunded', $order->get_id(), $refund->get_id() );
		$order->update_status( apply_filters( 'woocommerce_order_fully_refunded_status', 'refunded', $order->get_id(), $refund->get_id() ) );
	} else {
		do_action( 'woocommerce_order_partially_refunded', $order->get_id(), $refund->get_id() );
	}
	do_action( 'woocommerce_refund_created', $refund->get_id(), $args );
	do_action( 'woocommerce_order_refunded', $order->get_id(), $refund->get_id() );
	return $refund;
}

function wc_get_order_notes( $args ) {
	$comments = Notes::comments( (int) ( $args['order_id'] ?? 0 ), (string) ( $args['type'] ?? '' ), (int) ( $args['limit'] ?? 0 ), (string) ( $args['order'] ?? 'DESC' ) );
	return array_map( [ Notes::class, 'to_object' ], $comments );
}

function wc_get_order_note( $data ) {
	$comment = get_comment( $data );
	return $comment instanceof WP_Comment && $comment->comment_type === 'order_note' ? Notes::to_object( $comment ) : null;
}

function wc_create_order_note( $order_id, $note, $is_customer_note = false, $added_by_user = false ) {
	$order = wc_get_order( $order_id );
	return $order instanceof WC_Order ? $order->add_order_note( $note, $is_customer_note ? 1 : 0, $added_by_user ) : new WP_Error( 'invalid_order_id', 'Invalid order ID.' );
}

function wc_delete_order_note( $note_id ) {
	return wp_delete_comment( $note_id, true );
}
