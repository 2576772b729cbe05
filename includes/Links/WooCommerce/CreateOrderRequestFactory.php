<?php
/**
 * The body of a create call.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\MultiSafepay;

use MultiSafepay\PaymentLinks\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;

/**
 * Maps a link and its order to `POST /orders`. Empty objects are left out: in PHP they would go out as `[]`.
 */
final class CreateBody {

	/**
	 * Takes what the body says of the shop.
	 */
	public function __construct(
		private readonly CartBuilder $cart,
		private readonly ShopIdentity $shop,
	) {}

	/**
	 * Returns the body.
	 *
	 * The customer's IP address and browser are not sent: here they would be those of a member of staff, and the
	 * provider's fraud check would judge them.
	 *
	 * @return array<string, mixed>
	 */
	public function of( PaymentLink $link, OrderSnapshot $order ): array {
		$details = $link->details;
		$cart    = $details->include_cart ? $this->cart->build( $order->lines, $details->amount ) : null;

		return array_filter(
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
				// var2 stays empty: the official plugin's handler would take it for one of its own orders.
				'var1'            => (string) $link->id,
				'var3'            => $this->shop->token(),
				'plugin'          => $this->shop->plugin(),
			],
			static fn ( mixed $value ): bool => null !== $value && [] !== $value
		);
	}

	/**
	 * Returns where notifications and customers go.
	 *
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
			// The provider's own software and documents disagree about the default.
			'close_window' => false,
		];
	}
}
