<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;

final class OrderNotes {

	/**
	 * @return list<string> The notes of an order, oldest first.
	 */
	public static function of( int $wc_order_id ): array {
		return array_map( strval( ... ), Db::wpdb()->get_col(
			'SELECT comment_content FROM ' . Db::wpdb()->comments . " WHERE comment_post_ID = $wc_order_id
			AND comment_type = 'order_note' ORDER BY comment_ID"
		) );
	}
}
