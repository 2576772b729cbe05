<?php
/**
 * The shop's side of measuring lists: php lists.php DOCROOT fill LINKS | views SMALL LARGE ROUNDS | sums SMALL LARGE ROUNDS | plans LINKS | export LINKS
 *
 * Tables of any size stand beside the shop's own; which of them WordPress's database means is changed by its prefix, that
 * of users and options stays.
 */

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Services;
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
 * Uses the tables with so many links.
 */
$use = static function ( int $links ) use ( $database ): void {
	$database->prefix = "many{$links}_";
};

/**
 * Measures in turns, since the machine's speed drifts: milliseconds by size, after two rounds that do not count.
 *
 * @param list<int>           $sizes   Links.
 * @param int                 $rounds  How often.
 * @param Closure(): callable $prepare Answers what is measured.
 */
$in_turns = static function ( array $sizes, int $rounds, Closure $prepare ) use ( $use ): array {
	$times = [];
	for ( $round = -2; $round < $rounds; $round++ ) {
		foreach ( $sizes as $size ) {
			$use( $size );
			$work  = $prepare();
			$since = hrtime( true );
			$work();
			if ( $round >= 0 ) {
				$times[ $size ][] = ( hrtime( true ) - $since ) / 1e6;
			}
		}
	}
	return array_map( static fn ( int $size ): array => $times[ $size ], $sizes );
};

/**
 * The route of the list, in a process that remembers nothing.
 */
$list = static function ( $query ) use ( $database ): Closure {
	return static function () use ( $query, $database ): callable {
		wp_cache_flush();
		wp_load_alloptions();
		$controller = Services::build( $database, PLUGIN_FILE )->all_links->controller;
		$request    = new WP_REST_Request( 'GET', '/multisafepay-payment-links/v1/links' );
		$request->set_query_params( ListViews::parameters( $query ) );
		return static function () use ( $controller, $request ): void {
			$answer = $controller->get_items( $request );
			if ( ! $answer instanceof WP_REST_Response || [] === $answer->get_data() ) {
				throw new RuntimeException( 'A view shows nothing.' );
			}
		};
	};
};

switch ( $task ) {
	case 'fill':
		// The development shop's database is made to be copied quickly, with a log that so many rows would wait for.
		$database->suppress_errors( true );
		$database->query( 'SET GLOBAL innodb_log_file_size = 268435456' );
		$database->suppress_errors( false );
		ManyLinks::fill( $database, "many{$numbers[0]}_", $numbers[0] );
		$since = hrtime( true );
		ManyLinks::index( $database, "many{$numbers[0]}_" );
		$answer = [ 'index_seconds' => ( hrtime( true ) - $since ) / 1e9 ];
		break;
	case 'views':
		$answer = [];
		foreach ( ListViews::all() as $name => $query ) {
			$answer[] = [
				'view' => $name,
				'ms'   => $in_turns( array_slice( $numbers, 0, 2 ), $numbers[2], $list( $query ) ),
			];
		}
		break;
	case 'sums':
		$answer = [];
		foreach ( ListViews::sums() as $name => $query ) {
			$answer[] = [
				'view' => $name,
				'ms'   => $in_turns(
					array_slice( $numbers, 0, 2 ),
					$numbers[2],
					static fn (): callable => static fn (): array => ( new ListParts( $database ) )->totals->of( $query, $now )
				),
			];
		}
		break;
	case 'plans':
		$use( $numbers[0] );
		$parts  = new ListParts( $database );
		$answer = [];
		foreach ( ListViews::all() as $name => $query ) {
			$answer[] = [ 'view' => $name, 'steps' => $parts->plan( $query, $now ) ];
		}
		foreach ( ListViews::sums() as $name => $query ) {
			$answer[] = [ 'view' => "sums, $name", 'steps' => $parts->plan_of_totals( $query, $now ) ];
		}
		break;
	default:
		$use( $numbers[0] );
		$export = Services::build( $database, PLUGIN_FILE )->all_links->export;
		$file   = fopen( 'php://temp/maxmemory:0', 'wb' );
		$before = memory_get_peak_usage();
		$since  = hrtime( true );
		$export->write( $file, [] );
		$answer = [
			'links'    => $numbers[0],
			'seconds'  => ( hrtime( true ) - $since ) / 1e9,
			'peak_kib' => ( memory_get_peak_usage() - $before ) / 1024,
			'bytes'    => ftell( $file ),
		];
}
echo json_encode( $answer, JSON_THROW_ON_ERROR );
