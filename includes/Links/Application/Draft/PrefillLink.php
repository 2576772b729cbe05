<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Draft;

use MultiSafepay\PaymentLinks\Links\Application\Balances;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Balance;
use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Links\Domain\Cart\CartPreview;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\Delivery;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\PayerLocale;
use MultiSafepay\PaymentLinks\Links\Domain\Field\Description;
use MultiSafepay\PaymentLinks\Links\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\Orders\Application\OrderReader;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderNotFound;
use MultiSafepay\PaymentLinks\Orders\Domain\OrderSnapshot;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use MultiSafepay\PaymentLinks\Sites\Application\SettingsStore;
use MultiSafepay\PaymentLinks\Sites\Application\SiteRepository;
use MultiSafepay\PaymentLinks\Sites\Domain\Deposit;
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
		private readonly SettingsStore $settings,
		private readonly LinkStore $links,
		private readonly Balances $balances,
		private readonly NotificationUrlCheck $notifications,
		private readonly CartBuilder $cart,
	) {}

	/**
	 * @param int|null $amount Amount of the cart preview in the currency's smallest unit; null for the amount due.
	 * @throws OrderNotFound
	 */
	public function draft( int $wc_order_id, ?int $amount = null ): Draft {
		$order       = $this->orders->get( $wc_order_id );
		$next_number = $this->links->next_number( $order->id );
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
		$balance  = $this->balances->of( $order->payment );
		$values   = $this->values( $order );

		return new Draft(
			$values->with_defaults( new LinkInput(
				order_id: [] === $all ? null : $all[0]->order_id_template->order_id( $order->number, $next_number )
			) ),
			$sites,
			PayerLocale::ALL,
			[
				...DraftWarning::about_site( $all[0] ?? null ),
				...self::amount_warnings( $order, $balance ),
				...self::order_warnings( $order, $this->links->open_order_ids( $order->id ) ),
				...$this->stock_warnings( $order ),
				...self::customer_warnings( $order, $customer, $locale ),
				...DraftWarning::about_shop( $this->notifications ),
			],
			$this->preview( $order, new Money( $amount ?? $values->amount ?? 0, $order->currency ) ),
			balance: $balance
		);
	}

	/**
	 * Returns the values of a link for the amount due, or for the deposit if it is the first link of the order. Without
	 * an order ID.
	 */
	public function values( OrderSnapshot $order ): LinkInput {
		$sites    = $this->sites->all();
		$settings = $this->settings->load();
		$due      = $this->balances->of( $order->payment )->due;
		$amount   = '' === $settings->deposit || $this->links->has_links( $order->id )
			? $due
			: Deposit::from_text( $settings->deposit )->of( $due, $order->shop_currency );

		return new LinkInput(
			site: $sites[0]->id ?? '',
			kind: LinkKind::of( $amount, $due ),
			amount: $amount->amount,
			currency: $order->currency,
			description: Description::from_template(
				$settings->description_template,
				$order->number,
				$order->shop_name
			),
			seconds_active: $settings->default_days_active * LinkDetails::SECONDS_PER_DAY,
			customer: Customer::from_order(
				$order->billing,
				PayerLocale::for_customer( $order->locale, $order->billing->country )
			),
			delivery: Delivery::from_order( $order->shipping, $order->billing ) ?? false,
			include_cart: true,
		);
	}

	/**
	 * Returns null if the items do not add up to the amount.
	 */
	private function preview( OrderSnapshot $order, Money $amount ): ?CartPreview {
		$cart = $this->cart->build( $order->lines, $amount );

		return null === $cart ? null : CartPreview::of( $cart, $amount );
	}

	/**
	 * Warns about payments and amounts, and if MultiSafepay does not support the currency.
	 *
	 * @return list<DraftWarning>
	 */
	private static function amount_warnings( OrderSnapshot $order, Balance $balance ): array {
		$currency = [ 'currency' => $order->currency->code ];
		$warnings = $order->currency->is_known_to_provider()
			? []
			: [ new DraftWarning( DraftWarning::CURRENCY_NOT_SUPPORTED, $currency ) ];

		if ( $balance->is_paid ) {
			$warnings[] = new DraftWarning( DraftWarning::ORDER_PAID );
		} elseif ( 0 === $balance->due->amount ) {
			$warnings[] = new DraftWarning( DraftWarning::NOTHING_DUE );
		} elseif ( $balance->is_rounded ) {
			$warnings[] = new DraftWarning( DraftWarning::AMOUNT_ROUNDED, $currency );
		}
		if ( $balance->has_other_payment ) {
			$warnings[] = new DraftWarning( DraftWarning::OTHER_PAYMENT );
		}
		if ( $balance->collects_later ) {
			$warnings[] = new DraftWarning( DraftWarning::COLLECTED_LATER );
		} elseif ( ! $balance->is_paid && ! $order->accepts_payment ) {
			$warnings[] = new DraftWarning( DraftWarning::STATUS_NOT_PAYABLE );
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
			'refunded' => [ new DraftWarning( DraftWarning::ORDER_REFUNDED ) ],
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
		$settings     = $this->settings->load();
		$is_cancelled = null !== $order->hold_minutes
			&& $order->hold_minutes < $settings->default_days_active * self::MINUTES_PER_DAY
			&& ! $settings->keep_held_orders;

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
