<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Presentation;

use MultiSafepay\PaymentLinks\Links\Application\Draft\Draft;
use MultiSafepay\PaymentLinks\Links\Application\Draft\DraftWarning;
use MultiSafepay\PaymentLinks\Links\Domain\Balance;
use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartPreview;
use MultiSafepay\PaymentLinks\Links\LinkMessages;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\PaymentMethod;

/**
 * Converts drafts to their REST representation, with translated names and a new idempotency key.
 *
 * @phpstan-import-type BalanceShape from Balance
 * @phpstan-import-type DraftSite from Draft
 * @phpstan-import-type CartPreviewShape from CartPreview
 */
final class DraftPresenter {

	/**
	 * @return array{
	 *     values: array<string, mixed>,
	 *     options: array{
	 *         sites: list<DraftSite>,
	 *         locales: list<array{code: string, name: string}>,
	 *         countries: list<array{code: string, name: string}>,
	 *         gateways: list<array{id: string, name: string}>,
	 *         cart: CartPreviewShape|null,
	 *     },
	 *     warnings: list<array{code: string, message: string}>,
	 *     balance: BalanceShape|null,
	 * }
	 */
	public function present( Draft $draft ): array {
		return [
			'values'   => $draft->values->to_array() + [ 'idempotency_key' => wp_generate_uuid4() ],
			'options'  => [
				'sites'     => $draft->sites,
				'locales'   => $this->sort_by_name( array_combine(
					$draft->locales,
					array_map( self::locale_name( ... ), $draft->locales )
				) ),
				'countries' => $this->countries(),
				'gateways'  => array_map(
					static fn ( PaymentMethod $method ): array => [
						'id'   => $method->id,
						'name' => $method->name,
					],
					$draft->gateways
				),
				'cart'      => $draft->cart?->to_array(),
			],
			'warnings' => array_map(
				static fn ( DraftWarning $warning ): array => [
					'code'    => $warning->code,
					'message' => LinkMessages::warning( $warning ),
				],
				$draft->warnings
			),
			'balance'  => $draft->balance?->to_array(),
		];
	}

	/**
	 * Decodes the HTML entities in a name from WooCommerce.
	 */
	public static function plain( mixed $name ): string {
		return html_entity_decode( is_string( $name ) ? $name : '', ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	}

	/**
	 * Returns the translated name of a locale of MultiSafepay, or the code itself if it is not known.
	 */
	private static function locale_name( string $code ): string {
		return match ( $code ) {
			'cs_CZ' => __( 'Czech', 'multisafepay-payment-links' ),
			'de_AT' => __( 'German (Austria)', 'multisafepay-payment-links' ),
			'de_DE' => __( 'German (Germany)', 'multisafepay-payment-links' ),
			'en_US' => __( 'English', 'multisafepay-payment-links' ),
			'es_ES' => __( 'Spanish', 'multisafepay-payment-links' ),
			'fi_FI' => __( 'Finnish', 'multisafepay-payment-links' ),
			'fr_BE' => __( 'French (Belgium)', 'multisafepay-payment-links' ),
			'fr_FR' => __( 'French (France)', 'multisafepay-payment-links' ),
			'it_IT' => __( 'Italian', 'multisafepay-payment-links' ),
			'nl_BE' => __( 'Dutch (Belgium)', 'multisafepay-payment-links' ),
			'nl_NL' => __( 'Dutch (Netherlands)', 'multisafepay-payment-links' ),
			'pl_PL' => __( 'Polish', 'multisafepay-payment-links' ),
			'sv_SE' => __( 'Swedish', 'multisafepay-payment-links' ),
			'zh_CN' => __( 'Chinese', 'multisafepay-payment-links' ),
			default => $code,
		};
	}

	/**
	 * Returns WooCommerce's countries, which are sorted by name.
	 *
	 * @return list<array{code: string, name: string}>
	 */
	private function countries(): array {
		$countries = [];
		foreach ( WC()->countries->get_countries() as $code => $name ) {
			if ( is_string( $name ) ) {
				$countries[] = [
					'code' => (string) $code,
					'name' => self::plain( $name ),
				];
			}
		}

		return $countries;
	}

	/**
	 * @param array<string, string> $names By code.
	 * @return list<array{code: string, name: string}>
	 */
	private function sort_by_name( array $names ): array {
		asort( $names, SORT_NATURAL | SORT_FLAG_CASE );
		$sorted = [];
		foreach ( $names as $code => $name ) {
			$sorted[] = [
				'code' => $code,
				'name' => $name,
			];
		}

		return $sorted;
	}
}
