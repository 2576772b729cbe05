<?php
/**
 * Links as a spreadsheet.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Admin;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Rest\LinkListArguments;
use MultiSafepay\PaymentLinks\Rest\RouteGuard;
use MultiSafepay\PaymentLinks\Rest\StatusWords;
use MultiSafepay\PaymentLinks\Storage\LinkList;

/**
 * Streams the links of a view as CSV, newest first, batch by batch: memory does not grow with their number.
 */
final class LinksExport {

	public const ACTION = 'multisafepay_payment_links_export';

	private const BATCH = 500;

	/**
	 * Takes what links are read with.
	 */
	public function __construct(
		private readonly RouteGuard $guard,
		private readonly LinkList $list,
		private readonly StatusWords $words,
		private readonly Clock $clock,
	) {}

	/**
	 * Returns the address of the export, to which filters may be added.
	 */
	public static function url(): string {
		return admin_url( 'admin-post.php?action=' . self::ACTION . '&_wpnonce=' . wp_create_nonce( self::ACTION ) );
	}

	/**
	 * Answers the request, and ends it.
	 */
	public function respond(): never {
		check_admin_referer( self::ACTION );
		if ( true !== $this->guard->sees_all_links() ) {
			wp_die( esc_html__( 'You are not allowed to do this. Ask a manager of the shop.', 'multisafepay-payment-links' ), 403 );
		}
		$filters = array_intersect_key( map_deep( wp_unslash( $_GET ), 'sanitize_text_field' ), LinkListArguments::filters() );
		foreach ( LinkListArguments::filters() as $name => $schema ) {
			if ( isset( $filters[ $name ] ) && true !== rest_validate_value_from_schema( $filters[ $name ], $schema, $name ) ) {
				/* translators: %s: name of a filter. */
				wp_die( esc_html( sprintf( __( 'The filter “%s” has a value that does not exist.', 'multisafepay-payment-links' ), $name ) ), 400 );
			}
		}

		nocache_headers();
		header( 'Content-Type: text/csv; charset=utf-8' );
		header( 'Content-Disposition: attachment; filename="payment-links-' . $this->clock->now()->format( 'Y-m-d' ) . '.csv"' );
		while ( ob_get_level() > 0 ) {
			ob_end_clean();
		}
		$stream = fopen( 'php://output', 'wb' ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- The answer itself is no file.
		if ( false !== $stream ) {
			$this->write( $stream, $filters );
		}
		exit;
	}

	/**
	 * Writes the links of the filters.
	 *
	 * @param resource     $stream  Where to.
	 * @param array<mixed> $filters By name.
	 */
	public function write( $stream, array $filters ): void {
		$query = LinkListArguments::query( $filters, get_current_user_id() );
		$now   = $this->clock->now();
		// A spreadsheet takes the file for UTF-8 by this mark only.
		fwrite( $stream, "\u{FEFF}" ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- As above.
		$this->line( $stream, $this->titles() );

		$before = null;
		do {
			$links = $this->list->batch( $query, $now, $before, self::BATCH );
			foreach ( $links as $link ) {
				$this->line( $stream, $this->cells( $link ) );
			}
			$last   = array_key_last( $links );
			$before = null === $last ? null : $links[ $last ]->id;
			flush();
		} while ( self::BATCH - 1 === $last );
	}

	/**
	 * Makes a cell that a spreadsheet would take for a formula harmless.
	 */
	public static function harmless( string $cell ): string {
		return 1 === preg_match( '/\A[=+\-@\t\r]/', $cell ) ? "'" . $cell : $cell;
	}

	/**
	 * Returns the first line.
	 *
	 * @return list<string>
	 */
	private function titles(): array {
		return [
			__( 'Status', 'multisafepay-payment-links' ),
			__( 'Order', 'multisafepay-payment-links' ),
			__( 'Order ID', 'multisafepay-payment-links' ),
			__( 'First name', 'multisafepay-payment-links' ),
			__( 'Last name', 'multisafepay-payment-links' ),
			__( 'E-mail', 'multisafepay-payment-links' ),
			__( 'Amount', 'multisafepay-payment-links' ),
			__( 'Currency', 'multisafepay-payment-links' ),
			__( 'Site', 'multisafepay-payment-links' ),
			__( 'Environment', 'multisafepay-payment-links' ),
			__( 'Made (UTC)', 'multisafepay-payment-links' ),
			__( 'Expires (UTC)', 'multisafepay-payment-links' ),
			__( 'Paid (UTC)', 'multisafepay-payment-links' ),
			__( 'Sent (UTC)', 'multisafepay-payment-links' ),
			__( 'Link', 'multisafepay-payment-links' ),
		];
	}

	/**
	 * Returns the cells of a link.
	 *
	 * @return list<string>
	 */
	private function cells( PaymentLink $link ): array {
		$details = $link->details;
		$time    = static fn ( ?\DateTimeImmutable $at ): string => null === $at ? '' : $at->format( 'Y-m-d H:i:s' );

		return [
			$this->words->of( $link->status_at( $this->clock->now() ) ),
			$link->wc_order_number,
			$link->order_id->value,
			$details->customer->first_name,
			$details->customer->last_name,
			$details->customer->email,
			$details->amount->to_decimal(),
			$details->amount->currency->code,
			$link->site_id,
			$link->environment->value,
			$time( $link->created_at ),
			$time( $link->expires_at ),
			$time( $link->paid_at ),
			$time( $link->sent_at ),
			$link->payment_url ?? '',
		];
	}

	/**
	 * Writes a line, as RFC 4180 has it.
	 *
	 * @param resource     $stream Where to.
	 * @param list<string> $cells  Its cells.
	 */
	private function line( $stream, array $cells ): void {
		fputcsv( $stream, array_map( self::harmless( ... ), $cells ), ',', '"', '', "\r\n" );
	}
}
