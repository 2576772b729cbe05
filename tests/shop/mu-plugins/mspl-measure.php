<?php
/**
 * Plugin Name: Development shop: measurements
 * Description: Writes measurements of a request into the folder of the benchmark. Does nothing in other shops.
 */

declare( strict_types = 1 );

defined( 'ABSPATH' ) || exit;

( static function (): void {
	$folder = getenv( 'BENCH_DIR' );
	$id     = $_SERVER['HTTP_X_BENCH_ID'] ?? '';
	if ( ! is_string( $folder ) || ! is_string( $id ) || preg_match( '/\A[a-z0-9-]{1,60}\z/', $id ) !== 1 ) {
		return;
	}

	// A baseline request uses the same shop, page, database and cookies, but without the plugin.
	if ( ( $_SERVER['HTTP_X_BENCH_OFF'] ?? '' ) === '1' ) {
		add_filter(
			'option_active_plugins',
			static fn ( $plugins ): array => array_values( array_filter(
				(array) $plugins,
				static fn ( $file ): bool => ! str_starts_with( (string) $file, 'multisafepay-payment-links/' )
			) )
		);
	}

	$http       = 0.0;
	$started_at = 0.0;
	add_filter(
		'pre_http_request',
		static function ( $short ) use ( &$started_at ) {
			$started_at = microtime( true );
			return $short;
		},
		PHP_INT_MAX
	);
	add_action(
		'http_api_debug',
		static function () use ( &$http, &$started_at ): void {
			$http += microtime( true ) - $started_at;
		}
	);

	register_shutdown_function(
		static function () use ( $folder, $id, &$http ): void {
			global $wpdb;
			file_put_contents(
				$folder . '/' . $id . '.json',
				json_encode(
					[
						'queries'   => $wpdb->num_queries,
						'files'     => count( get_included_files() ),
						'peak_kib'  => memory_get_peak_usage() / 1024,
						'ms'        => ( microtime( true ) - $_SERVER['REQUEST_TIME_FLOAT'] ) * 1000,
						'http_ms'   => $http * 1000,
					]
				)
			);
		}
	);
} )();
