<?php
/**
 * Dying at a certain point.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use Closure;

/**
 * Hooks that kill the process that meets them, as a machine that loses its power would: nothing is tidied up.
 */
final class Kills {

	/**
	 * Dies instead of sending the n-th statement that looks so.
	 *
	 * @param non-empty-string $pattern Regular expression.
	 */
	public static function before_statement( string $pattern, int $nth = 1 ): void {
		$met = 0;
		add_filter(
			'query',
			static function ( mixed $sql ) use ( $pattern, $nth, &$met ): mixed {
				if ( is_string( $sql ) && preg_match( $pattern, $sql ) === 1 && ++$met === $nth ) {
					self::die_now();
				}
				return $sql;
			}
		);
	}

	/**
	 * Dies when a hook of WordPress fires for the n-th time, and the condition holds.
	 *
	 * @param Closure(mixed...): bool|null $condition Of what the hook hands over.
	 */
	public static function at_hook( string $hook, ?Closure $condition = null, int $nth = 1 ): void {
		$met = 0;
		add_filter(
			$hook,
			static function ( mixed ...$handed ) use ( $condition, $nth, &$met ): mixed {
				if ( ( $condition === null || $condition( ...$handed ) ) && ++$met === $nth ) {
					self::die_now();
				}
				return $handed[0] ?? null;
			},
			10,
			3
		);
	}

	private static function die_now(): void {
		posix_kill( (int) getmypid(), SIGKILL );
	}
}
