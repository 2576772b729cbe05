<?php
/**
 * The body of a notification.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use MultiSafepay\PaymentLinks\Application\Port\NotificationReader;
use MultiSafepay\PaymentLinks\Domain\OrderId;
use MultiSafepay\PaymentLinks\Domain\ProviderOrder;

/**
 * The provider posts the order itself, without the envelope of its answers.
 */
final class NotificationBody implements NotificationReader {

	private const MAX_DEPTH = 32;

	/**
	 * Takes the reader of orders.
	 */
	public function __construct( private readonly OrderAnswer $order_answer ) {}

	/**
	 * {@inheritDoc}
	 */
	public function read( string $body, OrderId $order_id, bool $is_pretransaction ): ?ProviderOrder {
		$data = json_decode( $body, true, self::MAX_DEPTH, JSON_BIGINT_AS_STRING );
		if ( ! is_array( $data ) ) {
			return null;
		}
		// What such a body holds is documented nowhere; the order ID of the address is signed by nobody, but it only asks.
		if ( $is_pretransaction && ! isset( $data['order_id'] ) ) {
			return new ProviderOrder( null, null, null, null );
		}

		return $this->order_answer->read( $data, $order_id );
	}
}
