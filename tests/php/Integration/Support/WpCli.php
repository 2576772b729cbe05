<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

// phpcs:disable WordPress.PHP.DiscouragedPHPFunctions.system_calls_proc_open -- WP-CLI is another program.

/**
 * Runs WP-CLI in a separate process.
 */
trait WpCli {

	/**
	 * @return list<array<mixed>>
	 */
	protected function wp_json( string $command ): array {
		[ $code, $output, $error ] = $this->wp( "$command --format=json" );
		self::assertSame( 0, $code, "$command: $output $error" );
		$rows = json_decode( $output, true, 32, JSON_THROW_ON_ERROR );
		self::assertIsArray( $rows );
		return array_values( array_filter( $rows, 'is_array' ) );
	}

	/**
	 * @return array{int, string, string} Exit code, standard output and standard error.
	 */
	protected function wp( string $command ): array {
		$process = proc_open(
			[
				PHP_BINARY,
				'-d',
				'memory_limit=512M',
				Env::get( 'WP_CLI_PHAR' ),
				'--allow-root',
				'--no-color',
				'--path=' . Env::get( 'MSPL_SITE_DIR' ),
				'multisafepay',
				'payment-links',
				...explode( ' ', $command ),
			],
			[ 1 => [ 'pipe', 'w' ], 2 => [ 'pipe', 'w' ] ],
			$pipes
		);
		self::assertIsResource( $process );
		$output = (string) stream_get_contents( $pipes[1] );
		$error  = (string) stream_get_contents( $pipes[2] );
		wp_cache_flush();
		return [ proc_close( $process ), $output, $error ];
	}
}
