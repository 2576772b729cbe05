<?php
/**
 * The routes of the plugin, as the REST server has them.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use PHPUnit\Framework\Assert;
use WP_REST_Request;

/**
 * Reads them from the server, so that a route that is added later is tested, or fails loudly.
 */
final class Routes {

	private const NAMESPACE = '/multisafepay-payment-links/v1';

	/**
	 * Routes that anybody may call, and that prove who calls in another way.
	 */
	private const PUBLIC = '#^/notifications/#';

	/**
	 * Parameters in paths, by what stands before them, and what they name.
	 */
	private const PARAMETERS = [
		'/orders/'  => 'order',
		'/links/'   => 'link',
		'/batches/' => 'missing',
	];

	/**
	 * Every route that staff call, each method for itself.
	 *
	 * @return list<array{method: non-empty-string, path: string, arguments: list<string>}> Paths with `{order}`, `{link}` and `{missing}`.
	 */
	public static function of_staff(): array {
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
						'method'    => self::named( $method ),
						'path'      => self::template( $path ),
						'arguments' => array_map( strval( ... ), array_keys( (array) ( $handler['args'] ?? [] ) ) ),
					];
				}
			}
		}
		Assert::assertGreaterThan( 5, count( $routes ), 'There are routes.' );
		return $routes;
	}

	/**
	 * A path to call.
	 */
	public static function path( string $template, int $order, int $link ): string {
		return strtr( $template, [ '{order}' => (string) $order, '{link}' => (string) $link, '{missing}' => '999999999' ] );
	}

	/**
	 * @return non-empty-string
	 */
	private static function named( int|string $method ): string {
		return is_string( $method ) && $method !== '' ? $method : Assert::fail( 'A route without a method.' );
	}

	private static function template( string $pattern ): string {
		foreach ( self::PARAMETERS as $before => $names ) {
			$pattern = (string) preg_replace( '#^(' . $before . ')\(\?P<\w+>[^()]*\)#', '$1{' . $names . '}', $pattern );
		}
		Assert::assertDoesNotMatchRegularExpression( '/[()<>?\\\\\[\]]/', $pattern, 'A parameter that the tests of permissions do not know: teach them in Support/Routes.' );
		return $pattern;
	}
}
