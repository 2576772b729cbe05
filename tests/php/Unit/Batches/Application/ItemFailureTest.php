<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Batches\Application;

use MultiSafepay\PaymentLinks\Batches\Application\ItemFailure;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchItem;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemOutcome;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemReason;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemStatus;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderIdAlreadyUsed;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sites\Domain\NotConfigured;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteChanged;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use RuntimeException;
use Throwable;

#[CoversClass( ItemFailure::class )]
final class ItemFailureTest extends TestCase {

	#[DataProvider( 'failures' )]
	public function test_a_failure_leads_to_a_retry_a_skip_or_a_failed_item(
		Throwable $failure,
		ItemStatus $status,
		ItemReason $reason,
		bool $slow_down,
	): void {
		$outcome = $this->outcome( $failure );

		self::assertSame(
			[ $status, $reason, $slow_down ],
			[ $outcome->status, $outcome->reason, $outcome->slow_down ]
		);
	}

	/**
	 * @return array<string, array{Throwable, ItemStatus, ItemReason, bool}>
	 */
	public static function failures(): array {
		return [
			'no response'             => [
				new ProviderUnavailable( true, 'timeout' ),
				ItemStatus::Waiting,
				ItemReason::Unavailable,
				true,
			],
			'too many requests'       => [
				new ProviderRefused( 0, '', 429 ),
				ItemStatus::Waiting,
				ItemReason::Unavailable,
				true,
			],
			'invalid key'             => [
				new ProviderRefused( ProviderRefused::INVALID_API_KEY, '', 401 ),
				ItemStatus::Waiting,
				ItemReason::InvalidKey,
				false,
			],
			'no key'                  => [ new NotConfigured(), ItemStatus::Waiting, ItemReason::NotConfigured, false ],
			'refused by the provider' => [
				new ProviderRefused( 1002, '', 404 ),
				ItemStatus::Failed,
				ItemReason::Refused,
				false,
			],
			'order already paid'      => [ new OrderAlreadyPaid(), ItemStatus::Skipped, ItemReason::OrderPaid, false ],
			'order deleted'           => [ new OrderNotFound(), ItemStatus::Failed, ItemReason::OrderGone, false ],
			'key replaced'            => [ new SiteChanged(), ItemStatus::Failed, ItemReason::KeyReplaced, false ],
			'order ID already used'   => [
				new OrderIdAlreadyUsed( 'PL-1-1' ),
				ItemStatus::Failed,
				ItemReason::OrderIdAlreadyUsed,
				false,
			],
			'invalid fields'          => [
				new InvalidFields( [ new InvalidValue( 'amount', 'required' ) ] ),
				ItemStatus::Failed,
				ItemReason::InvalidData,
				false,
			],
			'one invalid field'       => [
				new InvalidValue( 'amount', 'amount_not_comparable' ),
				ItemStatus::Failed,
				ItemReason::InvalidData,
				false,
			],
			'anything else'           => [
				new RuntimeException( 'broken' ),
				ItemStatus::Failed,
				ItemReason::Error,
				false,
			],
		];
	}

	public function test_the_error_code_and_the_retry_delay_of_the_provider_are_kept(): void {
		self::assertSame( 1002, $this->outcome( new ProviderRefused( 1002, '', 404 ) )->error_code );
		self::assertSame(
			[ 30, 40 ],
			[
				$this->outcome( new ProviderRefused( 0, '', 429, 30 ) )->seconds,
				$this->outcome( new ProviderUnavailable( true, 'HTTP 503', 40 ) )->seconds,
			]
		);
	}

	public function test_an_item_fails_after_the_maximum_number_of_attempts(): void {
		$statuses = array_map(
			fn ( int $attempts ): ItemStatus => $this->outcome(
				new ProviderUnavailable( true, 'timeout' ),
				$attempts
			)->status,
			[ 1, ItemFailure::MAX_ATTEMPTS - 1, ItemFailure::MAX_ATTEMPTS ]
		);

		self::assertSame( [ ItemStatus::Waiting, ItemStatus::Waiting, ItemStatus::Failed ], $statuses );
	}

	private function outcome( Throwable $failure, int $attempts = 1 ): ItemOutcome {
		return ( new ItemFailure() )->outcome(
			$failure,
			new BatchItem( 1, 1, 1001, 0, 0, ItemStatus::Working, ItemReason::None, null, false, $attempts )
		);
	}
}
