<?php
/**
 * Why a link is in its state.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * One vocabulary of causes; the edge turns it into words.
 */
enum LinkReason: string {

	case Reserved        = 'reserved';
	case Created         = 'created';
	case OrderIdTaken    = 'order_id_taken';
	case Refused         = 'refused';
	case InvalidKey      = 'invalid_key';
	case NotSent         = 'not_sent';
	case NoAnswer        = 'no_answer';
	case NoAnswerRetired = 'no_answer_retired';
	case ProviderStatus  = 'provider_status';
	case AmountMismatch  = 'amount_mismatch';
	case Expired         = 'expired';
	case Retired         = 'retired';
	case Replaced        = 'replaced';
	case RetirePending   = 'retire_pending';
	case Emailed         = 'emailed';
	case Shared          = 'shared';
	case RetiredOrderPaid      = 'retired_order_paid';
	case RetiredOrderCancelled = 'retired_order_cancelled';
	case RetiredOrderRefunded  = 'retired_order_refunded';
	case RetiredOrderGone      = 'retired_order_gone';
	case Unknown         = 'unknown';
	case OrderMismatch   = 'order_mismatch';
	case SecondPayment   = 'second_payment';
	case OrderClosed     = 'order_closed';
	case OrderGone       = 'order_gone';
	case RefundGrew      = 'refund_grew';
}
