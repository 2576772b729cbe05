<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing\Application;

use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Links\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\EmailAddress;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Sharing\Domain\EmailFailed;
use MultiSafepay\PaymentLinks\Sharing\Domain\PersonalMessage;
use MultiSafepay\PaymentLinks\Sharing\Domain\ShareChannel;
use MultiSafepay\PaymentLinks\Sharing\WooCommerce\LinkMailer;
use MultiSafepay\PaymentLinks\Sharing\WooCommerce\ShareNotes;

/**
 * Emails a link to the customer, or records that staff shared it another way. Every message is recorded in the link's
 * history; the first one also adds an order note.
 */
final class SendLink {

	public function __construct(
		private readonly LinkStore $store,
		private readonly LinkMailer $mailer,
		private readonly ShareNotes $notes,
		private readonly Clock $clock,
	) {}

	/**
	 * Sends the email and returns the updated link. Records nothing when the email could not be sent.
	 *
	 * @throws InvalidFields When `to` or `message` is invalid.
	 * @throws LinkNotFound When the link does not exist.
	 * @throws LinkNotOpen When the link can no longer be paid.
	 * @throws OrderNotFound When the order is deleted or in the trash.
	 * @throws EmailFailed When the email is disabled or WordPress could not send it.
	 */
	public function email( int $link_id, string $to, string $message, Actor $actor ): PaymentLink {
		$link    = $this->open_link( $link_id );
		$errors  = [];
		$address = null;
		$text    = null;
		try {
			$address = new EmailAddress( $to, 'to' );
		} catch ( InvalidValue $error ) {
			$errors[] = $error;
		}
		try {
			$text = new PersonalMessage( $message );
		} catch ( InvalidValue $error ) {
			$errors[] = $error;
		}
		if ( [] !== $errors || null === $address || null === $text ) {
			throw new InvalidFields( [] === $errors ? [ new InvalidValue( 'to', 'invalid_email' ) ] : $errors );
		}

		$this->mailer->send( $link, $address->value, $text->value );

		return $this->record( $link, ShareChannel::Email, $address->value, $actor );
	}

	/**
	 * Records that staff shared the link outside the shop and returns the updated link.
	 *
	 * @throws LinkNotFound When the link does not exist.
	 * @throws LinkNotOpen When the link can no longer be paid.
	 */
	public function share( int $link_id, ShareChannel $channel, Actor $actor ): PaymentLink {
		return $this->record( $this->open_link( $link_id ), $channel, '', $actor );
	}

	private function open_link( int $link_id ): PaymentLink {
		$link = $this->store->find( $link_id ) ?? throw new LinkNotFound();
		if ( null === $link->payment_url || ! $link->status_at( $this->clock->now() )->is_open() ) {
			throw new LinkNotOpen( $link );
		}

		return $link;
	}

	private function record( PaymentLink $link, ShareChannel $channel, string $to, Actor $actor ): PaymentLink {
		$is_email = ShareChannel::Email === $channel;
		$reason   = $is_email ? LinkReason::Emailed : LinkReason::Shared;
		if ( $this->store->record_sent( $link, $reason, $actor, $is_email ? $to : $channel->value ) ) {
			$this->notes->shared( $link, $channel, $to );
		}

		return $this->store->find( $link->id ) ?? $link;
	}
}
