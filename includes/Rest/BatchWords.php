<?php
/**
 * Words for what became of items of batches.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Domain\Batch\BatchAction;
use MultiSafepay\PaymentLinks\Domain\Batch\ItemReason;

/**
 * Says why something was skipped or failed, and what to do.
 */
final class BatchWords {

	/**
	 * Takes the words for refusals.
	 */
	public function __construct( private readonly ProviderWords $provider_words ) {}

	/**
	 * Returns what is done, as a title.
	 */
	public function action( BatchAction $action ): string {
		return match ( $action ) {
			BatchAction::Create  => __( 'Create payment links', 'multisafepay-payment-links' ),
			BatchAction::Renew   => __( 'Renew payment links', 'multisafepay-payment-links' ),
			BatchAction::Retire  => __( 'Retire payment links', 'multisafepay-payment-links' ),
			BatchAction::Email   => __( 'Send payment links', 'multisafepay-payment-links' ),
			BatchAction::Refresh => __( 'Refresh payment links', 'multisafepay-payment-links' ),
		};
	}

	/**
	 * Returns why.
	 *
	 * @param ItemReason $reason     The reason.
	 * @param int|null   $error_code The provider's, where it refused.
	 */
	public function of( ItemReason $reason, ?int $error_code = null ): string {
		return match ( $reason ) {
			ItemReason::None           => '',
			ItemReason::OrderGone      => __( 'The order does not exist any more.', 'multisafepay-payment-links' ),
			ItemReason::OrderPaid      => __( 'The order is paid.', 'multisafepay-payment-links' ),
			ItemReason::OrderEnded     => __( 'The order is cancelled or refunded.', 'multisafepay-payment-links' ),
			ItemReason::NothingDue     => __( 'The order owes nothing.', 'multisafepay-payment-links' ),
			ItemReason::WrongCurrency  => __( 'MultiSafepay cannot take payments in the currency of this order.', 'multisafepay-payment-links' ),
			ItemReason::HasOpenLink    => __( 'The order has an open payment link.', 'multisafepay-payment-links' ),
			ItemReason::BeingMade      => __( 'A payment link of this order is being made at this moment.', 'multisafepay-payment-links' ),
			ItemReason::RenewedAlready => __( 'The order got a new payment link meanwhile.', 'multisafepay-payment-links' ),
			ItemReason::SentAlready    => __( 'Another bulk action sent this payment link at the same time.', 'multisafepay-payment-links' ),
			ItemReason::NoLink         => __( 'There is no payment link.', 'multisafepay-payment-links' ),
			ItemReason::NotOpen        => __( 'The payment link is not open.', 'multisafepay-payment-links' ),
			ItemReason::NoEmail        => __( 'The order has no valid e-mail address.', 'multisafepay-payment-links' ),
			ItemReason::KeyReplaced    => __( 'The API key of this link’s site has been replaced since.', 'multisafepay-payment-links' ),
			ItemReason::InvalidData    => __( 'Something in the order does not fit a payment link. Open the order and make its link there.', 'multisafepay-payment-links' ),
			ItemReason::OrderIdTaken   => __( 'Many order IDs have been used before, perhaps by another shop on the same site.', 'multisafepay-payment-links' ),
			/* translators: %s: why. */
			ItemReason::Refused        => sprintf( __( 'MultiSafepay refused: %s', 'multisafepay-payment-links' ), $this->provider_words->of( $error_code ?? 0 ) ),
			ItemReason::InvalidKey     => __( 'MultiSafepay does not accept the API key of this site. Check it in the settings, then go on.', 'multisafepay-payment-links' ),
			ItemReason::NotConfigured  => __( 'No API key is set for this site. Add one in the settings, then go on.', 'multisafepay-payment-links' ),
			ItemReason::Unavailable    => __( 'MultiSafepay did not answer. Try again later.', 'multisafepay-payment-links' ),
			ItemReason::Unconfirmed    => __( 'MultiSafepay did not confirm the link. It is being cancelled; try again later.', 'multisafepay-payment-links' ),
			ItemReason::MailRefused    => __( 'The link is there, but the shop’s mail server did not take the e-mail.', 'multisafepay-payment-links' ),
			ItemReason::MailOff        => __( 'The link is there, but the e-mail “Payment link” is switched off in WooCommerce > Settings > Emails.', 'multisafepay-payment-links' ),
			ItemReason::MailUnknown    => __( 'The shop was interrupted while the e-mail was sent. Look at the link’s history, or ask the customer, before you send it again.', 'multisafepay-payment-links' ),
			ItemReason::Error          => __( 'Something went wrong. The log in WooCommerce > Status > Logs may have the reason.', 'multisafepay-payment-links' ),
		};
	}
}
