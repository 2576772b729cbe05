<?php
/**
 * The create form.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Application;

use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\Customer;
use MultiSafepay\PaymentLinks\Domain\Delivery;
use MultiSafepay\PaymentLinks\Domain\Description;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\OrderId;

/**
 * A create body whose every field has been checked; all errors are collected first.
 */
final class LinkForm {

	/**
	 * Far above any order, far below what JavaScript can hold.
	 */
	private const MAX_AMOUNT = 999_999_999_999;

	private const MAX_NOTE       = 1000;
	private const SECONDS_A_DAY  = 86_400;
	private const MAX_DAYS       = 365;

	/**
	 * Takes what read() has checked.
	 *
	 * @param string|null $site_id         Null for the default site.
	 * @param OrderId|null $order_id       Only when a person typed it.
	 * @param LinkDetails $details         What the link asks for.
	 * @param bool        $confirm_paid    The customer may pay more than the order still owes.
	 * @param string      $idempotency_key Made by the browser per form.
	 */
	private function __construct(
		public readonly ?string $site_id,
		public readonly ?OrderId $order_id,
		public readonly LinkDetails $details,
		public readonly bool $confirm_paid,
		public readonly string $idempotency_key,
	) {}

	/**
	 * Reads a complete create body, as the REST schema has typed it.
	 *
	 * @param array<mixed> $body See docs/rest-api.md.
	 * @throws InvalidFields With every field that is wrong.
	 */
	public static function read( array $body ): self {
		$errors = [];
		$values = new FormValues( $body );

		$currency    = self::checked( static fn (): Currency => self::currency( $values->text( 'currency' ) ), $errors );
		$amount      = self::checked( static fn (): int => self::amount( $values->number( 'amount' ), $currency ), $errors );
		$order_id    = self::checked( static fn (): ?OrderId => '' === $values->text( 'order_id' ) ? null : new OrderId( $values->text( 'order_id' ) ), $errors );
		$description = self::checked( static fn (): string => Description::from_input( $values->text( 'description' ) ), $errors );
		$seconds     = self::checked( static fn (): int => self::seconds( $values ), $errors );
		$gateway     = self::checked( static fn (): ?string => self::gateway( $values->text( 'gateway' ) ), $errors );
		$customer    = self::checked( static fn (): Customer => Customer::from_input( $values->texts( 'customer' ) ), $errors );
		$delivery    = self::checked( static fn (): ?Delivery => $values->has( 'delivery' ) ? Delivery::from_input( $values->texts( 'delivery' ) ) : null, $errors );
		$redirect    = self::checked( static fn (): ?string => self::url( 'redirect_url', $values->text( 'redirect_url' ) ), $errors );
		$cancel      = self::checked( static fn (): ?string => self::url( 'cancel_url', $values->text( 'cancel_url' ) ), $errors );
		$note        = self::checked( static fn (): string => self::note( $values->text( 'note' ) ), $errors );
		$key         = self::checked( static fn (): string => self::key( $values->text( 'idempotency_key' ) ), $errors );

		if ( $values->flag( 'second_chance' ) && '' === trim( $values->texts( 'customer' )['email'] ?? '' ) ) {
			$errors[] = new InvalidValue( 'customer.email', 'second_chance_needs_email' );
		}
		if ( [] !== $errors || null === $currency || null === $amount || null === $description || null === $seconds || null === $customer || null === $note || null === $key ) {
			throw new InvalidFields( [] === $errors ? [ new InvalidValue( 'body', 'invalid' ) ] : $errors );
		}

		return new self(
			'' === $values->text( 'site' ) ? null : $values->text( 'site' ),
			$order_id,
			new LinkDetails(
				new Money( $amount, $currency ),
				$description,
				$seconds,
				$values->flag( 'second_chance' ),
				$gateway,
				$customer,
				$delivery,
				$values->flag( 'include_cart' ),
				$redirect,
				$cancel,
				$note
			),
			$values->flag( 'confirm_paid' ),
			$key
		);
	}

