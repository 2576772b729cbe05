<?php
/**
 * The draft resource.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Application\Draft;
use MultiSafepay\PaymentLinks\Application\DraftWarning;
use MultiSafepay\PaymentLinks\Domain\Cart\CartPreview;
use MultiSafepay\PaymentLinks\Domain\PaymentMethod;

/**
 * Turns drafts into the resource of the REST contract, with names for people and a fresh idempotency key.
 *
 * @phpstan-import-type DraftValues from Draft
 * @phpstan-import-type DraftSite from Draft
 * @phpstan-import-type CartPreviewShape from CartPreview
 */
final class DraftPresenter {

	/**
	 * Names languages.
	 */
	private readonly LocaleNames $locales;

	/**
	 * Takes the words of hints.
	 */
	public function __construct( private readonly WarningWords $words ) {
		$this->locales = new LocaleNames();
	}

	/**
	 * Returns the resource.
	 *
	 * @return array{values: array<string, mixed>, options: array{sites: list<DraftSite>, locales: list<array{code: string, name: string}>, countries: list<array{code: string, name: string}>, gateways: list<array{id: string, name: string}>, cart: CartPreviewShape|null}, warnings: list<array{code: string, message: string}>}
	 */
	public function present( Draft $draft ): array {
		return [
			'values'   => $draft->values + [ 'idempotency_key' => wp_generate_uuid4() ],
			'options'  => [
				'sites'     => $draft->sites,
				'locales'   => $this->sorted( array_combine( $draft->locales, array_map( $this->locales->of( ... ), $draft->locales ) ) ),
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
				fn ( DraftWarning $warning ): array => [
					'code'    => $warning->code,
					'message' => $this->words->of( $warning ),
				],
				$draft->warnings
			),
		];
	}

	/**
	 * Returns the countries that WooCommerce knows, in its order, which follows their names.
	 *
	 * @return list<array{code: string, name: string}>
	 */
	private function countries(): array {
		$countries = [];
		foreach ( WC()->countries->get_countries() as $code => $name ) {
			if ( is_string( $name ) ) {
				$countries[] = [
					'code' => (string) $code,
					'name' => html_entity_decode( $name, ENT_QUOTES | ENT_HTML5, 'UTF-8' ),
				];
			}
		}

		return $countries;
	}

	/**
	 * Sorts by name.
	 *
	 * @param array<string, string> $names By code.
	 * @return list<array{code: string, name: string}>
	 */
	private function sorted( array $names ): array {
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
