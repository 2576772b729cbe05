<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Privacy;

use MultiSafepay\PaymentLinks\Links\Application\EventLog;
use MultiSafepay\PaymentLinks\Links\Application\LinkQueries;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkField;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Links\LinkMessages;
use MultiSafepay\PaymentLinks\Links\Presentation\FieldValues;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;

/**
 * Exports and erases personal data in payment links.
 */
final class PersonalDataTools {

	private const BATCH_SIZE = 50;

	public function __construct(
		private readonly LinkQueries $queries,
		private readonly LinkStore $links,
		private readonly EventLog $history,
		private readonly Clock $clock,
	) {}

	/**
	 * @return array{data: list<array<string, mixed>>, done: bool}
	 */
	public function export( string $email, int $page ): array {
		$links = '' === $email ? [] : $this->page( $email, $page );

		return [
			'data' => array_map( $this->to_export_item( ... ), $links ),
			'done' => count( $links ) < self::BATCH_SIZE,
		];
	}

	/**
	 * @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool}
	 */
	public function erase( string $email ): array {
		$removed  = false;
		$retained = [];
		$after    = 0;
		do {
			$links = '' === $email ? [] : $this->queries->of_email( $email, $after, self::BATCH_SIZE );
			foreach ( $links as $link ) {
				$after = $link->id;
				if ( $link->status_at( $this->clock->now() )->may_be_open() ) {
					$retained[] = PrivacyMessages::retained( $link->order_id->value );
					continue;
				}
				$this->links->erase_personal_data( $link );
				$removed = true;
			}
			$is_last = count( $links ) < self::BATCH_SIZE;
		} while ( ! $is_last );

		return [
			'items_removed'  => $removed,
			'items_retained' => [] !== $retained,
			'messages'       => $retained,
			'done'           => true,
		];
	}

	public function erase_order( int $wc_order_id ): void {
		foreach ( $this->links->of_order( $wc_order_id ) as $link ) {
			$this->links->erase_personal_data( $link );
		}
	}

	/**
	 * @return list<PaymentLink>
	 */
	private function page( string $email, int $page ): array {
		$after = 0;
		$links = [];
		for ( $remaining = max( 1, $page ); $remaining > 0; $remaining-- ) {
			$links = $this->queries->of_email( $email, $after, self::BATCH_SIZE );
			if ( [] === $links ) {
				break;
			}
			$after = end( $links )->id;
		}

		return $links;
	}

	/**
	 * Returns a link in WordPress's export format.
	 *
	 * @return array<string, mixed>
	 */
	private function to_export_item( PaymentLink $link ): array {
		$details = $link->details;
		$values  = [
			PrivacyMessages::label( 'payment_link' ) => $link->order_id->value,
			PrivacyMessages::label( 'order' )        => $link->wc_order_number,
			PrivacyMessages::label( 'created' )      => $link->created_at->format( DATE_ATOM ),
			PrivacyMessages::label( 'amount' )       => $details->amount->to_decimal()
				. ' '
				. $details->amount->currency->code,
			PrivacyMessages::label( 'status' )       => $link->status->value,
			PrivacyMessages::label( 'payment_page' ) => (string) $link->payment_url,
		];
		foreach ( FieldValues::texts(
			$link,
			static fn ( LinkField $field ): bool => $field->is_in_privacy_export
		) as $name => $text ) {
			$values[ LinkMessages::field( $name ) ] = $text;
		}
		$values[ PrivacyMessages::label( 'history' ) ] = $this->history( $link );

		$data = [];
		foreach ( $values as $name => $value ) {
			if ( '' !== $value ) {
				$data[] = [
					'name'  => $name,
					'value' => $value,
				];
			}
		}

		return [
			'group_id'          => 'multisafepay-payment-links',
			'group_label'       => PrivacyMessages::group(),
			'group_description' => PrivacyMessages::group_description(),
			'item_id'           => 'payment-link-' . $link->id,
			'data'              => $data,
		];
	}

	/**
	 * Returns the history of a link, oldest event first.
	 */
	private function history( PaymentLink $link ): string {
		$lines = [];
		foreach ( array_reverse( $this->history->of_link( $link->id ) ) as $event ) {
			$lines[] = trim( $event->at->format( DATE_ATOM ) . ' ' . LinkMessages::event( $event ) );
		}

		return implode( "\n", $lines );
	}
}
