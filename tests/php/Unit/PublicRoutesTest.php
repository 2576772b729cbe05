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

	public function test_only_the_notification_route_is_public(): void {
		$found = [];
		/** @var SplFileInfo $file */
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator(
			dirname( __DIR__, 3 ) . '/includes',
			FilesystemIterator::SKIP_DOTS
		) ) as $file ) {
			$count = substr_count( (string) file_get_contents( $file->getPathname() ), '__return_true' );
			if ( $count > 0 ) {
				$found[ $file->getFilename() ] = $count;
			}
		}

		self::assertSame( [ 'PaymentsModule.php' => 1 ], $found );
	}
}
