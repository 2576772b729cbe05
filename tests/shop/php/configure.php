<?php
/**
 * Configures WooCommerce as a Dutch shop without onboarding. Usage: php configure.php {docroot} hpos|legacy
 */

declare( strict_types = 1 );

require $argv[1] . '/wp-load.php';

$options = [
	'woocommerce_custom_orders_table_enabled'              => $argv[2] === 'hpos' ? 'yes' : 'no',
	'woocommerce_custom_orders_table_data_sync_enabled'    => 'no',
	'woocommerce_feature_custom_order_tables_enabled'      => 'yes',
	'woocommerce_store_address'                            => 'Kraanspoor 39',
	'woocommerce_store_city'                               => 'Amsterdam',
	'woocommerce_store_postcode'                           => '1033 SC',
	'woocommerce_default_country'                          => 'NL',
	'woocommerce_currency'                                 => 'EUR',
	'woocommerce_currency_pos'                             => 'left_space',
	'woocommerce_price_decimal_sep'                        => ',',
	'woocommerce_price_thousand_sep'                       => '.',
	'woocommerce_calc_taxes'                               => 'yes',
	'woocommerce_prices_include_tax'                       => 'yes',
	'woocommerce_tax_display_shop'                         => 'incl',
	'woocommerce_tax_display_cart'                         => 'incl',
	'woocommerce_enable_coupons'                           => 'yes',
	'woocommerce_coming_soon'                              => 'no',
	'woocommerce_allow_tracking'                           => 'no',
	'woocommerce_show_marketplace_suggestions'             => 'no',
	'woocommerce_onboarding_profile'                       => [ 'skipped' => true, 'completed' => true ],
	'woocommerce_task_list_hidden_lists'                   => [ 'setup', 'extended' ],
	'woocommerce_task_list_complete'                       => 'yes',
	'woocommerce_task_list_welcome_modal_dismissed'        => 'yes',
	'woocommerce_admin_notices'                            => [],
	'woocommerce_default_homepage_layout'                  => 'two_columns',
];
foreach ( $options as $name => $value ) {
	update_option( $name, $value );
}
delete_transient( '_wc_activation_redirect' );
