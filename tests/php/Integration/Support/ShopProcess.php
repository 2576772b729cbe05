<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use PHPUnit\Framework\Assert;

/**
 * Runs code that needs a PHP process in which WooCommerce and this plugin are not yet loaded.
 */
final class ShopProcess {

	/**
	 * Runs PHP code in a separate process and returns the JSON array that it prints.
	 *
	 * @param string $code PHP code without an opening tag.
	 * @return array<mixed>
	 */
	public static function run( string $code ): array {
		exec(
			escapeshellarg( PHP_BINARY ) . ' -r ' . escapeshellarg( $code ) . ' 2>&1',
			$output,
			$status
		);
		Assert::assertSame( 0, $status, implode( "\n", $output ) );
		$result = json_decode( implode( "\n", $output ), true );
		Assert::assertIsArray( $result, implode( "\n", $output ) );

		return $result;
	}
}
