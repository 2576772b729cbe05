<?php
/**
 * Sending a link.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\LinkMailer;
use MultiSafepay\PaymentLinks\Application\Port\OrderJournal;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\EmailAddress;
use MultiSafepay\PaymentLinks\Domain\Exception\EmailFailed;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\LinkReason;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\PersonalMessage;
use MultiSafepay\PaymentLinks\Domain\SentBy;

/**
 * Sends a link to the customer, or notes that staff did. Every sending is in the link's history; the order has a note
 * of the first.
 */
final class SendLink {

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly PaymentLinkStore $store,
		private readonly LinkMailer $mailer,
		private readonly OrderJournal $journal,
		private readonly Clock $clock,
	) {}

	/**
	 * Sends the e-mail and returns the link as it then is. Nothing is noted when the e-mail was not handed over.
	 *
	 * @param int    $link_id Our id.
	 * @param string $to      As typed.
	 * @param string $message As typed.
	 * @param Actor  $actor   Who asks.
	 * @throws InvalidFields With `to` and `message`.
	 * @throws LinkNotFound  When there is no such link.
	 * @throws LinkNotOpen   When nobody can pay it any more.
	 * @throws OrderNotFound When its order is gone.
	 * @throws EmailFailed   When WordPress could not hand it over.
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

		return $this->sent( $link, SentBy::Email, $address->value, $actor );
	}

	/**
	 * Notes that staff shared the link outside the shop, and returns the link as it then is.
	 *
	 * @throws LinkNotFound When there is no such link.
	 * @throws LinkNotOpen  When nobody can pay it any more.
	 */
	public function share( int $link_id, SentBy $by, Actor $actor ): PaymentLink {
		return $this->sent( $this->open_link( $link_id ), $by, '', $actor );
	}

	/**
	 * Returns a link that a customer can pay now.
	 */
	private function open_link( int $link_id ): PaymentLink {
		$link = $this->store->find( $link_id ) ?? throw new LinkNotFound();
		if ( null === $link->payment_url || ! $link->status_at( $this->clock->now() )->is_open() ) {
			throw new LinkNotOpen( $link );
		}

		return $link;
	}

	/**
	 * Notes a sending.
	 */
	private function sent( PaymentLink $link, SentBy $by, string $to, Actor $actor ): PaymentLink {
		$is_email = SentBy::Email === $by;
		if ( $this->store->sent( $link, $is_email ? LinkReason::Emailed : LinkReason::Shared, $actor, $is_email ? $to : $by->value ) ) {
			$this->journal->link_sent( $link, $by, $to );
		}

		return $this->store->find( $link->id ) ?? $link;
	}
}
