<?php
/**
 * Router for PHP's built-in web server. Serves files directly and sends all other requests to WordPress. Browsers keep
 * the files of WordPress and WooCommerce.
 */

declare( strict_types = 1 );

const STATIC_TYPES = [
	'css'   => 'text/css; charset=UTF-8',
	'js'    => 'text/javascript; charset=UTF-8',
	'png'   => 'image/png',
	'svg'   => 'image/svg+xml',
	'woff2' => 'font/woff2',
];

$url_path = rawurldecode( (string) parse_url( (string) $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$file     = $_SERVER['DOCUMENT_ROOT'] . $url_path;

// Block hidden files, parent folders and logs. The server follows symbolic links, also out of the document root.
if ( preg_match( '#(^|/)\.|\.log$#', $url_path ) === 1 ) {
	http_response_code( 404 );
	return true;
}
if ( is_dir( $file ) && is_file( rtrim( $file, '/' ) . '/index.php' ) && $url_path !== '/' ) {
	if ( ! str_ends_with( $url_path, '/' ) ) {
		header( 'Location: ' . $url_path . '/', true, 301 );
		return true;
	}
	return false;
}
if ( $url_path === '/favicon.ico' ) {
	http_response_code( 204 );
	return true;
}
if ( is_file( $file ) ) {
	$is_released = preg_match( '#^/(wp-admin|wp-includes|wp-content/plugins/woocommerce)/#', $url_path ) === 1;
	$mime_type   = STATIC_TYPES[ pathinfo( $file, PATHINFO_EXTENSION ) ] ?? null;
	if ( ! $is_released || $mime_type === null ) {
		return false;
	}
	// Released files do not change, and a page of the admin has more than a hundred. The built-in server sends no
	// headers for caches.
	header( 'Content-Type: ' . $mime_type );
	header( 'Content-Length: ' . filesize( $file ) );
	header( 'Cache-Control: public, max-age=3600, immutable' );
	readfile( $file );
	return true;
}

$_SERVER['SCRIPT_NAME']     = '/index.php';
$_SERVER['PHP_SELF']        = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = $_SERVER['DOCUMENT_ROOT'] . '/index.php';
unset( $_SERVER['PATH_INFO'] );
chdir( $_SERVER['DOCUMENT_ROOT'] );
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
