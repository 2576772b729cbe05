<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Application\LinkApi;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Application\OrdersClient;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;

final class MultiSafepayLinkApi implements LinkApi {

	public function __construct(
		private readonly OrdersClient $client,
		private readonly CreateOrderRequestFactory $requests,
	) {}

	public function create( Site $site, PaymentLink $link, OrderSnapshot $order, float $timeout ): string {
		return $this->client->create( $site->credentials(), $this->requests->request( $link, $order ), $timeout );
	}

	public function find( Site $site, OrderId $order_id, float $timeout ): ?ProviderOrder {
		return $this->client->find( $site->credentials(), $order_id, $timeout );
	}

	public function cancel( Site $site, OrderId $order_id, float $timeout ): bool {
		return $this->client->cancel( $site->credentials(), $order_id, $timeout );
	}
}
