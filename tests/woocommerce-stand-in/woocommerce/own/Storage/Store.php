<?php
/**
 * Where objects are kept.
 *
 * @package MultiSafepay\PaymentLinks\Tests\StandIn
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop\Storage;

use WC_Data;
use WC_Meta_Data;

interface Store {

	/**
	 * Fills an object whose id is set.
	 *
	 * @throws \Exception When there is none.
	 */
	public function read( WC_Data $data ): void;

	public function create( WC_Data $data ): void;

	public function update( WC_Data $data ): void;

	/**
	 * @param bool $force False moves it to the trash where there is one.
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
