<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Storage;

use Exception;
use WC_Data;
use WC_Meta_Data;
use WC_Order_Item;

final class ItemStore implements Store {

	public const KEY = '_stand_in_item';

	private const CLASSES = [
		'line_item' => \WC_Order_Item_Product::class,
		'shipping'  => \WC_Order_Item_Shipping::class,
		'fee'       => \WC_Order_Item_Fee::class,
		'tax'       => \WC_Order_Item_Tax::class,
		'coupon'    => \WC_Order_Item_Coupon::class,
	];

	/**
	 * Returns an order's items, oldest first.
	 *
	 * @return array<int, WC_Order_Item>
	 */
	public static function for_order( int $order_id, string $type ): array {
		global $wpdb;
		$rows  = $wpdb->get_results( $wpdb->prepare( "SELECT meta_id, meta_value FROM {$wpdb->postmeta} WHERE post_id = %d AND meta_key = %s ORDER BY meta_id", $order_id, self::KEY ), ARRAY_A );
		$items = [];
		foreach ( $rows as $row ) {
			$value = maybe_unserialize( $row['meta_value'] );
			if ( is_array( $value ) && $value['type'] === $type ) {
				$items[ (int) $row['meta_id'] ] = self::item( (int) $row['meta_id'] );
			}
		}
		return array_filter( $items );
	}

	/**
	 * Returns the item, or false when there is none.
	 */
	public static function item( int $id ): WC_Order_Item|false {
		$row  = get_metadata_by_mid( 'post', $id );
		$type = $row !== false && $row->meta_key === self::KEY && is_array( $row->meta_value ) ? $row->meta_value['type'] : '';
		return isset( self::CLASSES[ $type ] ) ? new ( self::CLASSES[ $type ] )( $id ) : false;
	}

	/**
	 * Returns a new item of the type.
	 */
	public static function create_item( string $type ): WC_Order_Item {
		return new ( self::CLASSES[ $type ] )();
	}

	public function read( WC_Data $data ): void {
		$row = $this->row( $data );
		$data->set_defaults();
		$data->set_props( [ 'order_id' => $row['order_id'] ] + $row['props'] );
		$data->set_object_read( true );
	}

	public function create( WC_Data $data ): void {
		if ( $data->get_order_id() === 0 ) {
			// The order is not saved yet. It saves its items when it is saved.
			return;
		}
		$data->apply_changes();
		$value = [ 'type' => $data->get_type(), 'props' => $this->props( $data ), 'meta' => [] ];
		$data->set_id( (int) add_post_meta( $data->get_order_id(), self::KEY, wp_slash( $value ) ) );
		$data->save_meta_data();
		$data->set_object_read( true );
		do_action( 'woocommerce_new_order_item', $data->get_id(), $data, $data->get_order_id() );
	}

	public function update( WC_Data $data ): void {
		$data->save_meta_data();
		$data->apply_changes();
		$this->write( $data, [ 'props' => $this->props( $data ) ] );
		do_action( 'woocommerce_update_order_item', $data->get_id(), $data, $data->get_order_id() );
	}

	public function delete( WC_Data $data, bool $force ): void {
		delete_metadata_by_mid( 'post', $data->get_id() );
	}

	public function read_meta( WC_Data $data ): array {
		return array_map( static fn ( array $meta ): WC_Meta_Data => new WC_Meta_Data( $meta ), $this->row( $data )['meta'] );
	}

	public function add_meta( WC_Data $data, WC_Meta_Data $meta ): int {
		$all   = $this->row( $data )['meta'];
		$id    = $all === [] ? 1 : max( array_column( $all, 'id' ) ) + 1;
		$all[] = [ 'id' => $id, 'key' => $meta->key, 'value' => $meta->value ];
		$this->write( $data, [ 'meta' => $all ] );
		return $id;
	}

	public function update_meta( WC_Data $data, WC_Meta_Data $meta ): void {
		$this->write(
			$data,
			[
				'meta' => array_map(
					static fn ( array $entry ): array => $entry['id'] === (int) $meta->id ? [ 'id' => $entry['id'], 'key' => $meta->key, 'value' => $meta->value ] : $entry,
					$this->row( $data )['meta']
				),
			]
		);
	}

	public function delete_meta( WC_Data $data, WC_Meta_Data $meta ): void {
		$this->write( $data, [ 'meta' => array_values( array_filter( $this->row( $data )['meta'], static fn ( array $entry ): bool => $entry['id'] !== (int) $meta->id ) ) ] );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function props( WC_Data $data ): array {
		$props = $data->get_data();
		unset( $props['id'], $props['order_id'], $props['meta_data'] );
		return $props;
	}

	/**
	 * @return array{order_id: int, type: string, props: array<string, mixed>, meta: list<array{id: int, key: string, value: mixed}>}
	 */
	private function row( WC_Data $data ): array {
		$row = get_metadata_by_mid( 'post', $data->get_id() );
		if ( $row === false || $row->meta_key !== self::KEY || ! is_array( $row->meta_value ) ) {
			throw new Exception( 'The order item does not exist.' );
		}
		return [ 'order_id' => (int) $row->post_id ] + $row->meta_value;
	}

	/**
	 * @param array<string, mixed> $changes
	 */
	private function write( WC_Data $data, array $changes ): void {
		$row = $changes + $this->row( $data );
		unset( $row['order_id'] );
		update_metadata_by_mid( 'post', $data->get_id(), $row, self::KEY );
	}
}
