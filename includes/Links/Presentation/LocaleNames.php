<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Presentation;

/**
 * Translated names of MultiSafepay's locales.
 */
final class LocaleNames {

	/**
	 * Returns the code itself for an unknown locale.
	 */
	public static function of( string $code ): string {
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
}
