<?php
/**
 * A cell of the orders list.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Admin;

use DateTimeImmutable;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\LinkAlarm;
use MultiSafepay\PaymentLinks\Domain\NewestLink;
use MultiSafepay\PaymentLinks\Rest\AlarmWords;
use MultiSafepay\PaymentLinks\Rest\StatusWords;

/**
 * Prints how an order's newest link stands, and the button that copies it.
 */
final class OrdersListCell {

	/**
	 * Takes the words and the clock.
	 */
	public function __construct(
		private readonly StatusWords $status_words,
		private readonly AlarmWords $alarm_words,
		private readonly Clock $clock,
	) {}

	/**
	 * Prints the cell.
	 */
	public function print( ?NewestLink $newest ): void {
		if ( null === $newest ) {
			printf( '<span aria-hidden="true">—</span><span class="screen-reader-text">%s</span>', esc_html__( 'No payment link', 'multisafepay-payment-links' ) );

			return;
		}

		$link   = $newest->link;
		$status = $link->status_at( $this->clock->now() );
		// The customer has paid something else than this link asks: nobody should be sent to it again.
		$is_mismatch = null !== $link->alarm && $status->is_open();
		$this->print_badge(
			$is_mismatch ? 'bad' : $this->status_words->tone( $status ),
			$is_mismatch ? __( 'Paid, check amount', 'multisafepay-payment-links' ) : $this->status_words->of( $status )
		);
		if ( Environment::Test === $link->environment ) {
			$this->print_badge( 'test', __( 'TEST', 'multisafepay-payment-links' ) );
		}
		if ( null !== $newest->alarm ) {
			$this->print_alarm( $newest->alarm );
		}
		if ( $is_mismatch || ! $status->is_open() ) {
			return;
		}

		if ( null !== $link->expires_at ) {
			// A row of the list has one line to spare; the tip has day and time.
			$left = human_time_diff( $this->clock->now()->getTimestamp(), $link->expires_at->getTimestamp() );
			/* translators: %s: such as "4 weeks". */
			printf( '<span class="msp-payment-links__until" title="%1$s">%2$s</span>', esc_attr( $this->time( $link->expires_at ) ), esc_html( sprintf( __( 'expires in %s', 'multisafepay-payment-links' ), $left ) ) );
		}
		if ( null !== $link->payment_url ) {
			printf(
				'<button type="button" class="button button-small msp-payment-links__copy" data-url="%1$s"><span>%2$s</span><span class="screen-reader-text"> %3$s</span></button>',
				esc_url( $link->payment_url ),
				esc_html__( 'Copy link', 'multisafepay-payment-links' ),
				esc_html( $link->order_id->value )
			);
		}
	}

	/**
	 * Prints a badge.
	 */
	private function print_badge( string $tone, string $words ): void {
		printf( '<span class="msp-payment-links__badge is-%s">%s</span> ', esc_attr( $tone ), esc_html( $words ) );
	}

	/**
	 * Says in a word that a person has to look; what at is in the tip, and for screen readers.
	 */
	private function print_alarm( LinkAlarm $alarm ): void {
		$words = $this->alarm_words->of( $alarm );
		printf(
			'<span class="msp-payment-links__badge is-alarm" title="%1$s">%2$s<span class="screen-reader-text">: %3$s</span></span> ',
			esc_attr( $words ),
			esc_html__( 'Check this payment', 'multisafepay-payment-links' ),
			esc_html( $words )
		);
	}

	/**
	 * Returns a time as the shop writes times, in its own zone.
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
