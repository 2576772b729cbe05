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
use MultiSafepay\PaymentLinks\Application\PhoneDraft;
use MultiSafepay\PaymentLinks\Domain\Cart\CartPreview;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\PaymentMethod;
use MultiSafepay\PaymentLinks\Domain\PhoneOrder;
use WC_Tax;

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
	 * Returns the resource of a phone order's draft.
	 *
	 * @return array{values: array<string, mixed>, options: array<string, mixed>, warnings: list<array{code: string, message: string}>}
	 */
	public function present_phone( PhoneDraft $phone ): array {
		$resource = $this->present( $phone->draft );
		$names    = get_woocommerce_currencies();

		$resource['values']  += [
			'customer_id' => 0,
			'tax_class'   => $phone->tax_classes[0],
		];
		$resource['options'] += [
			'currencies'  => array_map(
				static fn ( Currency $currency ): array => [
					'code'     => $currency->code,
					'name'     => self::plain( $names[ $currency->code ] ?? $currency->code ),
					'decimals' => $currency->exponent(),
				],
				$phone->currencies
			),
			'tax_classes' => array_map(
				static fn ( string $slug ): array => [
					'slug' => $slug,
					'name' => self::tax_class( $slug ),
				],
				$phone->tax_classes
			),
		];

		return $resource;
	}

	/**
	 * Names a tax class.
	 */
	private static function tax_class( string $slug ): string {
		foreach ( WC_Tax::get_tax_classes() as $name ) {
			if ( is_string( $name ) && sanitize_title( $name ) === $slug ) {
				return self::plain( $name );
			}
		}

		return match ( $slug ) {
			''                 => __( 'Standard rate', 'multisafepay-payment-links' ),
			PhoneOrder::NO_TAX => __( 'No tax', 'multisafepay-payment-links' ),
			default            => $slug,
		};
	}

	/**
	 * Returns a name of WooCommerce's as plain text.
	 */
	private static function plain( mixed $name ): string {
		return html_entity_decode( is_string( $name ) ? $name : '', ENT_QUOTES | ENT_HTML5, 'UTF-8' );
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
					'name' => self::plain( $name ),
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
