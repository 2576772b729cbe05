<?php
/**
 * Tasks of the list benchmark that run in the shop: php lists.php DOCROOT fill LINKS | views SMALL LARGE ROUNDS |
 * totals SMALL LARGE ROUNDS | plans LINKS | export LINKS
 *
 * Tables of any size exist together with the shop's own tables. The database prefix selects the tables of links; the
 * tables of users and options stay the same.
 */

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\LinksPage\Admin\LinksExport;
use MultiSafepay\PaymentLinks\LinksPage\Rest\LinkListController;
use MultiSafepay\PaymentLinks\Plugin;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Db;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\ListParts;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\ListViews;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\ManyLinks;

use const MultiSafepay\PaymentLinks\PLUGIN_FILE;

[ , $docroot, $task ] = $argv;
$_SERVER['HTTP_HOST']   = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';
require $docroot . '/wp-load.php';
require dirname( __DIR__, 2 ) . '/vendor/autoload.php';
wp_set_current_user( get_user_by( 'login', 'sam' )->ID );

$database = Db::wpdb();
$numbers  = array_map( 'intval', array_slice( $argv, 3 ) );
$now      = new DateTimeImmutable( 'now', new DateTimeZone( 'UTC' ) );

/**
 * Selects the tables with this number of links.
 */
$select_tables = static function ( int $links ) use ( $database ): void {
	$database->prefix = "many{$links}_";
};

/**
 * Measures the sizes alternately, because the speed of the machine changes over time. Returns milliseconds by size,
 * without two warm-up rounds.
 *
 * @param list<int>           $sizes   Numbers of links.
 * @param int                 $rounds  Number of measurements per size.
 * @param Closure(): callable $prepare Returns the callback to measure.
 */
$measure = static function ( array $sizes, int $rounds, Closure $prepare ) use ( $select_tables ): array {
	$times = [];
	for ( $round = -2; $round < $rounds; $round++ ) {
		foreach ( $sizes as $size ) {
			$select_tables( $size );
			$callback   = $prepare();
			$started_at = hrtime( true );
			$callback();
			if ( $round >= 0 ) {
				$times[ $size ][] = ( hrtime( true ) - $started_at ) / 1e6;
			}
		}
	}
	return array_map( static fn ( int $size ): array => $times[ $size ], $sizes );
};

/**
 * Prepares a request to the list route with an empty object cache.
 */
$prepare_list_request = static function ( $query ) use ( $database ): Closure {
	return static function () use ( $query, $database ): callable {
		wp_cache_flush();
		wp_load_alloptions();
		$controller = Plugin::container( [
			wpdb::class => static fn (): wpdb => $database,
		] )->get( LinkListController::class );
		$request    = new WP_REST_Request( 'GET', '/multisafepay-payment-links/v1/links' );
		$request->set_query_params( ListViews::parameters( $query ) );
		return static function () use ( $controller, $request ): void {
			$response = $controller->get_items( $request );
			if ( ! $response instanceof WP_REST_Response || [] === $response->get_data() ) {
				throw new RuntimeException( 'A view returned no links.' );
			}
		};
	};
};

switch ( $task ) {
	case 'fill':
		// The log of the development shop's database is small, so that the database can be copied quickly. A larger log
		// avoids waits while the rows are written.
		$database->suppress_errors( true );
		$database->query( 'SET GLOBAL innodb_log_file_size = 268435456' );
		$database->suppress_errors( false );
		$started_at = hrtime( true );
		ManyLinks::fill( $database, "many{$numbers[0]}_", $numbers[0] );
		$result = [ 'fill_seconds' => ( hrtime( true ) - $started_at ) / 1e9 ];
		break;
	case 'views':
		$result = [];
		foreach ( ListViews::all() as $name => $query ) {
			$result[] = [
				'view' => $name,
				'ms'   => $measure( array_slice( $numbers, 0, 2 ), $numbers[2], $prepare_list_request( $query ) ),
			];
		}
		break;
	case 'totals':
		$result = [];
		foreach ( ListViews::sums() as $name => $query ) {
			$result[] = [
				'view' => $name,
				'ms'   => $measure(
					array_slice( $numbers, 0, 2 ),
					$numbers[2],
					static fn (): callable =>
						static fn (): array => ( new ListParts( $database ) )->totals->of( $query, $now )
				),
			];
		}
		break;
	case 'plans':
		$select_tables( $numbers[0] );
		$parts  = new ListParts( $database );
		$result = [];
		foreach ( ListViews::all() as $name => $query ) {
			$result[] = [ 'view' => $name, 'steps' => $parts->plan( $query, $now ) ];
		}
		foreach ( ListViews::sums() as $name => $query ) {
			$result[] = [ 'view' => "totals, $name", 'steps' => $parts->plan_of_totals( $query, $now ) ];
		}
		break;
	default:
		$select_tables( $numbers[0] );
		$export     = Plugin::container( [ wpdb::class => static fn (): wpdb => $database ] )->get( LinksExport::class );
		$file       = fopen( 'php://temp/maxmemory:0', 'wb' );
		$before     = memory_get_peak_usage();
		$started_at = hrtime( true );
		$export->write( $file, [] );
		$result = [
			'links'    => $numbers[0],
			'seconds'  => ( hrtime( true ) - $started_at ) / 1e9,
			'peak_kib' => ( memory_get_peak_usage() - $before ) / 1024,
			'bytes'    => ftell( $file ),
		];
}
echo json_encode( $result, JSON_THROW_ON_ERROR );
