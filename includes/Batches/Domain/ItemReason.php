<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches\Domain;

/**
 * Why an item was skipped, delayed or failed, or why a batch was stopped. BatchMessages has the texts.
 */
enum ItemReason: string {

	case None           = '';
	case OrderGone      = 'order_gone';
	case OrderPaid      = 'order_paid';
	case OrderEnded     = 'order_ended';
	case NothingDue     = 'nothing_due';
	case WrongCurrency  = 'currency_not_supported';
	case HasOpenLink    = 'has_open_link';
	case BeingCreated      = 'being_created';
	case AlreadyRenewed = 'already_renewed';
	case AlreadySent    = 'already_sent';
	case NoLink         = 'no_link';
	case NotOpen        = 'not_open';
	case NoEmail        = 'no_email';
	case KeyReplaced    = 'key_replaced';
	case InvalidData    = 'invalid_data';
	case OrderIdAlreadyUsed   = 'order_id_taken';
	case Refused        = 'refused';
	case InvalidKey     = 'invalid_key';
	case NotConfigured  = 'not_configured';
	case Unavailable    = 'unavailable';
	case Unconfirmed    = 'unconfirmed';
	case EmailRefused    = 'email_refused';
	case EmailDisabled        = 'email_disabled';

	/**
	 * The process was interrupted; it is unknown whether the email was sent.
	 */
	case EmailUnknown = 'email_unknown';

	case Error = 'error';

	/**
	 * Whether all other items of the batch would fail for the same reason.
	 */
	public function stops_batch(): bool {
		return self::InvalidKey === $this || self::NotConfigured === $this;
	}
}
