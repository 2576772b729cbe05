<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Storage;

use Exception;
use WC_Data;
use WC_Meta_Data;

class PostStore implements Store {

	public const PROPS = '_stand_in_props';

	/**
	 * @param list<string>          $types   Post types that can be read. New objects have the first type.
	 * @param array<string, string> $mirrors Properties that are also stored as separate post meta for searches, by meta key.
	 */
	public function __construct( private readonly array $types, private readonly array $mirrors = [] ) {
	}

	public function read( WC_Data $data ): void {
		$post = get_post( $data->get_id() );
		if ( $post === null || ! in_array( $post->post_type, $this->types, true ) ) {
			throw new Exception( 'The ' . $this->types[0] . ' does not exist.' );
		}
		$props = get_post_meta( $post->ID, self::PROPS, true );
		$data->set_defaults();
		$data->set_props( [ 'status' => $this->to_status( $post->post_status ), 'parent_id' => $post->post_parent ] + ( is_array( $props ) ? $props : [] ) );
		$data->set_object_read( true );
	}

	public function create( WC_Data $data ): void {
		$data->apply_changes();
		$id = wp_insert_post( wp_slash( $this->post_fields( $data ) + [ 'post_type' => $this->types[0], 'post_author' => get_current_user_id(), 'ping_status' => 'closed' ] ), true );
		if ( is_wp_error( $id ) ) {
			throw new Exception( $id->get_error_message() );
		}
		$data->set_id( $id );
		$this->write( $data );
		$data->save_meta_data();
		$data->set_object_read( true );
	}

	public function update( WC_Data $data ): void {
		$data->save_meta_data();
		$data->apply_changes();
		wp_update_post( wp_slash( [ 'ID' => $data->get_id() ] + $this->post_fields( $data ) ) );
		$this->write( $data );
	}

	public function delete( WC_Data $data, bool $force ): void {
		if ( $force ) {
			wp_delete_post( $data->get_id(), true );
			return;
		}
		wp_trash_post( $data->get_id() );
		if ( method_exists( $data, 'set_status' ) ) {
			$was_read = $data->get_object_read();
			$data->set_object_read( false );
			$data->set_status( 'trash' );
			$data->set_object_read( $was_read );
		}
	}

	public function read_meta( WC_Data $data ): array {
		global $wpdb;
		$hidden = array_merge( [ self::PROPS, ItemStore::KEY, '_edit_lock', '_edit_last', '_wp_trash_meta_status', '_wp_trash_meta_time', '_wp_desired_post_slug' ], array_keys( $this->mirrors ) );
		$rows   = $wpdb->get_results( $wpdb->prepare( "SELECT meta_id, meta_key, meta_value FROM {$wpdb->postmeta} WHERE post_id = %d ORDER BY meta_id", $data->get_id() ), ARRAY_A );
		$found  = [];
		foreach ( $rows as $row ) {
			if ( ! in_array( $row['meta_key'], $hidden, true ) ) {
				$found[] = new WC_Meta_Data( [ 'id' => (int) $row['meta_id'], 'key' => $row['meta_key'], 'value' => maybe_unserialize( $row['meta_value'] ) ] );
			}
		}
		return $found;
	}

	public function add_meta( WC_Data $data, WC_Meta_Data $meta ): int {
		return (int) add_post_meta( $data->get_id(), wp_slash( $meta->key ), wp_slash( $meta->value ) );
	}

	public function update_meta( WC_Data $data, WC_Meta_Data $meta ): void {
		update_metadata_by_mid( 'post', (int) $meta->id, $meta->value, $meta->key );
	}

	public function delete_meta( WC_Data $data, WC_Meta_Data $meta ): void {
		delete_metadata_by_mid( 'post', (int) $meta->id );
	}

	/**
	 * @return array<string, mixed>
	 */
	protected function post_fields( WC_Data $data ): array {
		return [
			'post_title'  => method_exists( $data, 'get_name' ) ? (string) $data->get_name( 'edit' ) : '',
			'post_status' => method_exists( $data, 'get_status' ) && (string) $data->get_status( 'edit' ) !== '' ? $data->get_status( 'edit' ) : 'publish',
			'post_parent' => method_exists( $data, 'get_parent_id' ) ? (int) $data->get_parent_id( 'edit' ) : 0,
		];
	}

	protected function to_status( string $post_status ): string {
		return $post_status;
	}

	private function write( WC_Data $data ): void {
		$props = method_exists( $data, 'get_base_data' ) ? $data->get_base_data() : $data->get_data();
		unset( $props['id'], $props['meta_data'], $props['status'], $props['parent_id'] );
		foreach ( $props as $name => $value ) {
			if ( $value instanceof \DateTimeInterface ) {
				$props[ $name ] = $value->getTimestamp();
			}
		}
		update_post_meta( $data->get_id(), self::PROPS, wp_slash( $props ) );
		foreach ( $this->mirrors as $key => $name ) {
			$value = $data->{"get_$name"}( 'edit' );
			update_post_meta( $data->get_id(), $key, wp_slash( (string) ( $value instanceof \DateTimeInterface ? $value->getTimestamp() : $value ) ) );
		}
	}
}
