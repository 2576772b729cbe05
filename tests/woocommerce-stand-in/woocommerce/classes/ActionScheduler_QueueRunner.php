<?php

declare( strict_types = 1 );

use MultiSafepay\PaymentLinks\Tests\StandIn\Shop\ActionQueue;

class ActionScheduler_QueueRunner {

	/**
	 * @var ActionScheduler_QueueRunner|null
	 */
	private static $runner = null;

	public static function instance() {
		return self::$runner ??= new self();
	}

	public function run( $context = 'WP Cron' ) {
		return ActionQueue::run();
	}
}
