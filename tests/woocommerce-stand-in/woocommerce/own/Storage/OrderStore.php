<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Storage;

use WC_Data;
use WC_Order;

final class OrderStore extends PostStore {

	public function create( WC_Data $data ): void {
		if ( $data instanceof WC_Order && (string) $data->get_order_key( 'edit' ) === '' ) {
			$data->set_order_key( wc_generate_order_key() );
		}
		if ( $data->get_date_created( 'edit' ) === null ) {
			$data->set_date_created( time() );
		}
		$data->set_version( WC_VERSION );
		$data->set_date_modified( time() );
		if ( (string) $data->get_currency( 'edit' ) === '' ) {
			$data->set_currency( get_woocommerce_currency() );
		}
		parent::create( $data );
		if ( $data instanceof WC_Order ) {
			do_action( 'woocommerce_new_order', $data->get_id(), $data );
		}
	}

	public function update( WC_Data $data ): void {
		$data->set_date_modified( time() );
		parent::update( $data );
		if ( $data instanceof WC_Order ) {
			do_action( 'woocommerce_update_order', $data->get_id(), $data );
		}
	}

	public function delete( WC_Data $data, bool $force ): void {
		$id = $data->get_id();
		if ( $data instanceof WC_Order ) {
			do_action( $force ? 'woocommerce_before_delete_order' : 'woocommerce_before_trash_order', $id, $data );
		}
		if ( $force ) {
			foreach ( wc_get_orders( [ 'type' => 'shop_order_refund', 'parent' => $id, 'limit' => -1 ] ) as $refund ) {
				$refund->delete( true );
			}
		}
		parent::delete( $data, $force );
		if ( $data instanceof WC_Order ) {
			do_action( $force ? 'woocommerce_delete_order' : 'woocommerce_trash_order', $id );
		}
	}

	protected function post_fields( WC_Data $data ): array {
		$status  = (string) $data->get_status( 'edit' );
		$status  = $status === '' ? 'pending' : $status;
		$created = $data->get_date_created( 'edit' );
		return [
			'post_title'     => 'Order',
			'post_status'    => wc_is_order_status( "wc-$status" ) ? "wc-$status" : $status,
			'post_parent'    => (int) $data->get_parent_id( 'edit' ),
			'comment_status' => 'closed',
			'post_date_gmt'  => $created === null ? '' : gmdate( 'Y-m-d H:i:s', $created->getTimestamp() ),
			'post_date'      => $created === null ? '' : get_date_from_gmt( gmdate( 'Y-m-d H:i:s', $created->getTimestamp() ) ),
		];
	}

	protected function to_status( string $post_status ): string {
		return str_starts_with( $post_status, 'wc-' ) ? substr( $post_status, 3 ) : $post_status;
	}
}
