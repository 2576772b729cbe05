<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use Closure;
use MultiSafepay\PaymentLinks\Shared\Rest\RestNamespace;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * One endpoint of the REST API. Nothing is created before a request reaches it.
 *
 * @phpstan-type Request WP_REST_Request<array<string, mixed>>
 */
final class Route {

	/**
	 * @param non-falsy-string $path Pattern below the namespace, such as `/links/(?P<id>\d+)`.
	 * @param 'GET'|'POST'|'PUT' $method
	 * @param Closure(Request): (WP_REST_Response|WP_Error) $callback
	 * @param Closure(Request): (bool|WP_Error) $permission
	 * @param array<string, array<string, mixed>> $arguments Of the body or the query string.
	 * @param (Closure(): array<string, mixed>)|null $schema Of the response.
	 */
	public function __construct(
		public readonly string $path,
		public readonly string $method,
		public readonly Closure $callback,
		public readonly Closure $permission,
		public readonly array $arguments = [],
		public readonly ?Closure $schema = null,
	) {}

	/**
	 * Registers routes. WordPress keeps one schema for all methods of a path: the one registered last.
	 *
	 * @param list<self> $routes
	 */
	public static function register( array $routes ): void {
		foreach ( $routes as $route ) {
			$options = [
				'args' => self::path_arguments( $route->path ),
				[
					'methods'             => $route->method,
					'callback'            => $route->callback,
					'permission_callback' => $route->permission,
					'args'                => $route->arguments,
				],
			];
			register_rest_route(
				RestNamespace::V1,
				$route->path,
				null === $route->schema ? $options : $options + [ 'schema' => $route->schema ]
			);
		}
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function path_arguments( string $path ): array {
		preg_match_all( '/\(\?P<(\w+)>\\\\d\+\)/', $path, $matches );

		return array_fill_keys(
			$matches[1],
			[
				'type'     => 'integer',
				'minimum'  => 1,
				'required' => true,
			]
		);
	}
}
