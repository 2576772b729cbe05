<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use PHPUnit\Framework\Assert;
use WP_REST_Request;

/**
 * Reads the plugin's routes from the REST server, so that a route that is added later is tested automatically.
 */
final class Routes {

	private const NAMESPACE = '/multisafepay-payment-links/v1';

	/**
	 * Public routes. They authenticate the caller with a signature.
	 */
	private const PUBLIC = '#^/notifications/#';

	/**
	 * Names of path parameters by the path segment before them.
	 */
	private const PARAMETERS = [
		'/orders/'  => 'order',
		'/links/'   => 'link',
		'/batches/' => 'missing',
	];

	/**
	 * Returns all staff routes, one entry per method.
	 *
	 * @return list<array{
	 *     method: non-empty-string,
	 *     path: string,
	 *     arguments: list<string>,
	 * }> Paths with `{order}`, `{link}` and `{missing}`.
	 */
	public static function staff_routes(): array {
		rest_do_request( new WP_REST_Request( 'OPTIONS', self::NAMESPACE . '/settings' ) );
		$routes = [];
		foreach ( rest_get_server()->get_routes( 'multisafepay-payment-links/v1' ) as $pattern => $handlers ) {
			Assert::assertIsString( $pattern );
			$path = substr( $pattern, strlen( self::NAMESPACE ) );
			if ( $path === '' || preg_match( self::PUBLIC, $path ) === 1 ) {
				continue;
			}
			foreach ( is_array( $handlers ) ? $handlers : [] as $handler ) {
				Assert::assertIsArray( $handler );
				foreach ( array_keys( (array) ( $handler['methods'] ?? [] ), true, true ) as $method ) {
					$routes[] = [
						'method'    => self::method_name( $method ),
						'path'      => self::template( $path ),
						'arguments' => array_map( strval( ... ), array_keys( (array) ( $handler['args'] ?? [] ) ) ),
					];
				}
			}
		}
		Assert::assertGreaterThan( 5, count( $routes ), 'The routes are registered.' );
		return $routes;
	}

	/**
	 * Replaces the placeholders of a path with IDs.
	 */
	public static function path( string $template, int $order, int $link ): string {
		return strtr(
			$template,
			[ '{order}' => (string) $order, '{link}' => (string) $link, '{missing}' => '999999999' ]
		);
	}

	/**
	 * @return non-empty-string
	 */
	private static function method_name( int|string $method ): string {
		return is_string( $method ) && $method !== '' ? $method : Assert::fail( 'The route has no method.' );
	}

	private static function template( string $pattern ): string {
		foreach ( self::PARAMETERS as $prefix => $name ) {
			$pattern = (string) preg_replace(
				'#^(' . $prefix . ')\(\?P<\w+>[^()]*\)#',
				'$1{' . $name . '}',
				$pattern
			);
		}
		Assert::assertDoesNotMatchRegularExpression(
			'/[()<>?\\\\\[\]]/',
			$pattern,
			'The path has an unknown parameter. Add it to Support/Routes.'
		);
		return $pattern;
	}
}