	/**
	 * Runs one check and collects what is wrong.
	 *
	 * @template T
	 * @param callable(): T      $check  Throws InvalidValue or InvalidFields.
	 * @param list<InvalidValue> $errors Grows.
	 * @return T|null
	 */
	private static function checked( callable $check, array &$errors ): mixed {
		try {
			return $check();
		} catch ( InvalidValue $error ) {
			$errors[] = $error;
		} catch ( InvalidFields $error ) {
			array_push( $errors, ...$error->errors );
		}

		return null;
	}

	/**
	 * Checks the currency.
	 */
	private static function currency( string $code ): Currency {
		$currency = new Currency( $code );
		if ( ! $currency->is_known_to_provider() ) {
			throw new InvalidValue( 'currency', 'currency_not_supported', [ 'currency' => $currency->code ] );
		}

		return $currency;
	}

	/**
	 * Checks the amount, in the currency's smallest unit.
	 */
	private static function amount( ?int $amount, ?Currency $currency ): int {
		if ( null === $amount || $amount < 1 ) {
			$minimum = null === $currency ? '1' : ( new Money( 1, $currency ) )->to_decimal();

			throw new InvalidValue( 'amount', 'amount_too_low', [ 'minimum' => $minimum, 'currency' => $currency->code ?? '' ] );
		}
		if ( $amount > self::MAX_AMOUNT ) {
			throw new InvalidValue( 'amount', 'amount_too_high' );
		}

		return $amount;
	}

	/**
	 * Checks the lifetime. Seconds win over days, as they do at the provider.
	 */
	private static function seconds( FormValues $values ): int {
		if ( $values->has( 'seconds_active' ) ) {
			$seconds = $values->number( 'seconds_active' );
			if ( null === $seconds || $seconds < 1 || $seconds > LinkDetails::MAX_SECONDS ) {
				throw new InvalidValue( 'seconds_active', 'seconds_out_of_range', [ 'max' => LinkDetails::MAX_SECONDS ] );
			}

			return $seconds;
		}

		$days = $values->number( 'days_active' );
		if ( null === $days || $days < 1 || $days > self::MAX_DAYS ) {
			throw new InvalidValue( 'days_active', 'days_out_of_range', [ 'max' => self::MAX_DAYS ] );
		}

		return $days * self::SECONDS_A_DAY;
	}

	/**
	 * Checks a payment method's id.
	 */
	private static function gateway( string $gateway ): ?string {
		if ( '' === $gateway ) {
			return null;
		}
		if ( 1 !== preg_match( '/\A[A-Z0-9_]{2,32}\z/', $gateway ) ) {
			throw new InvalidValue( 'gateway', 'gateway_unavailable' );
		}

		return $gateway;
	}

	/**
	 * Checks a web address that a customer is sent to.
	 */
	private static function url( string $field, string $url ): ?string {
		if ( '' === $url ) {
			return null;
		}
		if ( strlen( $url ) > 500 || false === filter_var( $url, FILTER_VALIDATE_URL ) || 1 !== preg_match( '#\Ahttps?://#i', $url ) ) {
			throw new InvalidValue( $field, 'invalid_url' );
		}

		return $url;
	}

	/**
	 * Checks the note.
	 */
	private static function note( string $note ): string {
		if ( mb_strlen( $note ) > self::MAX_NOTE ) {
			throw new InvalidValue( 'note', 'too_long', [ 'max' => self::MAX_NOTE ] );
		}

		return $note;
	}

	/**
	 * Checks the idempotency key.
	 */
	private static function key( string $key ): string {
		if ( '' === $key ) {
			throw new InvalidValue( 'idempotency_key', 'required' );
		}
		if ( 1 !== preg_match( '/\A[A-Za-z0-9_-]{8,64}\z/', $key ) ) {
			throw new InvalidValue( 'idempotency_key', 'invalid_idempotency_key' );
		}

		return $key;
	}
}
