<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\LinksPage\Admin;

use MultiSafepay\PaymentLinks\Links\Application\LinkQueries;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkField;
use MultiSafepay\PaymentLinks\Links\Domain\Field\LinkFields;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Links\LinkMessages;
use MultiSafepay\PaymentLinks\Links\Presentation\FieldValues;
use MultiSafepay\PaymentLinks\LinksPage\LinksPageMessages;
use MultiSafepay\PaymentLinks\LinksPage\LinksPageModule;
use MultiSafepay\PaymentLinks\LinksPage\Rest\LinkListArguments;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Rest\Permissions;
use MultiSafepay\PaymentLinks\Shared\Rest\SharedMessages;

/**
 * Streams the filtered links as CSV, newest first. It reads them in batches, so that memory use stays constant.
 */
final class LinksExport {

	public function __construct(
		private readonly Permissions $permissions,
		private readonly LinkQueries $queries,
		private readonly Clock $clock,
	) {}

	/**
	 * Returns the URL of the export; filters can be appended.
	 */
	public static function url(): string {
		$action = LinksPageModule::EXPORT_ACTION;

		return admin_url( 'admin-post.php?action=' . $action . '&_wpnonce=' . wp_create_nonce( $action ) );
	}

	/**
	 * Sends the response and ends the request.
	 */
	public function respond(): never {
		check_admin_referer( LinksPageModule::EXPORT_ACTION );
		if ( ! $this->permissions->can_view_all_links() ) {
			wp_die( esc_html( SharedMessages::forbidden() ), 403 );
		}
		$filters = array_intersect_key(
			map_deep( wp_unslash( $_GET ), 'sanitize_text_field' ),
			LinkListArguments::filters()
		);
		foreach ( LinkListArguments::filters() as $name => $schema ) {
			if (
				isset( $filters[ $name ] )
				&& true !== rest_validate_value_from_schema( $filters[ $name ], $schema, $name )
			) {
				wp_die( esc_html( LinksPageMessages::invalid_filter( $name ) ), 400 );
			}
		}

		nocache_headers();
		header( 'Content-Type: text/csv; charset=utf-8' );
		header(
			'Content-Disposition: attachment; filename="payment-links-'
				. $this->clock->now()->format( 'Y-m-d' )
				. '.csv"'
		);
		while ( ob_get_level() > 0 ) {
			ob_end_clean();
		}
		$stream = fopen( 'php://output', 'wb' ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- Not a file.
		if ( false !== $stream ) {
			$this->write( $stream, $filters );
		}
		exit;
	}

	/**
	 * @param resource $stream
	 * @param array<mixed> $filters By name.
	 */
	public function write( $stream, array $filters ): void {
		$query = LinkListArguments::query( $filters, get_current_user_id() );
		// Spreadsheet programs detect UTF-8 only by the byte order mark.
		fwrite( $stream, "\u{FEFF}" ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- Not a file.
		$this->write_row( $stream, LinksPageMessages::export_columns( array_map(
			LinkMessages::field( ... ),
			array_keys( array_filter( LinkFields::all(), self::has_column( ... ) ) )
		) ) );

		foreach ( $this->queries->batches( $query ) as $links ) {
			foreach ( $links as $link ) {
				$this->write_row( $stream, $this->cells( $link ) );
			}
			flush();
		}
	}

	/**
	 * Escapes a cell that a spreadsheet program would run as a formula.
	 */
	public static function escape_formula( string $cell ): string {
		return 1 === preg_match( '/\A[=+\-@\t\r]/', $cell ) ? "'" . $cell : $cell;
	}

	/**
	 * @return list<string>
	 */
	private function cells( PaymentLink $link ): array {
		$customer = $link->details->customer;
		$format   = static fn ( ?\DateTimeImmutable $at ): string => null === $at ? '' : $at->format( 'Y-m-d H:i:s' );

		return [
			LinkMessages::status( $link->status_at( $this->clock->now() ) ),
			$link->wc_order_number,
			$link->order_id->value,
			$customer->first_name,
			$customer->last_name,
			$customer->email,
			...array_values( FieldValues::texts( $link, self::has_column( ... ) ) ),
			$link->environment->value,
			$format( $link->created_at ),
			$format( $link->expires_at ),
			$format( $link->paid_at ),
			$format( $link->sent_at ),
			$link->payment_url ?? '',
		];
	}

	private static function has_column( LinkField $field ): bool {
		return $field->is_in_csv;
	}

	/**
	 * Writes a row in the format of RFC 4180.
	 *
	 * @param resource $stream
	 * @param list<string> $cells
	 */
	private function write_row( $stream, array $cells ): void {
		fputcsv( $stream, array_map( self::escape_formula( ... ), $cells ), ',', '"', '', "\r\n" );
	}
}
