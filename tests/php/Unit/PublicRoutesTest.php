<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit;

use FilesystemIterator;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use SplFileInfo;

#[CoversNothing]
final class PublicRoutesTest extends TestCase {

	public function test_only_the_route_of_the_provider_lets_everybody_in(): void {
		$found = [];
		/** @var SplFileInfo $file */
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( dirname( __DIR__, 3 ) . '/includes', FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			$times = substr_count( (string) file_get_contents( $file->getPathname() ), '__return_true' );
			if ( $times > 0 ) {
				$found[ $file->getFilename() ] = $times;
			}
		}

		self::assertSame( [ 'NotificationsController.php' => 1 ], $found );
	}
}
