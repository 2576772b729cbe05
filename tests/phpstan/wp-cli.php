<?php
/**
 * Declarations of WP-CLI for PHPStan. They are never executed.
 */

namespace {

	final class WP_CLI {

		/**
		 * @param array<string, mixed> $arguments
		 */
		public static function add_command( string $name, callable $run, array $arguments = [] ): bool {}

		public static function log( string $message ): void {}

		public static function warning( string $message ): void {}

		/**
		 * @return ($exit is false ? null : never)
		 */
		public static function error( string $message, bool|int $exit = true ): mixed {}

		/**
		 * @return never
		 */
		public static function halt( int $code ): void {}
	}
}

namespace WP_CLI\Utils {

	/**
	 * @param array<mixed>  $items
	 * @param list<string>  $fields
	 */
	function format_items( string $format, array $items, array $fields ): void {}
}
