<?php
/**
 * How one of a batch stands.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Batch;

/**
 * Waiting and working are not over yet.
 */
enum ItemStatus: string {

	case Waiting = 'waiting';
	case Working = 'working';
	case Done    = 'done';
	case Skipped = 'skipped';
	case Failed  = 'failed';

	/**
	 * The link is there, its e-mail is not.
	 */
	case MailFailed = 'mail_failed';
}
