<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Batches;

use MultiSafepay\PaymentLinks\Batches\Domain\BatchAction;
use MultiSafepay\PaymentLinks\Batches\Domain\BatchNotFound;
use MultiSafepay\PaymentLinks\Batches\Domain\ItemReason;
use MultiSafepay\PaymentLinks\MultiSafepay\ProviderMessages;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorMessages;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use Throwable;
use WP_Error;

final class BatchMessages implements ErrorMessages {

	public static function action( BatchAction $action ): string {
		return match ( $action ) {
			BatchAction::Create  => __( 'Create payment links', 'multisafepay-payment-links' ),
			BatchAction::Renew   => __( 'Renew payment links', 'multisafepay-payment-links' ),
			BatchAction::Cancel  => __( 'Cancel payment links', 'multisafepay-payment-links' ),
			BatchAction::Email   => __( 'Send payment links', 'multisafepay-payment-links' ),
			BatchAction::Refresh => __( 'Refresh payment links', 'multisafepay-payment-links' ),
		};
	}

	/**
	 * Explains why an item was skipped or failed.
	 */
	public static function reason( ItemReason $reason, ?int $error_code = null ): string {
		return match ( $reason ) {
			ItemReason::None           => '',
			ItemReason::OrderGone      => __( 'The order does not exist any more.', 'multisafepay-payment-links' ),
			ItemReason::OrderPaid      => __( 'The order is paid.', 'multisafepay-payment-links' ),
			ItemReason::OrderEnded     => __( 'The order is cancelled or refunded.', 'multisafepay-payment-links' ),
			ItemReason::NothingDue     => __( 'The order owes nothing.', 'multisafepay-payment-links' ),
			ItemReason::WrongCurrency  => __(
				'MultiSafepay cannot take payments in the currency of this order.',
				'multisafepay-payment-links'
			),
			ItemReason::HasOpenLink    => __( 'The order has an open payment link.', 'multisafepay-payment-links' ),
			ItemReason::BeingCreated      => __(
				'A payment link of this order is being made at this moment.',
				'multisafepay-payment-links'
			),
			ItemReason::AlreadyRenewed => __(
				'The order got a new payment link meanwhile.',
				'multisafepay-payment-links'
			),
			ItemReason::AlreadySent    => __(
				'Another bulk action sent this payment link at the same time.',
				'multisafepay-payment-links'
			),
			ItemReason::NoLink         => __( 'There is no payment link.', 'multisafepay-payment-links' ),
			ItemReason::NotOpen        => __( 'The payment link is not open.', 'multisafepay-payment-links' ),
			ItemReason::NoEmail        => __( 'The order has no valid e-mail address.', 'multisafepay-payment-links' ),
			ItemReason::KeyReplaced    => __(
				'The API key of this link’s site has been replaced since.',
				'multisafepay-payment-links'
			),
			ItemReason::InvalidData    => __(
				'Something in the order does not fit a payment link. Open the order and make its link there.',
				'multisafepay-payment-links'
			),
			ItemReason::OrderIdAlreadyUsed   => __(
				'Many order IDs have been used before, perhaps by another shop on the same site.',
				'multisafepay-payment-links'
			),
			ItemReason::Refused        => ProviderMessages::refused( $error_code ?? 0 ),
			ItemReason::InvalidKey     => __(
				'MultiSafepay does not accept the API key of this site. Check it in the settings, then go on.',
				'multisafepay-payment-links'
			),
			ItemReason::NotConfigured  => __(
				'No API key is set for this site. Add one in the settings, then go on.',
				'multisafepay-payment-links'
			),
			ItemReason::Unavailable    => __(
				'MultiSafepay did not answer. Try again later.',
				'multisafepay-payment-links'
			),
			ItemReason::Unconfirmed    => __(
				'MultiSafepay did not confirm the link. It is being cancelled; try again later.',
				'multisafepay-payment-links'
			),
			ItemReason::EmailRefused    => __(
				'The link is there, but the shop’s mail server did not take the e-mail.',
				'multisafepay-payment-links'
			),
			ItemReason::EmailDisabled        => __(
				'The link is there, but the e-mail “Payment link” is switched off in WooCommerce > Settings > Emails.',
				'multisafepay-payment-links'
			),
			ItemReason::EmailUnknown    => __(
				'The shop was interrupted while the e-mail was sent.',
				'multisafepay-payment-links'
			)
				. ' ' . __(
					'Look at the link’s history, or ask the customer, before you send it again.',
					'multisafepay-payment-links'
				),
			ItemReason::Error          => __(
				'Something went wrong. The log in WooCommerce > Status > Logs may have the reason.',
				'multisafepay-payment-links'
			),
		};
	}

	public function fields(): array {
		return [
			'orders_or_links' => __(
				'Choose orders, or payment links, but not both; new links are made for orders.',
				'multisafepay-payment-links'
			),
			/* translators: {max} is a number; keep it. */
			'too_many_items' => __( 'Choose at most {max} at a time.', 'multisafepay-payment-links' ),
			'not_ids' => __( 'This must be a list of ids: whole numbers above zero.', 'multisafepay-payment-links' ),
			/* translators: {order} is an order number; keep it. */
			'order_not_editable' => __( 'You may not edit order {order}.', 'multisafepay-payment-links' ),
		];
	}

	public function error( Throwable $failure, ErrorResponse $errors ): ?WP_Error {
		return $failure instanceof BatchNotFound
			? new WP_Error(
				'rest_batch_not_found',
				__( 'This bulk action does not exist.', 'multisafepay-payment-links' ),
				[ 'status' => 404 ]
			)
			: null;
	}
}
