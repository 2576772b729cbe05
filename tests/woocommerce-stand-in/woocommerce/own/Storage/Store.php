<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Storage;

use WC_Data;
use WC_Meta_Data;

interface Store {

	/**
	 * Reads an object by its ID.
	 *
	 * @throws \Exception When the object does not exist.
	 */
	public function read( WC_Data $data ): void;

	public function create( WC_Data $data ): void;

	public function update( WC_Data $data ): void;

	/**
	 * @param bool $force With false, the object is moved to the trash where possible.
	 */
	public function delete( WC_Data $data, bool $force ): void;

	/**
	 * @return list<WC_Meta_Data>
	 */
	public function read_meta( WC_Data $data ): array;

	public function add_meta( WC_Data $data, WC_Meta_Data $meta ): int;

	public function update_meta( WC_Data $data, WC_Meta_Data $meta ): void;

	public function delete_meta( WC_Data $data, WC_Meta_Data $meta ): void;
}
