<?php
/**
 * Words for the history.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Domain\LinkEvent;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Says why a link is in its state.
 */
final class ReasonWords {

	/**
	 * Takes the words for refusals.
	 */
	public function __construct( private readonly ProviderWords $provider_words ) {}

	/**
	 * Returns why a link cannot be used; null for links that need no explanation.
	 *
	 * @param PaymentLink $link   The link.
	 * @param LinkStatus  $status Its state now.
	 */
	public function of_link( PaymentLink $link, LinkStatus $status ): ?string {
		return match ( $status ) {
			LinkStatus::Failed      => $this->text( $link->reason, $link->error_code ),
			LinkStatus::Unconfirmed => $this->text( LinkReason::NoAnswer, null ),
			default                 => null,
		};
	}

	/**
	 * Returns what happened.
	 */
	public function of_event( LinkEvent $event ): string {
		return $this->text( $event->reason, $event->error_code );
	}

	/**
	 * The words, by reason.
	 */
	private function text( LinkReason $reason, ?int $error_code ): string {
		return match ( $reason ) {
			LinkReason::Reserved        => __( 'Order ID reserved.', 'multisafepay-payment-links' ),
			LinkReason::Created         => __( 'Link created.', 'multisafepay-payment-links' ),
			LinkReason::OrderIdTaken    => __( 'The order ID has been used before.', 'multisafepay-payment-links' ),
			/* translators: %s: why. */
			LinkReason::Refused         => sprintf( __( 'MultiSafepay refused: %s', 'multisafepay-payment-links' ), $this->provider_words->of( $error_code ?? 0 ) ),
			LinkReason::InvalidKey      => __( 'MultiSafepay does not accept the API key of this site.', 'multisafepay-payment-links' ),
			LinkReason::NotSent         => __( 'MultiSafepay could not be reached.', 'multisafepay-payment-links' ),
			LinkReason::NoAnswer        => __( 'MultiSafepay did not confirm this link. It is being cancelled so that nobody can pay it by mistake.', 'multisafepay-payment-links' ),
			LinkReason::NoAnswerRetired => __( 'MultiSafepay did not answer; this order ID was cancelled and nobody can pay it.', 'multisafepay-payment-links' ),
			LinkReason::ProviderStatus  => __( 'Reported by MultiSafepay.', 'multisafepay-payment-links' ),
			LinkReason::AmountMismatch  => __( 'MultiSafepay reports a payment of another amount or currency than this link asks. Check it in the MultiSafepay dashboard.', 'multisafepay-payment-links' ),
			LinkReason::OrderMismatch   => __( 'The order owed another amount or currency than this link asked when it was paid.', 'multisafepay-payment-links' ),
			LinkReason::SecondPayment   => __( 'The order had been paid before: this is a second payment.', 'multisafepay-payment-links' ),
			LinkReason::OrderClosed     => __( 'Paid after the order was cancelled or refunded.', 'multisafepay-payment-links' ),
			LinkReason::OrderGone       => __( 'Paid, but the order is in the trash or deleted.', 'multisafepay-payment-links' ),
			LinkReason::RefundGrew      => __( 'MultiSafepay reports a further refund.', 'multisafepay-payment-links' ),
			LinkReason::Unknown         => __( 'This version of the plugin does not know what happened to this link. Update the plugin.', 'multisafepay-payment-links' ),
			LinkReason::Expired         => __( 'The link has expired.', 'multisafepay-payment-links' ),
			LinkReason::Retired         => __( 'Retired: nobody can pay this link any more.', 'multisafepay-payment-links' ),
			LinkReason::Replaced        => __( 'Retired: another link took its place.', 'multisafepay-payment-links' ),
			LinkReason::RetiredOrderPaid      => __( 'Retired, since the order has been paid another way.', 'multisafepay-payment-links' ),
			LinkReason::RetiredOrderCancelled => __( 'Retired with the order, which was cancelled.', 'multisafepay-payment-links' ),
			LinkReason::RetiredOrderRefunded  => __( 'Retired with the order, which was refunded.', 'multisafepay-payment-links' ),
			LinkReason::RetiredOrderGone      => __( 'Retired with the order, which was moved to the trash or deleted.', 'multisafepay-payment-links' ),
			LinkReason::RetirePending   => __( 'This link is going to be retired; MultiSafepay did not answer yet.', 'multisafepay-payment-links' ),
			LinkReason::Emailed         => __( 'Sent by e-mail.', 'multisafepay-payment-links' ),
			LinkReason::Shared          => __( 'Shared with the customer.', 'multisafepay-payment-links' ),
		};
	}
}
