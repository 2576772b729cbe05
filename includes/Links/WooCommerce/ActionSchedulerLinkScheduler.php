<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Application\LinkScheduler;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Links\LinksModule;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;

final class ActionSchedulerLinkScheduler implements LinkScheduler {

	public function __construct( private readonly Scheduler $scheduler ) {}

	public function resolve_later( PaymentLink $link, int $seconds ): void {
		$this->scheduler->schedule_once( LinksModule::RESOLVE_UNCONFIRMED, [ $link->id ], $seconds );
	}

	public function cancel_later( PaymentLink $link, int $seconds ): void {
		$this->scheduler->schedule_once( LinksModule::CANCEL_LINK, [ $link->id ], $seconds );
	}
}
