<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Application\Batch;

use MultiSafepay\PaymentLinks\Application\Batch\ItemFailure;
use MultiSafepay\PaymentLinks\Domain\Batch\BatchItem;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemOutcome;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemReason;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemStatus;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderIdTaken;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\Exception\SiteChanged;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use RuntimeException;
use Throwable;

#[CoversClass( ItemFailure::class )]
final class ItemFailureTest extends TestCase {

	#[DataProvider( 'failures' )]
	public function test_what_went_wrong_is_tried_again_skipped_or_failed( Throwable $failure, ItemStatus $status, ItemReason $reason, bool $slow_down ): void {
		$outcome = $this->outcome( $failure );

		self::assertSame( [ $status, $reason, $slow_down ], [ $outcome->status, $outcome->reason, $outcome->slow_down ] );
	}

	/**
	 * @return array<string, array{Throwable, ItemStatus, ItemReason, bool}>
	 */
	public static function failures(): array {
		return [
			'no answer'            => [ new ProviderUnavailable( true, 'timeout' ), ItemStatus::Waiting, ItemReason::Unavailable, true ],
			'one request too many' => [ new ProviderRefused( 0, '', 429 ), ItemStatus::Waiting, ItemReason::Unavailable, true ],
			'a key refused'        => [ new ProviderRefused( ProviderRefused::INVALID_API_KEY, '', 401 ), ItemStatus::Waiting, ItemReason::InvalidKey, false ],
			'no key'               => [ new NotConfigured(), ItemStatus::Waiting, ItemReason::NotConfigured, false ],
			'refused'              => [ new ProviderRefused( 1002, '', 404 ), ItemStatus::Failed, ItemReason::Refused, false ],
			'paid meanwhile'       => [ new OrderAlreadyPaid(), ItemStatus::Skipped, ItemReason::OrderPaid, false ],
			'deleted meanwhile'    => [ new OrderNotFound(), ItemStatus::Failed, ItemReason::OrderGone, false ],
			'another key since'    => [ new SiteChanged(), ItemStatus::Failed, ItemReason::KeyReplaced, false ],
			'order IDs used up'    => [ new OrderIdTaken( 'PL-1-1' ), ItemStatus::Failed, ItemReason::OrderIdTaken, false ],
			'fields do not fit'    => [ new InvalidFields( [ new InvalidValue( 'amount', 'required' ) ] ), ItemStatus::Failed, ItemReason::InvalidData, false ],
			'one field'            => [ new InvalidValue( 'amount', 'amount_not_comparable' ), ItemStatus::Failed, ItemReason::InvalidData, false ],
			'anything else'        => [ new RuntimeException( 'broken' ), ItemStatus::Failed, ItemReason::Error, false ],
		];
	}

	public function test_the_providers_number_and_its_wish_for_peace_are_kept(): void {
		self::assertSame( 1002, $this->outcome( new ProviderRefused( 1002, '', 404 ) )->error_code );
		self::assertSame( [ 30, 40 ], [ $this->outcome( new ProviderRefused( 0, '', 429, 30 ) )->seconds, $this->outcome( new ProviderUnavailable( true, 'HTTP 503', 40 ) )->seconds ] );
	}

	public function test_after_many_tries_a_person_decides(): void {
		$statuses = array_map( fn ( int $tries ): ItemStatus => $this->outcome( new ProviderUnavailable( true, 'timeout' ), $tries )->status, [ 1, ItemFailure::MAX_TRIES - 1, ItemFailure::MAX_TRIES ] );

		self::assertSame( [ ItemStatus::Waiting, ItemStatus::Waiting, ItemStatus::Failed ], $statuses );
	}

	private function outcome( Throwable $failure, int $tries = 1 ): ItemOutcome {
		return ( new ItemFailure() )->outcome( $failure, new BatchItem( 1, 1, 1001, 0, 0, ItemStatus::Working, ItemReason::None, null, false, $tries ) );
	}
}
