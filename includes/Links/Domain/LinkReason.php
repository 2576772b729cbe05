<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;

/**
 * The reason of an event. LinkMessages translates it to a message.
 */
enum LinkReason: string {

	case Reserved        = 'reserved';
	case Created         = 'created';
	case OrderIdAlreadyUsed    = 'order_id_taken';
	case Refused         = 'refused';
	case InvalidKey      = 'invalid_key';
	case NotSent         = 'not_sent';
	case NoAnswer        = 'no_answer';
	case NoAnswerCancelled = 'no_answer_cancelled';
	case ProviderStatus  = 'provider_status';
	case Expired         = 'expired';
	case Cancelled         = 'cancelled';
	case Replaced        = 'replaced';
	case CancelPending   = 'cancel_pending';
	case Emailed         = 'emailed';
	case Shared          = 'shared';
	case CancelledOrderPaid      = 'cancelled_order_paid';
	case CancelledOrderCancelled = 'cancelled_order_cancelled';
	case CancelledOrderRefunded  = 'cancelled_order_refunded';
	case CancelledOrderGone      = 'cancelled_order_gone';
	case Unknown         = 'unknown';
	case AlertRaised     = 'alert_raised';
	case AlertAcknowledged = 'alert_acknowledged';
	case AlertResolved   = 'alert_resolved';
	case RefundIncreased      = 'refund_increased';

	public static function for_order_end( OrderEnd $end ): self {
		return match ( $end ) {
			OrderEnd::Paid      => self::CancelledOrderPaid,
			OrderEnd::Cancelled => self::CancelledOrderCancelled,
			OrderEnd::Refunded  => self::CancelledOrderRefunded,
			OrderEnd::Trashed, OrderEnd::Deleted => self::CancelledOrderGone,
		};
	}
}
