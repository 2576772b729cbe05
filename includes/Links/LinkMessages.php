<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links;

use MultiSafepay\PaymentLinks\Links\Application\Draft\DraftWarning;
use MultiSafepay\PaymentLinks\Links\Domain\LinkEvent;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\ProviderMessages;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

final class LinkMessages {

	public static function javascript_required(): string {
		return __( 'Payment links need JavaScript.', 'multisafepay-payment-links' );
	}

	/**
	 * Returns the label of an input field that an export shows.
	 */
	public static function field( string $name ): string {
		return match ( $name ) {
			'amount'      => __( 'Amount', 'multisafepay-payment-links' ),
			'currency'    => __( 'Currency', 'multisafepay-payment-links' ),
			'site'        => __( 'Site', 'multisafepay-payment-links' ),
			'description' => __( 'Description', 'multisafepay-payment-links' ),
			'customer'    => __( 'Customer', 'multisafepay-payment-links' ),
			'delivery'    => __( 'Delivery', 'multisafepay-payment-links' ),
			'note'        => __( 'Note', 'multisafepay-payment-links' ),
			default       => $name,
		};
	}

	/**
	 * `src/shared/utils/link-statuses.ts` has the same labels and tones.
	 */
	public static function status( LinkStatus $status ): string {
		return match ( $status ) {
			LinkStatus::Creating          => __( 'Being created', 'multisafepay-payment-links' ),
			LinkStatus::Unconfirmed       => __( 'Not confirmed', 'multisafepay-payment-links' ),
			LinkStatus::Failed            => __( 'Failed', 'multisafepay-payment-links' ),
			LinkStatus::Active            => __( 'Active', 'multisafepay-payment-links' ),
			LinkStatus::Uncleared         => __( 'Uncleared', 'multisafepay-payment-links' ),
			LinkStatus::Completed         => __( 'Completed', 'multisafepay-payment-links' ),
			LinkStatus::Declined          => __( 'Declined', 'multisafepay-payment-links' ),
			LinkStatus::Cancelled         => __( 'Cancelled', 'multisafepay-payment-links' ),
			LinkStatus::Expired           => __( 'Expired', 'multisafepay-payment-links' ),
			LinkStatus::Duplicate         => __( 'Superseded', 'multisafepay-payment-links' ),
			LinkStatus::Refunded          => __( 'Refunded', 'multisafepay-payment-links' ),
			LinkStatus::PartiallyRefunded => __( 'Partially refunded', 'multisafepay-payment-links' ),
			LinkStatus::Chargeback        => __( 'Chargeback', 'multisafepay-payment-links' ),
		};
	}

	/**
	 * Returns the colour of a status badge, as a part of its CSS class.
	 *
	 * @return 'open'|'good'|'attention'|'bad'|'over'
	 */
	public static function status_tone( LinkStatus $status ): string {
		return match ( $status ) {
			LinkStatus::Active, LinkStatus::Creating => 'open',
			LinkStatus::Completed => 'good',
			LinkStatus::Unconfirmed, LinkStatus::Uncleared, LinkStatus::Declined => 'attention',
			LinkStatus::Failed, LinkStatus::Chargeback => 'bad',
			LinkStatus::Cancelled, LinkStatus::Expired, LinkStatus::Duplicate, LinkStatus::Refunded,
			LinkStatus::PartiallyRefunded => 'over',
		};
	}

	/**
	 * Returns why a link cannot be used, or null for a status that needs no explanation.
	 */
	public static function status_reason( PaymentLink $link, LinkStatus $status ): ?string {
		return match ( $status ) {
			LinkStatus::Failed      => self::reason( $link->reason, $link->error_code ),
			LinkStatus::Unconfirmed => self::reason( LinkReason::NoAnswer, null ),
			default                 => null,
		};
	}

	public static function event( LinkEvent $event ): string {
		$alert = PaymentAlert::tryFrom( explode( ' ', $event->detail )[0] );

		return match ( true ) {
			LinkReason::AlertRaised === $event->reason && null !== $alert => AlertMessages::text( $alert ),
			LinkReason::CancelledOrderPaid === $event->reason && '' !== $event->detail => sprintf(
				/* translators: %s: order ID of another link. */
				__( 'Cancelled: link %s was paid instead.', 'multisafepay-payment-links' ),
				$event->detail
			),
			default => self::reason( $event->reason, $event->error_code ),
		};
	}

	/**
	 * Returns the detail of an event for staff: without codes that the message explains.
	 */
	public static function event_detail( LinkEvent $event ): string {
		return match ( $event->reason ) {
			LinkReason::CancelPending, LinkReason::CancelledOrderPaid => '',
			LinkReason::AlertRaised, LinkReason::AlertAcknowledged, LinkReason::AlertResolved
				=> explode( ' ', $event->detail, 2 )[1] ?? '',
			default => $event->detail,
		};
	}

	public static function warning( DraftWarning $warning ): string {
		$arguments = [];
		foreach ( $warning->arguments as $name => $value ) {
			$arguments[ '{' . $name . '}' ] = $value;
		}

		return strtr( self::warning_text( $warning ), $arguments );
	}

