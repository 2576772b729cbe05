<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Automation;

use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLinkCommand;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\OrderEnded;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderEnd;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\OrderCacheCleaner;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\WordPress\Log;
use MultiSafepay\PaymentLinks\Shared\WordPress\Scheduler;
use MultiSafepay\PaymentLinks\Sharing\Application\SendLink;
use MultiSafepay\PaymentLinks\Sharing\Domain\EmailFailed;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use Throwable;
use WC_Order;
use WP_Error;

/**
 * Creates the automatic link of an order. An idempotency key per order prevents a second link; a failure adds an order
 * note.
 */
final class AutomaticLinks {

	private const MAX_ATTEMPTS        = 4;
	private const FIRST_DELAY_SECONDS = 60;

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly LinkStore $links,
		private readonly CreateLink $create,
		private readonly SendLink $send,
		private readonly ErrorResponse $errors,
		private readonly Log $log,
		private readonly Scheduler $scheduler,
	) {}

	/**
	 * @param int $attempts Number of earlier attempts.
	 */
	public function create( int $wc_order_id, int $attempts ): void {
		// This process may have read the order earlier.
		OrderCacheCleaner::clear( $wc_order_id );
		$order = wc_get_order( $wc_order_id );
		$key   = 'auto-order-' . $wc_order_id;
		// Skip orders that already have a link created by staff or another process. A link with this key comes from an
		// earlier attempt.
		if (
			! $order instanceof WC_Order
			|| ! AutomaticLinkScheduler::needs_link( $order )
			|| (
				[] !== $this->links->of_order( $wc_order_id )
				&& null === $this->links->find_by_key( $key )
				&& 0 === $attempts
			)
		) {
			return;
		}

		try {
			$link = $this->create->create(
				new CreateLinkCommand( $wc_order_id, new LinkInput( idempotency_key: $key ), Actor::system() )
			)->link;
		} catch ( OrderAlreadyPaid | OrderNotFound ) {
			// The order needs no link any more.
			return;
		} catch ( Throwable $failure ) {
			$is_temporary = $failure instanceof ProviderUnavailable
				|| $failure instanceof CreationUnconfirmed
				|| ( $failure instanceof ProviderRefused && $failure->is_rate_limited() );
			if ( $is_temporary && $attempts + 1 < self::MAX_ATTEMPTS ) {
				$this->scheduler->schedule(
					AutomationModule::AUTO_CREATE,
					[ $wc_order_id, $attempts + 1 ],
					self::FIRST_DELAY_SECONDS * 2 ** $attempts
				);
			} else {
				$this->note_failure( $order, $failure );
			}

			return;
		}

		$this->mail( $order, $link );
	}

	/**
	 * Emails the link if the setting is enabled and the link was not sent before.
	 */
	private function mail( WC_Order $order, PaymentLink $link ): void {
		$to = $link->details->customer->email;
		if ( '' === $to || null !== $link->sent_at || ! $this->settings->load()->auto_send ) {
			return;
		}

		try {
			$this->send->email( $link->id, $to, '', Actor::system() );
		} catch ( EmailFailed $failure ) {
			$this->note_failure( $order, $failure );
		}
	}

	/**
	 * Adds an order note with the reason why no link was created or no email was sent.
	 */
	private function note_failure( WC_Order $order, Throwable $failure ): void {
		if ( $failure instanceof OrderEnded && OrderEnd::Deleted === $failure->end ) {
			return;
		}

		try {
			$error = $this->errors->from( $failure );
		} catch ( Throwable ) {
			$this->log->error( sprintf(
				'The automatic link of order %d failed: %s.',
				$order->get_id(),
				$failure::class
			) );
			$error = new WP_Error( 'unknown', AutomationMessages::see_log() );
		}

		$order->add_order_note( AutomationMessages::failure_note( $error->get_error_message() ) );
	}
}
