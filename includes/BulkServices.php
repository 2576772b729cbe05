<?php
/**
 * Building what works on many orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use MultiSafepay\PaymentLinks\Admin\OrdersList;
use MultiSafepay\PaymentLinks\Admin\OrdersListCell;
use MultiSafepay\PaymentLinks\Admin\OrdersListFilter;
use MultiSafepay\PaymentLinks\Admin\ScriptAssets;
use MultiSafepay\PaymentLinks\Rest\AlarmWords;
use MultiSafepay\PaymentLinks\Rest\RouteGuard;
use MultiSafepay\PaymentLinks\Rest\StatusWords;
use MultiSafepay\PaymentLinks\Storage\Database;
use MultiSafepay\PaymentLinks\Storage\DetailsJson;
use MultiSafepay\PaymentLinks\Storage\LinkRow;
use MultiSafepay\PaymentLinks\Storage\NewestLinks;
use MultiSafepay\PaymentLinks\Storage\OrderFilterSql;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\WooCommerce\SystemClock;
use wpdb;

/**
 * The part of the composition root that is about many orders at once; see Services for the rest.
 */
final class BulkServices {

	/**
	 * Builds the orders list, which needs little.
	 *
	 * @param wpdb   $wpdb        WordPress's database.
	 * @param string $plugin_file The plugin's main file.
	 */
	public static function orders_list( wpdb $wpdb, string $plugin_file ): OrdersList {
		$schema = new Schema( $wpdb );
		$clock  = new SystemClock();

		return new OrdersList(
			new RouteGuard(),
			new NewestLinks( new Database( $wpdb ), $schema, new LinkRow( new DetailsJson() ) ),
			new OrdersListCell( new StatusWords(), new AlarmWords(), $clock ),
			new OrdersListFilter( new OrderFilterSql( $wpdb, $schema ), $wpdb, $clock ),
			new ScriptAssets( $plugin_file )
		);
	}
}
