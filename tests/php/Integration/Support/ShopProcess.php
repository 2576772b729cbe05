<?php
/**
 * PHP that this process cannot run: it has WooCommerce, and all of the plugin, already.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use PHPUnit\Framework\Assert;

final class ShopProcess {

	/**
	 * Runs code in a process of its own and returns the JSON list that it prints.
	 *
	 * @param string $code Without an opening tag.
	 * @return array<mixed>
	 */
	public static function answer( string $code ): array {
		exec( escapeshellarg( PHP_BINARY ) . ' -r ' . escapeshellarg( $code ) . ' 2>&1', $output, $status ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.system_calls_exec -- A process of its own is the point.
		Assert::assertSame( 0, $status, implode( "\n", $output ) );
		$answer = json_decode( implode( "\n", $output ), true );
		Assert::assertIsArray( $answer, implode( "\n", $output ) );

		return $answer;
	}
}
