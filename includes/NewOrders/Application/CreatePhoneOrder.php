<?php
/**
 * Phone orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Application\Port\FollowedLinks;
use MultiSafepay\PaymentLinks\Application\Port\OrderJournal;
use MultiSafepay\PaymentLinks\Application\Port\OrderSource;
use MultiSafepay\PaymentLinks\Application\Port\PhoneOrderMaker;
use MultiSafepay\PaymentLinks\Application\Port\PhoneOrderShop;
use MultiSafepay\PaymentLinks\Application\Port\ShopCustomers;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderIdTaken;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderInProgress;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderWithoutLink;
use MultiSafepay\PaymentLinks\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Domain\PhoneOrder;
use Throwable;

/**
 * Makes an order for a payment that was agreed outside the shop's checkout, and its link.
 *
 * What can be refused is refused before there is an order. An idempotency key makes one order; an order whose link
 * failed gets it when the key comes again.
 */
final class CreatePhoneOrder {

	/**
	 * Takes its ports.
	 */
	public function __construct(
		private readonly SiteRepository $sites,
		private readonly PrefillPhoneOrder $prefill,
		private readonly PhoneOrderShop $shop,
		private readonly ShopCustomers $customers,
		private readonly PhoneOrderMaker $maker,
		private readonly FollowedLinks $links,
		private readonly MakeOrderOnce $once,
		private readonly CreatePaymentLink $create,
		private readonly OrderSource $orders,
		private readonly OrderJournal $journal,
	) {}

	/**
	 * Makes order and link, or returns the link that the key already has.
	 *
	 * @param array<mixed> $body  Create body with `customer_id` and `tax_class`; what is missing is the draft's, a missing
	 *                            customer is the account's.
	 * @param Actor        $actor Who asks.
	 * @throws InvalidFields    With every field that is wrong.
	 * @throws InvalidValue     When the key belongs to something else, or one field does not fit.
	 * @throws NotConfigured    When the site has no key.
	 * @throws OrderIdTaken     When a person typed an order ID that is taken here.
	 * @throws OrderInProgress  When another request with the same key is still at work.
	 * @throws OrderWithoutLink When the order is there, but not its link.
	 */
	public function create( array $body, Actor $actor ): CreatedLink {
		$draft       = $this->prefill->draft();
		$values      = new FormValues( $body );
		$customer_id = $values->number( 'customer_id' ) ?? 0;
		$tax_class   = $values->has( 'tax_class' ) ? $values->text( 'tax_class' ) : $draft->tax_classes[0];
		$account     = 0 === $customer_id ? null : $this->customers->find( $customer_id );
		unset( $body['customer_id'], $body['tax_class'] );
		$body += ( null === $account ? [] : [ 'customer' => $account->to_array() ] ) + $draft->draft->values;

		$key = $values->text( 'idempotency_key' );
		$new = $this->once->is_made( $key ) ? null : $this->checked( $body, $customer_id, 0 === $customer_id || null !== $account, $tax_class );

		$wc_order_id = $this->once->order(
			OrderClaim::NO_ORIGINAL,
			$key,
			function ( callable $register ) use ( $new, $actor ): int {
				$wc_order_id = $this->maker->make( $new ?? throw new OrderInProgress(), $register );
				$this->journal->order_made_by_phone( $wc_order_id, $actor );

				return $wc_order_id;
			}
		);

		try {
			return $this->create->create( $wc_order_id, $body, $actor );
		} catch ( Throwable $failure ) {
			throw new OrderWithoutLink( $this->orders->get( $wc_order_id ), $failure );
		}
	}

	/**
	 * Refuses what could be refused later.
	 *
	 * @param array<mixed> $body        Complete create body.
	 * @param int          $customer_id Account, 0 for a guest.
	 * @param bool         $may_choose  Whether an order can be made for that account.
	 * @param string       $tax_class   Slug.
	 */
	private function checked( array $body, int $customer_id, bool $may_choose, string $tax_class ): PhoneOrder {
		$errors = $may_choose ? [] : [ new InvalidValue( 'customer_id', 'unknown_customer' ) ];
		if ( ! in_array( $tax_class, $this->shop->tax_classes(), true ) ) {
			$errors[] = new InvalidValue( 'tax_class', 'unknown_tax_class' );
		}
		try {
			$form   = LinkForm::read( $body );
			$errors = [ ...$errors, ...$this->misfits( $form->details ) ];
		} catch ( InvalidFields $invalid ) {
			throw new InvalidFields( [ ...$errors, ...$invalid->errors ] );
		}
		if ( [] !== $errors ) {
			throw new InvalidFields( $errors );
		}

		$site = ( new ChosenSite( $this->sites ) )->of( $form->site_id );
		if ( null !== $form->order_id && null !== $this->links->find_by_order_id( $site->id, $form->order_id ) ) {
			throw new OrderIdTaken( $form->order_id->value );
		}

		return new PhoneOrder( $form->details->amount, $form->details->description, $form->details->customer, $customer_id, $tax_class );
	}

	/**
	 * Returns what MultiSafepay would take and the shop cannot keep.
	 *
	 * @return list<InvalidValue>
	 */
	private function misfits( LinkDetails $details ): array {
		$currency = $details->amount->currency;
		if ( ! in_array( $currency->code, array_column( $this->shop->currencies(), 'code' ), true ) ) {
			return [ new InvalidValue( 'currency', 'currency_not_in_shop', [ 'currency' => $currency->code ] ) ];
		}

		return $details->amount->fits_decimals( $this->shop->decimals() ) ? [] : [ new InvalidValue( 'amount', 'more_decimals_than_shop', [ 'decimals' => $this->shop->decimals() ] ) ];
	}
}
