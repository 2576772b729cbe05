<?php
/**
 * Stores a site with a test API key in the plugin's settings. Usage: php store-key.php {docroot} {key}
 */

declare( strict_types = 1 );

require $argv[1] . '/wp-load.php';

update_option(
	'multisafepay_payment_links_settings',
	[
		'sites' => [
			[
				'id'                => 'main',
				'label'             => 'Main shop',
				'environment'       => 'test',
				'api_key'           => $argv[2],
				'key_source'        => 'stored',
				'order_id_template' => 'PL-{order_number}-{n}',
				'is_default'        => true,
			],
		],
	],
	false
);
