<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use Closure;

/**
 * Adds hooks that kill the current process without any cleanup, as in a power failure.
 */
final class Kills {

	/**
	 * Kills the process before it sends the n-th matching SQL statement.
	 *
	 * @param non-empty-string $pattern Regular expression.
	 */
	public static function before_statement( string $pattern, int $nth = 1 ): void {
		$count = 0;
		add_filter(
			'query',
			static function ( mixed $sql ) use ( $pattern, $nth, &$count ): mixed {
				if ( is_string( $sql ) && preg_match( $pattern, $sql ) === 1 && ++$count === $nth ) {
					self::kill_process();
				}
				return $sql;
			}
		);
	}

	/**
	 * Kills the process when a hook fires for the n-th time with arguments that meet the condition.
	 *
	 * @param Closure(mixed...): bool|null $condition Receives the arguments of the hook.
	 */
	public static function at_hook( string $hook, ?Closure $condition = null, int $nth = 1 ): void {
		$count = 0;
		add_filter(
			$hook,
			static function ( mixed ...$arguments ) use ( $condition, $nth, &$count ): mixed {
				if ( ( $condition === null || $condition( ...$arguments ) ) && ++$count === $nth ) {
					self::kill_process();
				}
				return $arguments[0] ?? null;
			},
			10,
			3
		);
	}

	private static function kill_process(): void {
		posix_kill( (int) getmypid(), SIGKILL );
	}
}
