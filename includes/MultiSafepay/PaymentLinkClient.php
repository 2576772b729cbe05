<?php
/**
 * Links at MultiSafepay.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use MultiSafepay\PaymentLinks\Application\Port\AccountApi;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkApi;
use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\ProviderAccount;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * The calls of MultiSafepay's JSON API that the plugin makes.
 */
final class PaymentLinkClient implements PaymentLinkApi, AccountApi {

	private const ACCOUNT_TIMEOUT = 10.0;
	private const MAX_URL         = 500;
	private const GONE            = 410;

	/**
	 * Takes the transport and the mappers.
	 */
	public function __construct(
		private readonly Transport $transport,
		private readonly CreateBody $create_body,
		private readonly OrderAnswer $order_answer,
		private readonly Endpoint $endpoint,
	) {}

	/**
	 * {@inheritDoc}
	 */
	public function create( Site $site, PaymentLink $link, OrderSnapshot $order, float $timeout ): string {
		$data = $this->transport->send( 'POST', '/orders', $this->key( $site ), $site->environment, $this->create_body->of( $link, $order ), $timeout );
		$url  = $data['payment_url'] ?? null;

		// An answer about another order, or without a page, is no answer to ours.
		if ( ! OrderAnswer::names( $data['order_id'] ?? null, $link->order_id ) || ! is_string( $url ) || ! $this->is_payment_url( $url ) ) {
			throw new ProviderUnavailable( true, 'the answer to a create call does not fit the request' );
		}

		return $url;
	}

	/**
	 * {@inheritDoc}
	 */
	public function find( Site $site, OrderId $order_id, float $timeout ): ?ProviderOrder {
		try {
			$data = $this->transport->send( 'GET', $this->path( $order_id ), $this->key( $site ), $site->environment, null, $timeout );
		} catch ( ProviderRefused $refusal ) {
			if ( $this->is_unknown_order( $refusal ) ) {
				return null;
			}

			throw $refusal;
		}

		return $this->order_answer->read( $data, $order_id );
	}

	/**
	 * {@inheritDoc}
	 */
	public function cancel( Site $site, OrderId $order_id, float $timeout ): bool {
		try {
			// Without exclude_order the provider would go on sending reminders.
			$body = [
				'status'        => 'cancelled',
				'exclude_order' => true,
			];
			$this->transport->send( 'PATCH', $this->path( $order_id ), $this->key( $site ), $site->environment, $body, $timeout );
		} catch ( ProviderRefused $refusal ) {
			if ( $this->is_unknown_order( $refusal ) ) {
				return false;
			}

			throw $refusal;
		}

		return true;
	}

	/**
	 * {@inheritDoc}
	 */
	public function account( ApiKey $key, Environment $environment ): ProviderAccount {
		$data    = $this->transport->send( 'GET', '/me', $key, $environment, null, self::ACCOUNT_TIMEOUT );
		$account = $data['account_id'] ?? null;
		$site    = $data['site_id'] ?? null;

		return new ProviderAccount( is_scalar( $account ) ? (string) $account : '', is_scalar( $site ) ? (string) $site : '' );
	}

	/**
	 * Tells whether a refusal means "no such order, or none that can still be cancelled". Error 1000 alone is any error.
	 */
	private function is_unknown_order( ProviderRefused $refusal ): bool {
		return ProviderRefused::INVALID_ORDER_ID === $refusal->error_code
			|| ( ProviderRefused::NOT_FOUND === $refusal->error_code && self::GONE === $refusal->http_status );
	}

	/**
	 * Returns the site's key.
	 */
	private function key( Site $site ): ApiKey {
		return $site->api_key ?? throw new NotConfigured();
	}

	/**
	 * Returns the path of an order.
	 */
	private function path( OrderId $order_id ): string {
		return '/orders/' . rawurlencode( $order_id->value );
	}

	/**
	 * Tells whether customers can be sent there.
	 */
	private function is_payment_url( string $url ): bool {
		$scheme = $this->endpoint->allows_plain_http() ? '#\Ahttps?://#' : '#\Ahttps://#';

		return strlen( $url ) <= self::MAX_URL && false !== filter_var( $url, FILTER_VALIDATE_URL ) && 1 === preg_match( $scheme, $url );
	}
}
