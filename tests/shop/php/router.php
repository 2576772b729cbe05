<?php
/**
 * Router for PHP's built-in web server. Serves files directly and sends all other requests to WordPress.
 */

declare( strict_types = 1 );

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
if ( is_file( $file ) ) {
	return false;
}

$_SERVER['SCRIPT_NAME']     = '/index.php';
$_SERVER['PHP_SELF']        = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = $_SERVER['DOCUMENT_ROOT'] . '/index.php';
unset( $_SERVER['PATH_INFO'] );
chdir( $_SERVER['DOCUMENT_ROOT'] );
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
