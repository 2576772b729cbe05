<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\WooCommerce;

use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\CreateOrderRequest;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;

/**
 * Builds the body of `POST /orders` for a link. Empty objects are omitted, because PHP encodes them as `[]`.
 */
final class CreateOrderRequestFactory {

	public function __construct(
		private readonly CartBuilder $cart,
		private readonly ShopIdentity $shop,
	) {}

	/**
	 * The customer's IP address and browser are omitted: the current request comes from a staff member, whose data must
	 * not be used in MultiSafepay's fraud check.
	 */
	public function request( PaymentLink $link, OrderSnapshot $order ): CreateOrderRequest {
		$details = $link->details;
		$cart    = $details->include_cart ? $this->cart->build( $order->lines, $details->amount ) : null;

		return new CreateOrderRequest( $link->order_id, array_filter(
			[
				'type'            => 'paymentlink',
				'order_id'        => $link->order_id->value,
				'currency'        => $details->amount->currency->code,
				'amount'          => $details->amount->amount,
				'description'     => $details->description,
				'gateway'         => $details->gateway,
				'seconds_active'  => $details->seconds_active,
				'second_chance'   => [ 'send_email' => $details->second_chance ],
				'payment_options' => $this->payment_options( $link, $order ),
				'customer'        => $details->customer->to_provider(),
				'delivery'        => $details->delivery?->to_provider(),
				...( null === $cart ? [] : $cart->to_provider() ),
				// var2 must be empty: the official plugin treats it as one of its own order IDs.
				'var1'            => (string) $link->id,
				'var3'            => $this->shop->token(),
				'plugin'          => $this->shop->plugin(),
			],
			static fn ( mixed $value ): bool => null !== $value && [] !== $value
		) );
	}

	/**
	 * @return array<string, bool|string>
	 */
	private function payment_options( PaymentLink $link, OrderSnapshot $order ): array {
		$notification_url = $this->shop->notification_url( $link->site_id );
		$notifications    = null === $notification_url ? [] : [
			'notification_url'    => $notification_url,
			'notification_method' => 'POST',
		];

		return $notifications + [
			'redirect_url' => $link->details->redirect_url ?? $order->received_url,
			'cancel_url'   => $link->details->cancel_url ?? $order->cancel_url,
			// MultiSafepay's plugins and documentation disagree about the default.
			'close_window' => false,
		];
	}
}
