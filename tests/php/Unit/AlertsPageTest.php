<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

#[CoversNothing]
final class AlertsPageTest extends TestCase {

	public function test_the_page_lists_all_alerts_by_precedence_and_whether_they_can_be_accepted(): void {
		$page = (string) file_get_contents( __DIR__ . '/../../../docs/alerts.md' );
		preg_match_all( '/^\| `(\w+)` \|.*\| (yes|no) \|$/m', $page, $rows, PREG_SET_ORDER );

		$listed = array_map( static fn ( array $row ): array => [ $row[1], 'yes' === $row[2] ], $rows );

		self::assertSame(
			array_map(
				static fn ( PaymentAlert $alert ): array => [ $alert->value, $alert->can_be_accepted() ],
				PaymentAlert::cases()
			),
			$listed
		);
	}
}
