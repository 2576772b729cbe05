<?php
/**
 * Payment methods at MultiSafepay.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use MultiSafepay\PaymentLinks\Application\Port\PaymentMethodsApi;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\PaymentMethod;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * Reads `GET /payment-methods`. The provider filters by currency and amount; what it lists all the same is filtered here.
 */
final class PaymentMethodsClient implements PaymentMethodsApi {

	private const TIMEOUT  = 8.0;
	private const MAX_NAME = 100;

	/**
	 * Takes the transport.
	 */
	public function __construct( private readonly Transport $transport ) {}

	/**
	 * {@inheritDoc}
	 */
	public function methods( Site $site, Money $amount ): array {
		$query = [ 'currency' => $amount->currency->code ];
		if ( $amount->amount > 0 ) {
			$query['amount'] = $amount->amount;
		}

		$key     = $site->api_key ?? throw new NotConfigured();
		$data    = $this->transport->send( 'GET', '/payment-methods?' . http_build_query( $query ), $key, $site->environment, null, self::TIMEOUT );
		$methods = [];
		foreach ( $data as $entry ) {
			$method = is_array( $entry ) ? $this->method( $entry ) : null;
			if ( null !== $method && $method->takes( $amount ) ) {
				$methods[ $method->id ] ??= $method;
			}
		}

		return array_values( $methods );
	}

	/**
	 * Reads one method; null for what the create call would not take.
	 *
	 * @param array<mixed> $entry Every field may be missing or of another type.
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
			self::whole( $amounts['min'] ?? null ) ?? 0,
			self::whole( $amounts['max'] ?? null )
		);
	}

	/**
	 * Reads a whole number, which may come as text.
	 */
	private static function whole( mixed $value ): ?int {
		return is_int( $value ) || ( is_string( $value ) && ctype_digit( $value ) ) ? (int) $value : null;
	}
}
