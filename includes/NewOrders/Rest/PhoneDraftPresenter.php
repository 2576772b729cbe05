<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Rest;

use MultiSafepay\PaymentLinks\Links\Presentation\DraftPresenter;
use MultiSafepay\PaymentLinks\NewOrders\Application\PhoneDraft;
use MultiSafepay\PaymentLinks\NewOrders\Domain\PhoneOrder;
use MultiSafepay\PaymentLinks\NewOrders\NewOrderMessages;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use WC_Tax;

final class PhoneDraftPresenter {

	public function __construct( private readonly DraftPresenter $drafts ) {}

	/**
	 * @return array{
	 *     values: array<string, mixed>,
	 *     options: array<string, mixed>,
	 *     warnings: list<array{code: string, message: string}>,
	 * }
	 */
	public function present( PhoneDraft $phone ): array {
		$resource = $this->drafts->present( $phone->draft );
		$names    = get_woocommerce_currencies();

		$resource['values']  += [
			'customer_id' => 0,
			'tax_class'   => $phone->tax_classes[0],
		];
		$resource['options'] += [
			'currencies'  => array_map(
				static fn ( Currency $currency ): array => [
					'code'     => $currency->code,
					'name'     => DraftPresenter::plain( $names[ $currency->code ] ?? $currency->code ),
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

	private static function tax_class( string $slug ): string {
		foreach ( WC_Tax::get_tax_classes() as $name ) {
			if ( is_string( $name ) && sanitize_title( $name ) === $slug ) {
				return DraftPresenter::plain( $name );
			}
		}

		return match ( $slug ) {
			''                 => NewOrderMessages::standard_rate(),
			PhoneOrder::NO_TAX => NewOrderMessages::no_tax(),
			default            => $slug,
		};
	}
}
