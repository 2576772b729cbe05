<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Payments\Application\OrderSyncScheduler;
use MultiSafepay\PaymentLinks\Payments\PaymentsModule;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;

final class ActionSchedulerOrderSyncScheduler implements OrderSyncScheduler {

	public function __construct( private readonly Scheduler $scheduler ) {}

	public function schedule( PaymentLink $link, int $seconds ): void {
		$this->scheduler->schedule_once( PaymentsModule::SYNC_ORDER, [ $link->id ], $seconds );
	}
}
