<?php
/**
 * Personal data on request.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

use Closure;
use MultiSafepay\PaymentLinks\Application\Port\LinkHistory;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Rest\ReasonWords;
use MultiSafepay\PaymentLinks\Storage\PersonalData;

/**
 * Exporter and eraser for WordPress's tools, and for WooCommerce when it erases an order.
 */
final class PersonalDataTools {

	private const BATCH = 50;

	/**
	 * Takes the data and the words of the history.
	 */
	public function __construct(
		private readonly PersonalData $data,
		private readonly LinkHistory $history,
		private readonly ReasonWords $words,
	) {}

	/**
	 * Adds our tool to WordPress's list.
	 *
	 * @param mixed           $tools What others registered.
	 * @param string          $tool  `exporter` or `eraser`.
	 * @param Closure(): self $self  Builds this object when the tool is used.
	 */
	public static function added( mixed $tools, string $tool, Closure $self ): mixed {
		if ( ! is_array( $tools ) ) {
			return $tools;
		}

		return $tools + [
			'multisafepay-payment-links' => [
				"{$tool}_friendly_name" => __( 'MultiSafepay payment links', 'multisafepay-payment-links' ),
				'callback'              => 'exporter' === $tool
					? static fn ( mixed $email, mixed $page = 1 ): array => $self()->export( is_string( $email ) ? $email : '', is_numeric( $page ) ? (int) $page : 1 )
					: static fn ( mixed $email ): array => $self()->erase( is_string( $email ) ? $email : '' ),
			],
		];
	}

	/**
	 * Returns a page of what is kept about a payer.
	 *
	 * @return array{data: list<array<string, mixed>>, done: bool}
	 */
	public function export( string $email, int $page ): array {
		$links = '' === $email ? [] : $this->page( $email, $page );

		return [
			'data' => array_map( $this->exported( ... ), $links ),
			'done' => count( $links ) < self::BATCH,
		];
	}

	/**
	 * Takes a payer out of their links. A link that can still be paid keeps its payer, who is asked for money by it.
	 *
	 * @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool}
	 */
	public function erase( string $email ): array {
		$removed  = false;
		$retained = [];
		$after    = 0;
		do {
			$links = '' === $email ? [] : $this->data->of_email( $email, $after, self::BATCH );
			foreach ( $links as $link ) {
				$after = $link->id;
				if ( $this->is_in_use( $link ) ) {
					/* translators: %s: order ID of a payment link. */
					$retained[] = sprintf( __( 'Payment link %s can still be paid. Retire it, then erase again.', 'multisafepay-payment-links' ), $link->order_id->value );
					continue;
				}
				$this->data->erase( $link );
				$removed = true;
			}
			$is_last = count( $links ) < self::BATCH;
		} while ( ! $is_last );

		return [
			'items_removed'  => $removed,
			'items_retained' => [] !== $retained,
			'messages'       => $retained,
			'done'           => true,
		];
	}

	/**
	 * Takes the payer out of the links of an order that WooCommerce erases.
	 */
	public function erase_order( int $wc_order_id ): void {
		foreach ( $this->data->of_order( $wc_order_id ) as $link ) {
			$this->data->erase( $link );
		}
	}

	/**
	 * Returns the links of a page.
	 *
	 * @return list<PaymentLink>
	 */
	private function page( string $email, int $page ): array {
		$after = 0;
		$links = [];
		for ( $left = max( 1, $page ); $left > 0; $left-- ) {
			$links = $this->data->of_email( $email, $after, self::BATCH );
			if ( [] === $links ) {
				break;
			}
			$after = end( $links )->id;
		}

		return $links;
	}

	/**
	 * Tells whether somebody may still pay the link.
	 */
	private function is_in_use( PaymentLink $link ): bool {
		$status = $link->status_at( ( new SystemClock() )->now() );

		return $status->is_open() || $status->is_pending_creation();
	}

	/**
	 * Returns a link as WordPress exports it.
	 *
	 * @return array<string, mixed>
	 */
	private function exported( PaymentLink $link ): array {
		$details = $link->details;
		$facts   = [
			__( 'Payment link', 'multisafepay-payment-links' ) => $link->order_id->value,
			__( 'Order', 'multisafepay-payment-links' )        => $link->wc_order_number,
			__( 'Created', 'multisafepay-payment-links' )      => $link->created_at->format( DATE_ATOM ),
			__( 'Amount', 'multisafepay-payment-links' )       => $details->amount->to_decimal() . ' ' . $details->amount->currency->code,
			__( 'Status', 'multisafepay-payment-links' )       => $link->status->value,
			__( 'Description', 'multisafepay-payment-links' )  => $details->description,
			__( 'Payment page', 'multisafepay-payment-links' ) => (string) $link->payment_url,
			__( 'Customer', 'multisafepay-payment-links' )     => $this->listed( $details->customer->to_array() ),
			__( 'Delivery', 'multisafepay-payment-links' )     => $this->listed( $details->delivery?->to_array() ?? [] ),
			__( 'Note', 'multisafepay-payment-links' )         => $details->note,
			__( 'History', 'multisafepay-payment-links' )      => $this->history( $link ),
		];

		$data = [];
		foreach ( $facts as $name => $value ) {
			if ( '' !== $value ) {
				$data[] = [
					'name'  => $name,
					'value' => $value,
				];
			}
		}

		return [
			'group_id'          => 'multisafepay-payment-links',
			'group_label'       => __( 'Payment links', 'multisafepay-payment-links' ),
			'group_description' => __( 'Links that the shop made for you to pay an order at MultiSafepay.', 'multisafepay-payment-links' ),
			'item_id'           => 'payment-link-' . $link->id,
			'data'              => $data,
		];
	}

	/**
	 * Returns what happened to a link, oldest first.
	 */
	private function history( PaymentLink $link ): string {
		$lines = [];
		foreach ( array_reverse( $this->history->of_link( $link->id ) ) as $event ) {
			$lines[] = trim( $event->at->format( DATE_ATOM ) . ' ' . $this->words->of_event( $event ) );
		}

		return implode( "\n", $lines );
	}

	/**
	 * Returns the values that are there, in one line.
	 *
	 * @param array<string, string|null> $values By field.
	 */
	private function listed( array $values ): string {
		return implode( ', ', array_filter( $values, static fn ( ?string $value ): bool => null !== $value && '' !== $value ) );
	}
}
