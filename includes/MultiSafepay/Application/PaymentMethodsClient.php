<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Credentials;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\PaymentMethod;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderRefused;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\MultiSafepay\Http\Transport;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;

/**
 * `GET /payment-methods`. MultiSafepay filters by currency and amount, but not completely.
 */
final class PaymentMethodsClient {

	private const TIMEOUT  = 8.0;
	private const MAX_NAME = 100;

	public function __construct( private readonly Transport $transport ) {}

	/**
	 * Returns the active methods that accept the amount, in MultiSafepay's order.
	 *
	 * @return list<PaymentMethod>
	 * @throws ProviderRefused
	 * @throws ProviderUnavailable
	 */
	public function methods( Credentials $credentials, Money $amount ): array {
		$query = [ 'currency' => $amount->currency->code ];
		if ( $amount->amount > 0 ) {
			$query['amount'] = $amount->amount;
		}

		$data    = $this->transport->send(
			'GET',
			'/payment-methods?' . http_build_query( $query ),
			$credentials,
			null,
			self::TIMEOUT
		);
		$methods = [];
		foreach ( $data as $entry ) {
			$method = is_array( $entry ) ? $this->method( $entry ) : null;
			if ( null !== $method && $method->accepts( $amount ) ) {
				$methods[ $method->id ] ??= $method;
			}
		}

		return array_values( $methods );
	}

	/**
	 * Returns null for an ID that `POST /orders` would not accept.
	 *
	 * @param array<mixed> $entry
	 */
	private function method( array $entry ): ?PaymentMethod {
		$id   = $entry['id'] ?? null;
		$name = $entry['name'] ?? null;
		if ( ! is_string( $id ) || 1 !== preg_match( '/\A[A-Z0-9_]{2,32}\z/', $id ) ) {
			return null;
		}

		$amounts    = is_array( $entry['allowed_amount'] ?? null ) ? $entry['allowed_amount'] : [];
		$currencies = is_array( $entry['allowed_currencies'] ?? null ) ? $entry['allowed_currencies'] : [];

		return new PaymentMethod(
			$id,
			is_string( $name ) && '' !== trim( $name ) ? mb_substr( trim( $name ), 0, self::MAX_NAME ) : $id,
			array_values( array_filter( $currencies, 'is_string' ) ),
			self::whole_number( $amounts['min'] ?? null ) ?? 0,
			self::whole_number( $amounts['max'] ?? null )
		);
	}

	private static function whole_number( mixed $value ): ?int {
		return is_int( $value ) || ( is_string( $value ) && ctype_digit( $value ) ) ? (int) $value : null;
	}
}
