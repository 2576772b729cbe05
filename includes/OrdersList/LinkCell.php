<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\OrdersList;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Links\AlertMessages;
use MultiSafepay\PaymentLinks\Links\Domain\NewestLink;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentAlert;
use MultiSafepay\PaymentLinks\Links\LinkMessages;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;

/**
 * Prints the status of an order's newest link and a button to copy it.
 */
final class LinkCell {

	public function __construct(
		private readonly Clock $clock,
	) {}

	public function print( ?NewestLink $newest ): void {
		if ( null === $newest ) {
			printf(
				'<span aria-hidden="true">—</span><span class="screen-reader-text">%s</span>',
				esc_html( OrdersListMessages::no_link() )
			);

			return;
		}

		$link   = $newest->link;
		$status = $link->status_at( $this->clock->now() );
		// The customer has paid another amount than the link's: do not offer the link again.
		$is_mismatch = null !== $link->alert && $status->is_open();
		$this->print_badge(
			$is_mismatch ? 'bad' : LinkMessages::status_tone( $status ),
			$is_mismatch ? OrdersListMessages::check_amount() : LinkMessages::status( $status )
		);
		if ( Environment::Test === $link->environment ) {
			$this->print_badge( 'test', OrdersListMessages::test() );
		}
		if ( null !== $newest->alert ) {
			$this->print_alert( $newest->alert );
		}
		if ( $is_mismatch || ! $status->is_open() ) {
			return;
		}

		if ( null !== $link->expires_at ) {
			// The cell has room for one line; the tooltip contains the date and time.
			$remaining = human_time_diff( $this->clock->now()->getTimestamp(), $link->expires_at->getTimestamp() );
			printf(
				'<span class="msp-payment-links__until" title="%1$s">%2$s</span>',
				esc_attr( $this->time( $link->expires_at ) ),
				esc_html( OrdersListMessages::expires_in( $remaining ) )
			);
		}
		if ( null !== $link->payment_url ) {
			printf(
				'<button type="button" class="button button-small msp-payment-links__copy" data-url="%1$s">'
					. '<span>%2$s</span><span class="screen-reader-text"> %3$s</span></button>',
				esc_url( $link->payment_url ),
				esc_html( OrdersListMessages::copy_link() ),
				esc_html( $link->order_id->value )
			);
		}
	}

	private function print_badge( string $tone, string $text ): void {
		printf( '<span class="msp-payment-links__badge is-%s">%s</span> ', esc_attr( $tone ), esc_html( $text ) );
	}

	/**
	 * Prints a short badge for an alert. The tooltip and the screen reader text contain the full message.
	 */
	private function print_alert( PaymentAlert $alert ): void {
		$text = AlertMessages::text( $alert );
		printf(
			'<span class="msp-payment-links__badge is-alert" title="%1$s">%2$s'
				. '<span class="screen-reader-text">: %3$s</span></span> ',
			esc_attr( $text ),
			esc_html( OrdersListMessages::check_payment() ),
			esc_html( $text )
		);
	}

	/**
	 * Formats a time with the shop's date format, time format and time zone.
	 */
	private function time( DateTimeImmutable $time ): string {
		$formats = [];
		foreach ( [ 'date_format', 'time_format' ] as $option ) {
			$format    = get_option( $option );
			$formats[] = is_string( $format ) ? $format : '';
		}

		return (string) wp_date( trim( implode( ' ', $formats ) ), $time->getTimestamp() );
	}
}
