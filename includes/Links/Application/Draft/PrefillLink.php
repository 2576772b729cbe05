<?php
/**
 * Fills the form.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\LinkDefaults;
use MultiSafepay\PaymentLinks\Application\Port\OrderLinkFacts;
use MultiSafepay\PaymentLinks\Application\Port\OrderSource;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Domain\Cart\CartPreview;
use MultiSafepay\PaymentLinks\Domain\Customer;
use MultiSafepay\PaymentLinks\Domain\Delivery;
use MultiSafepay\PaymentLinks\Domain\Description;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Domain\PayerLocale;
use MultiSafepay\PaymentLinks\Domain\Site;

/**
 * Prefills a link from an order: what is still owed, who pays, in which language.
 *
 * Nothing about the member of staff who asks goes in: not the address, the browser or the language.
 */
final class PrefillPaymentLink {

	private const MINUTES_A_DAY = 1440;

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly OrderSource $orders,
		private readonly SiteRepository $sites,
		private readonly LinkDefaults $defaults,
		private readonly OrderLinkFacts $facts,
		private readonly ShopWarnings $warnings,
		private readonly CartBuilder $cart,
	) {}

	/**
	 * Returns the prefilled form of an order.
	 *
	 * @param int      $wc_order_id WooCommerce's id.
	 * @param int|null $amount      What the cart should add up to; null for what the order owes.
	 * @throws OrderNotFound When there is no such order.
	 */
	public function draft( int $wc_order_id, ?int $amount = null ): Draft {
		$order    = $this->orders->get( $wc_order_id );
		$next     = $this->facts->next_number( $order->id );
		$all      = $this->sites->all();
		$sites    = array_map( static fn ( Site $site ): array => Draft::site( $site, $site->order_id_template->order_id( $order->number, $next )->value ), $all );
		$locale   = PayerLocale::for_customer( $order->locale, $order->billing->country );
		$customer = Customer::fitted( $order->billing, $locale );
		$owed     = $order->owed( $this->facts->paid_total( $order->id, $order->currency, $all[0]->environment ?? Environment::Live ) );

		return new Draft(
			[
				'site'          => $sites[0]['id'] ?? '',
				'order_id'      => $sites[0]['order_id'] ?? '',
				'amount'        => $owed->amount ?? 0,
				'currency'      => $order->currency->code,
				'description'   => Description::from_template( $this->defaults->description_template(), $order->number, $order->shop_name ),
				'days_active'   => $this->defaults->days_active(),
				// The shop must hold the customer's consent; only a person knows that.
				'second_chance' => false,
				'gateway'       => null,
				'customer'      => $customer->to_array(),
				'delivery'      => Delivery::fitted( $order->shipping, $order->billing )?->to_array(),
				'include_cart'  => true,
				'redirect_url'  => null,
				'cancel_url'    => null,
				'note'          => '',
				'confirm_paid'  => false,
			],
			$sites,
			PayerLocale::ALL,
			[
				...ShopWarnings::about_site( $all[0] ?? null ),
				...self::about_amount( $order, $owed ),
				...self::about_order( $order, $this->facts->open_order_ids( $order->id ) ),
				...$this->about_stock( $order ),
				...self::about_customer( $order, $customer, $locale ),
				...$this->warnings->about_shop(),
			],
			$this->preview( $order, null === $amount ? $owed : new Money( $amount, $order->currency ) )
		);
	}

	/**
	 * Returns the cart as the customer will see it; null when it cannot add up.
	 */
	private function preview( OrderSnapshot $order, ?Money $amount ): ?CartPreview {
		$cart = null === $amount ? null : $this->cart->build( $order->lines, $amount );

		return null === $amount || null === $cart ? null : CartPreview::of( $cart, $amount );
	}

	/**
	 * Warns where there is nothing to ask for, or the provider cannot take it.
	 *
	 * @return list<DraftWarning>
	 */
	private static function about_amount( OrderSnapshot $order, ?Money $owed ): array {
		$currency = [ 'currency' => $order->currency->code ];
		$warnings = $order->currency->is_known_to_provider() ? [] : [ new DraftWarning( DraftWarning::CURRENCY_NOT_SUPPORTED, $currency ) ];

		if ( $order->is_paid ) {
			$warnings[] = new DraftWarning( DraftWarning::ORDER_PAID );
		} elseif ( null === $owed ) {
			$warnings[] = new DraftWarning( DraftWarning::AMOUNT_FRACTION, $currency );
		} elseif ( 0 === $owed->amount ) {
			$warnings[] = new DraftWarning( DraftWarning::NOTHING_DUE );
		}

		return $warnings;
	}

	/**
	 * Warns of the order's state and of links that are open.
	 *
	 * @param OrderSnapshot $order          The order.
	 * @param list<string>  $open_order_ids Links that can be paid now.
	 * @return list<DraftWarning>
	 */
	private static function about_order( OrderSnapshot $order, array $open_order_ids ): array {
		$warnings = match ( $order->status ) {
			'cancelled' => [ new DraftWarning( DraftWarning::ORDER_CANCELLED ) ],
			'failed' => [ new DraftWarning( DraftWarning::ORDER_FAILED ) ],
			default => [],
		};
		if ( [] !== $open_order_ids ) {
			$warnings[] = new DraftWarning( DraftWarning::OPEN_LINK, [ 'order_ids' => implode( ', ', $open_order_ids ) ] );
		}
		if ( null !== $order->official_link ) {
			$warnings[] = new DraftWarning( DraftWarning::OFFICIAL_LINK );
		}

		return $warnings;
	}

	/**
	 * Warns where the shop cancels the order before the link ends.
	 *
	 * @return list<DraftWarning>
	 */
	private function about_stock( OrderSnapshot $order ): array {
		$is_cancelled = null !== $order->hold_minutes
			&& $order->hold_minutes < $this->defaults->days_active() * self::MINUTES_A_DAY
			&& ! $this->defaults->keeps_held_orders();

		return $is_cancelled ? [ new DraftWarning( DraftWarning::HOLD_STOCK, [ 'minutes' => (string) $order->hold_minutes ] ) ] : [];
	}

	/**
	 * Warns of what is not known of the customer.
	 *
	 * @return list<DraftWarning>
	 */
	private static function about_customer( OrderSnapshot $order, Customer $customer, PayerLocale $locale ): array {
		$warnings = '' === $customer->email ? [ new DraftWarning( DraftWarning::NO_EMAIL ) ] : [];
		if ( ! $locale->is_supported ) {
			$warnings[] = new DraftWarning( DraftWarning::LOCALE_NOT_SUPPORTED, [ 'locale' => $order->locale, 'used' => $locale->code ] );
		}

		return $warnings;
	}
}
