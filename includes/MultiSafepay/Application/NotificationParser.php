<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay\Application;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderOrder;

/**
 * Parses the body of a notification: the order itself, without the envelope of other responses.
 */
final class NotificationParser {

	private const MAX_DEPTH = 32;

	public function __construct( private readonly OrderParser $order_parser ) {}

	/**
	 * Returns null if the body is not about this order.
	 */
	public function parse( string $body, OrderId $order_id, bool $is_pretransaction ): ?ProviderOrder {
		$data = json_decode( $body, true, self::MAX_DEPTH, JSON_BIGINT_AS_STRING );
		if ( ! is_array( $data ) ) {
			return null;
		}
		// The body of a pretransaction is not documented. The order ID of the URL is not signed, but it only selects
		// what to read.
		if ( $is_pretransaction && ! isset( $data['order_id'] ) ) {
			return new ProviderOrder();
		}

		return $this->order_parser->parse( $data, $order_id );
	}
}
