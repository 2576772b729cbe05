<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Draft;

use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Application\OrderLinkFacts;
use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartPreview;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\Delivery;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\PayerLocale;
use MultiSafepay\PaymentLinks\Links\Domain\Description;
use MultiSafepay\PaymentLinks\Links\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Sites\Application\LinkDefaults;
use MultiSafepay\PaymentLinks\Sites\Application\SiteRepository;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;

/**
 * Prefills a link from an order: amount due, customer, language and cart.
 *
 * Uses no data of the staff member who creates the link, such as the IP address, browser or language.
 */
final class PrefillLink {

	private const MINUTES_PER_DAY = 1440;

	public function __construct(
		private readonly OrderReader $orders,
		private readonly SiteRepository $sites,
		private readonly LinkDefaults $defaults,
		private readonly OrderLinkFacts $facts,
		private readonly ShopWarnings $warnings,
		private readonly CartBuilder $cart,
	) {}

	/**
	 * @param int|null $amount Amount of the cart preview in the currency's smallest unit; null for the amount due.
	 * @throws OrderNotFound
	 */
	public function draft( int $wc_order_id, ?int $amount = null ): Draft {
		$order       = $this->orders->get( $wc_order_id );
		$next_number = $this->facts->next_number( $order->id );
		$all         = $this->sites->all();
		$sites       = array_map(
			static fn ( Site $site ): array => Draft::site(
				$site,
				$site->order_id_template->order_id( $order->number, $next_number )->value
			),
			$all
		);
		$locale   = PayerLocale::for_customer( $order->locale, $order->billing->country );
		$customer = Customer::from_order( $order->billing, $locale );
		$due      = $this->due( $order, $all );

		return new Draft(
			$this->values( $order )->with_defaults( new LinkInput(
				order_id: [] === $all ? null : $all[0]->order_id_template->order_id( $order->number, $next_number )
			) ),
			$sites,
			PayerLocale::ALL,
			[
				...ShopWarnings::about_site( $all[0] ?? null ),
				...self::amount_warnings( $order, $due ),
				...self::order_warnings( $order, $this->facts->open_order_ids( $order->id ) ),
				...$this->stock_warnings( $order ),
				...self::customer_warnings( $order, $customer, $locale ),
				...$this->warnings->about_shop(),
			],
			$this->preview( $order, null === $amount ? $due : new Money( $amount, $order->currency ) )
		);
	}

	/**
	 * Returns the values of a link for the amount due, without an order ID.
	 */
	public function values( OrderSnapshot $order ): LinkInput {
		$sites = $this->sites->all();

		return new LinkInput(
			site: $sites[0]->id ?? '',
			amount: $this->due( $order, $sites )->amount ?? 0,
			currency: $order->currency,
			description: Description::from_template(
				$this->defaults->description_template(),
				$order->number,
				$order->shop_name
			),
			seconds_active: $this->defaults->days_active() * LinkDetails::SECONDS_PER_DAY,
			customer: Customer::from_order(
				$order->billing,
				PayerLocale::for_customer( $order->locale, $order->billing->country )
			),
			delivery: Delivery::from_order( $order->shipping, $order->billing ) ?? false,
			include_cart: true,
		);
	}

	/**
	 * Returns the amount due at the default site, which determines whether test payments count.
	 *
	 * @param list<Site> $sites
	 */
	private function due( OrderSnapshot $order, array $sites ): ?Money {
		return $order->due_after( $this->facts->received(
			$order->id,
			$order->currency,
			$sites[0]->environment ?? Environment::Live
		) );
	}

	/**
	 * Returns null if the items do not add up to the amount.
	 */
	private function preview( OrderSnapshot $order, ?Money $amount ): ?CartPreview {
		$cart = null === $amount ? null : $this->cart->build( $order->lines, $amount );

		return null === $amount || null === $cart ? null : CartPreview::of( $cart, $amount );
	}

	/**
	 * Warns if nothing is due or if MultiSafepay does not support the amount or currency.
	 *
	 * @return list<DraftWarning>
	 */
	private static function amount_warnings( OrderSnapshot $order, ?Money $due ): array {
		$currency = [ 'currency' => $order->currency->code ];
		$warnings = $order->currency->is_known_to_provider()
			? []
			: [ new DraftWarning( DraftWarning::CURRENCY_NOT_SUPPORTED, $currency ) ];

		if ( $order->is_paid ) {
			$warnings[] = new DraftWarning( DraftWarning::ORDER_PAID );
		} elseif ( null === $due ) {
			$warnings[] = new DraftWarning( DraftWarning::AMOUNT_FRACTION, $currency );
		} elseif ( 0 === $due->amount ) {
			$warnings[] = new DraftWarning( DraftWarning::NOTHING_DUE );
		}

		return $warnings;
	}

	/**
	 * Warns about the order's status and about other links that can be paid.
	 *
	 * @param list<string> $open_order_ids Order IDs of links that can be paid now.
	 * @return list<DraftWarning>
	 */
	private static function order_warnings( OrderSnapshot $order, array $open_order_ids ): array {
		$warnings = match ( $order->status ) {
			'cancelled' => [ new DraftWarning( DraftWarning::ORDER_CANCELLED ) ],
			'failed' => [ new DraftWarning( DraftWarning::ORDER_FAILED ) ],
			default => [],
		};
		if ( [] !== $open_order_ids ) {
			$warnings[] = new DraftWarning(
				DraftWarning::OPEN_LINK,
				[ 'order_ids' => implode( ', ', $open_order_ids ) ]
			);
		}
		if ( null !== $order->official_link ) {
			$warnings[] = new DraftWarning( DraftWarning::OFFICIAL_LINK );
		}

		return $warnings;
	}

	/**
	 * Warns if WooCommerce cancels the unpaid order before the link expires.
	 *
	 * @return list<DraftWarning>
	 */
	private function stock_warnings( OrderSnapshot $order ): array {
		$is_cancelled = null !== $order->hold_minutes
			&& $order->hold_minutes < $this->defaults->days_active() * self::MINUTES_PER_DAY
			&& ! $this->defaults->keeps_held_orders();

		return $is_cancelled
			? [ new DraftWarning( DraftWarning::HOLD_STOCK, [ 'minutes' => (string) $order->hold_minutes ] ) ]
			: [];
	}

	/**
	 * Warns about the email address and an unsupported language.
	 *
	 * @return list<DraftWarning>
	 */
	private static function customer_warnings( OrderSnapshot $order, Customer $customer, PayerLocale $locale ): array {
		$warnings = DraftWarning::about_email( $customer );
		if ( ! $locale->is_supported ) {
			$warnings[] = new DraftWarning(
				DraftWarning::LOCALE_NOT_SUPPORTED,
				[ 'locale' => $order->locale, 'used' => $locale->code ]
			);
		}

		return $warnings;
	}
}
