<?php
/**
 * Why one of a batch ended as it did.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Batch;

/**
 * One vocabulary for skips and failures; the edge turns it into words.
 */
enum ItemReason: string {

	case None           = '';
	case OrderGone      = 'order_gone';
	case OrderPaid      = 'order_paid';
	case OrderEnded     = 'order_ended';
	case NothingDue     = 'nothing_due';
	case WrongCurrency  = 'currency_not_supported';
	case HasOpenLink    = 'has_open_link';
	case BeingMade      = 'being_made';
	case RenewedAlready = 'renewed_already';
	case SentAlready    = 'sent_already';
	case NoLink         = 'no_link';
	case NotOpen        = 'not_open';
	case NoEmail        = 'no_email';
	case KeyReplaced    = 'key_replaced';
	case InvalidData    = 'invalid_data';
	case OrderIdTaken   = 'order_id_taken';
	case Refused        = 'refused';
	case InvalidKey     = 'invalid_key';
	case NotConfigured  = 'not_configured';
	case Unavailable    = 'unavailable';
	case Unconfirmed    = 'unconfirmed';
	case MailRefused    = 'mail_refused';
	case MailOff        = 'mail_off';

	/**
	 * Nobody knows whether the e-mail went out before the process died.
	 */
	case MailUnknown = 'mail_unknown';

	case Error = 'error';

	/**
	 * Tells whether every other one of the batch would fail alike.
	 */
	public function stops_batch(): bool {
		return self::InvalidKey === $this || self::NotConfigured === $this;
	}
}
