<?php
/**
 * Router of PHP's own web server: files as they are, everything else to WordPress.
 */

declare( strict_types = 1 );

$wanted = rawurldecode( (string) parse_url( (string) $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$file   = $_SERVER['DOCUMENT_ROOT'] . $wanted;

// Nothing hidden, no logs, and nothing outside: the server follows links on its own.
if ( preg_match( '#(^|/)\.|\.log$#', $wanted ) === 1 ) {
	http_response_code( 404 );
	return true;
}
if ( is_dir( $file ) && is_file( rtrim( $file, '/' ) . '/index.php' ) && $wanted !== '/' ) {
	if ( ! str_ends_with( $wanted, '/' ) ) {
		header( 'Location: ' . $wanted . '/', true, 301 );
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