	public static function created_note( string $order_id, Money $amount ): string {
		return sprintf(
			/* translators: 1: order ID of the link, 2: amount, 3: currency code. */
			__( 'Payment link %1$s generated for %2$s %3$s.', 'multisafepay-payment-links' ),
			$order_id,
			$amount->to_decimal(),
			$amount->currency->code
		);
	}

	public static function the_shop(): string {
		return __( 'The shop', 'multisafepay-payment-links' );
	}

	public static function former_user(): string {
		return __( 'A former member of staff', 'multisafepay-payment-links' );
	}

	public static function amount_format(): string {
		return __(
			'Give the amount as a whole number of the currency’s smallest unit, such as cents.',
			'multisafepay-payment-links'
		);
	}

	public static function not_an_integer(): string {
		return __( 'This must be a whole number.', 'multisafepay-payment-links' );
	}

	public static function not_a_boolean(): string {
		return __( 'This must be true or false.', 'multisafepay-payment-links' );
	}

	public static function cancellation_unanswered(): string {
		return __(
			'MultiSafepay did not answer. The link may still be open; try again in a moment.',
			'multisafepay-payment-links'
		);
	}

	public static function methods_unavailable(): string {
		return __(
			'MultiSafepay did not answer, so its payment methods are not known now.',
			'multisafepay-payment-links'
		)
			. ' ' . __( 'You can go on without choosing one.', 'multisafepay-payment-links' );
	}

	private static function reason( LinkReason $reason, ?int $error_code ): string {
		return match ( $reason ) {
			LinkReason::Reserved        => __( 'Order ID reserved.', 'multisafepay-payment-links' ),
			LinkReason::Created         => __( 'Link created.', 'multisafepay-payment-links' ),
			LinkReason::OrderIdAlreadyUsed    => __(
				'The order ID has been used before.',
				'multisafepay-payment-links'
			),
			LinkReason::Refused         => ProviderMessages::refused( $error_code ?? 0 ),
			LinkReason::InvalidKey      => __(
				'MultiSafepay does not accept the API key of this site.',
				'multisafepay-payment-links'
			),
			LinkReason::NotSent         => __( 'MultiSafepay could not be reached.', 'multisafepay-payment-links' ),
			LinkReason::NoAnswer        => __(
				'MultiSafepay did not confirm this link. It is being cancelled so that nobody can pay it by mistake.',
				'multisafepay-payment-links'
			),
			LinkReason::NoAnswerCancelled => __(
				'MultiSafepay did not answer; this order ID was cancelled and nobody can pay it.',
				'multisafepay-payment-links'
			),
			LinkReason::ProviderStatus  => __( 'Reported by MultiSafepay.', 'multisafepay-payment-links' ),
			LinkReason::AlertRaised     => __( 'An alert was raised.', 'multisafepay-payment-links' ),
			LinkReason::AlertAcknowledged => __( 'Alert acknowledged.', 'multisafepay-payment-links' ),
			LinkReason::AlertResolved   => __(
				'The alert no longer applies, because the order has changed.',
				'multisafepay-payment-links'
			),
			LinkReason::RefundIncreased      => __(
				'MultiSafepay reports a further refund.',
				'multisafepay-payment-links'
			),
			LinkReason::Unknown         => __(
				'This version of the plugin does not know what happened to this link. Update the plugin.',
				'multisafepay-payment-links'
			),
			LinkReason::Expired         => __( 'The link has expired.', 'multisafepay-payment-links' ),
			LinkReason::Cancelled         => __(
				'Cancelled: nobody can pay this link any more.',
				'multisafepay-payment-links'
			),
			LinkReason::Replaced        => __(
				'Cancelled: another link took its place.',
				'multisafepay-payment-links'
			),
			LinkReason::CancelledOrderPaid      => __(
				'Cancelled: the order was paid another way.',
				'multisafepay-payment-links'
			),
			LinkReason::CancelledOrderCancelled => __(
				'Cancelled with the order, which was cancelled.',
				'multisafepay-payment-links'
			),
			LinkReason::CancelledOrderRefunded  => __(
				'Cancelled with the order, which was refunded.',
				'multisafepay-payment-links'
			),
			LinkReason::CancelledOrderGone      => __(
				'Cancelled with the order, which was moved to the trash or deleted.',
				'multisafepay-payment-links'
			),
			LinkReason::CancelPending   => __(
				'This link is going to be cancelled; MultiSafepay did not answer yet.',
				'multisafepay-payment-links'
			),
			LinkReason::Emailed         => __( 'Sent by e-mail.', 'multisafepay-payment-links' ),
			LinkReason::Shared          => __( 'Shared with the customer.', 'multisafepay-payment-links' ),
		};
	}

