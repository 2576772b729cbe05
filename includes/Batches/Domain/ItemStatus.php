<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Domain;

enum ItemStatus: string {

	case Waiting = 'waiting';
	case Working = 'working';
	case Done    = 'done';
	case Skipped = 'skipped';
	case Failed  = 'failed';

	/**
	 * The link was created, but its email was not sent or its sending is unconfirmed.
	 */
	case EmailFailed = 'email_failed';
}