	private static function warning_text( DraftWarning $warning ): string {
		return match ( $warning->code ) {
			DraftWarning::NOT_CONFIGURED => '' === ( $warning->arguments['site'] ?? '' )
				? __( 'There is no site with an API key yet. Enter one in the settings.', 'multisafepay-payment-links' )
				/* translators: {site} is the name of a site; keep it. */
				: __( 'The site "{site}" has no API key yet. Enter it in the settings.', 'multisafepay-payment-links' ),
			DraftWarning::ORDER_PAID => __(
				'This order is paid already. Make a link only when the customer should pay once more.',
				'multisafepay-payment-links'
			),
			DraftWarning::NOTHING_DUE => __(
				'This order owes nothing. Enter what the customer should pay.',
				'multisafepay-payment-links'
			),
			/* translators: {currency} is a currency code; keep it. */
			DraftWarning::AMOUNT_ROUNDED => __(
				'The total of this order has more decimals than {currency} allows. The amount is rounded.',
				'multisafepay-payment-links'
			),
			DraftWarning::OTHER_PAYMENT => __(
				'Another payment is recorded for this order. Check whether the customer still has to pay.',
				'multisafepay-payment-links'
			),
			DraftWarning::COLLECTED_LATER => __(
				'The payment method of this order collects later.',
				'multisafepay-payment-links'
			)
				. ' ' . __(
					'The status of the order stays the same when the link is paid.',
					'multisafepay-payment-links'
				),
			DraftWarning::STATUS_NOT_PAYABLE => __(
				'WooCommerce does not change an order with this status when it is paid.',
				'multisafepay-payment-links'
			)
				. ' ' . __(
					'Set the order to Pending payment first, or change its status yourself after the payment.',
					'multisafepay-payment-links'
				),
			/* translators: {currency} is a currency code; keep it. */
			DraftWarning::CURRENCY_NOT_SUPPORTED => __(
				'MultiSafepay cannot take payments in {currency}. Ask for this payment another way.',
				'multisafepay-payment-links'
			),
			DraftWarning::ORDER_CANCELLED => __(
				'This order is cancelled. Set it to Pending payment first when the customer should still pay it.',
				'multisafepay-payment-links'
			),
			DraftWarning::ORDER_REFUNDED => __(
				'This order is refunded. Set it to Pending payment first if the customer should pay it again.',
				'multisafepay-payment-links'
			),
			DraftWarning::ORDER_FAILED => __(
				'The last payment of this order failed. With a new link the customer can try again.',
				'multisafepay-payment-links'
			),
			/* translators: {order_ids} is one or more order IDs; keep it. */
			DraftWarning::OPEN_LINK => __(
				'A payment link for this order is still open: {order_ids}.',
				'multisafepay-payment-links'
			)
				. ' ' . __(
					'Send that one, or cancel it, so that the customer cannot pay twice.',
					'multisafepay-payment-links'
				),
			/* translators: {minutes} is a number; keep it. */
			DraftWarning::HOLD_STOCK => __(
				'WooCommerce cancels this order when it stays unpaid for {minutes} minutes (hold stock).',
				'multisafepay-payment-links'
			)
				. ' ' . __( 'Set it to On hold to keep it.', 'multisafepay-payment-links' ),
			DraftWarning::PLAIN_PERMALINKS => __(
				'This site has plain permalinks, so MultiSafepay cannot report payments to it.',
				'multisafepay-payment-links'
			)
				. ' ' . __( 'Choose another structure in Settings > Permalinks.', 'multisafepay-payment-links' )
				. ' ' . __(
					'Until then press Refresh on a link to see whether it was paid.',
					'multisafepay-payment-links'
				),
			DraftWarning::PLAIN_HTTP => __(
				'This site has no HTTPS address, so MultiSafepay cannot report payments to it.',
				'multisafepay-payment-links'
			)
				. ' ' . __( 'Ask your host for one.', 'multisafepay-payment-links' )
				. ' ' . __(
					'Until then press Refresh on a link to see whether it was paid.',
					'multisafepay-payment-links'
				),
			DraftWarning::OFFICIAL_LINK => __(
				'The MultiSafepay plugin made a payment link for this order too.',
				'multisafepay-payment-links'
			)
				. ' ' . __(
					'It may still be open, and then the customer could pay twice.',
					'multisafepay-payment-links'
				)
				. ' ' . __(
					'Send that one, or cancel it in the MultiSafepay dashboard first.',
					'multisafepay-payment-links'
				),
			DraftWarning::NO_EMAIL => __(
				'The order has no e-mail address that can be used.',
				'multisafepay-payment-links'
			)
				. ' ' . __(
					'Enter one below to e-mail the link, or send it another way.',
					'multisafepay-payment-links'
				),
			/* translators: {max} is a number; keep it. */
			DraftWarning::EMAIL_TOO_LONG => __(
				'MultiSafepay accepts e-mail addresses of at most {max} characters and does not get the customer\'s.',
				'multisafepay-payment-links'
			)
				. ' ' . __( 'E-mail from this shop is not affected.', 'multisafepay-payment-links' ),
			/* translators: {locale} and {used} are codes of languages; keep them. */
			DraftWarning::LOCALE_NOT_SUPPORTED => __(
				'MultiSafepay has no payment page in the customer\'s language ({locale}); it is shown in {used}.',
				'multisafepay-payment-links'
			)
				. ' ' . __( 'Choose another one below if the customer reads it.', 'multisafepay-payment-links' ),
		};
	}
}
