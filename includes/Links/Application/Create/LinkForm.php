<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Create;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\Delivery;
use MultiSafepay\PaymentLinks\Links\Domain\Field\Description;
use MultiSafepay\PaymentLinks\Links\Domain\LinkDetails;
use MultiSafepay\PaymentLinks\Links\Domain\LinkKind;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Shared\Application\InputBag;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * Reads a create body. The REST schema has already checked the types.
 */
final class LinkForm {

	public const MAX_DAYS = 365;

	private const MAX_NOTE = 1000;

	private readonly InputBag $values;

	/**
	 * @var list<InvalidValue>
	 */
	private array $errors = [];

	/**
	 * @param array<mixed> $body
	 */
	private function __construct( private readonly array $body ) {
		$this->values = new InputBag( $body );
	}

	/**
	 * Reads the fields of the body. Invalid fields are missing in the result, which contains their errors.
	 *
	 * @param array<mixed> $body See docs/rest-api.md.
	 */
	public static function read( array $body ): LinkInput {
		return ( new self( $body ) )->input();
	}

	private function input(): LinkInput {
		$values = $this->values;

		return new LinkInput(
			site: $this->given( 'site', static fn (): string => $values->text( 'site' ) ),
			currency: $this->given( 'currency', static fn (): Currency => new Currency( $values->text( 'currency' ) ) ),
			// A value that is not an integer is reported as too low.
			amount: $this->given( 'amount', static fn (): int => $values->number( 'amount' ) ?? 0 ),
			order_id: $this->given(
				'order_id',
				static fn (): ?OrderId => self::order_id( $values->text( 'order_id' ) )
			),
			kind: $this->given( 'kind', static fn (): ?LinkKind => self::kind( $values->text( 'kind' ) ) ),
			description: $this->given(
				'description',
				static fn (): string => Description::from_input( $values->text( 'description' ) )
			),
			seconds_active: $this->seconds(),
			second_chance: $this->given( 'second_chance', static fn (): bool => $values->boolean( 'second_chance' ) ),
			gateway: $this->given( 'gateway', static fn (): string => self::gateway( $values->text( 'gateway' ) ) ),
			customer: $this->given(
				'customer',
				static fn (): Customer => Customer::from_input( $values->texts( 'customer' ) )
			),
			delivery: $this->given(
				'delivery',
				static fn (): Delivery|false => Delivery::from_input( $values->texts( 'delivery' ) ) ?? false
			),
			include_cart: $this->given( 'include_cart', static fn (): bool => $values->boolean( 'include_cart' ) ),
			redirect_url: $this->url( 'redirect_url' ),
			cancel_url: $this->url( 'cancel_url' ),
			note: $this->given( 'note', static fn (): string => self::note( $values->text( 'note' ) ) ),
			confirm_amount: $values->boolean( 'confirm_amount' ),
			idempotency_key: $this->given(
				'idempotency_key',
				static fn (): string => self::key( $values->text( 'idempotency_key' ) )
			) ?? '',
			errors: $this->all_errors()
		);
	}

	/**
	 * Returns null if the body does not contain the field or its value is invalid.
	 *
	 * @template T
	 * @param callable(): T $read Throws InvalidValue or InvalidFields.
	 * @return T|null
	 */
	private function given( string $field, callable $read ): mixed {
		return array_key_exists( $field, $this->body ) ? $this->validate( $read ) : null;
	}

	/**
	 * Returns the result of a check, or null after adding its errors to the list.
	 *
	 * @template T
	 * @param callable(): T $check Throws InvalidValue or InvalidFields.
	 * @return T|null
	 */
	private function validate( callable $check ): mixed {
		try {
			return $check();
		} catch ( InvalidValue $error ) {
			$this->errors[] = $error;
		} catch ( InvalidFields $error ) {
			array_push( $this->errors, ...$error->errors );
		}

		return null;
	}

	/**
	 * Returns all errors. A missing email address is also reported if the customer has other errors.
	 *
	 * @return list<InvalidValue>
	 */
	private function all_errors(): array {
		$needs_email = $this->values->boolean( 'second_chance' )
			&& array_key_exists( 'customer', $this->body )
			&& '' === trim( $this->values->texts( 'customer' )['email'] ?? '' );

		return $needs_email
			? [ ...$this->errors, new InvalidValue( 'customer.email', 'second_chance_needs_email' ) ]
			: $this->errors;
	}

	private static function order_id( string $order_id ): ?OrderId {
		return '' === $order_id ? null : new OrderId( $order_id );
	}

	private static function kind( string $kind ): ?LinkKind {
		return '' === $kind
			? null
			: LinkKind::tryFrom( $kind ) ?? throw new InvalidValue( 'kind', 'invalid_kind' );
	}

	/**
	 * Returns the lifetime. Seconds take precedence over days, as at MultiSafepay.
	 */
	private function seconds(): ?int {
		if ( $this->values->has( 'seconds_active' ) ) {
			return $this->validate( fn (): int => self::seconds_in_range( $this->values->number( 'seconds_active' ) ) );
		}

		return $this->given(
			'days_active',
			fn (): int => self::days_in_range( $this->values->number( 'days_active' ) ) * LinkDetails::SECONDS_PER_DAY
		);
	}

	private static function seconds_in_range( ?int $seconds ): int {
		if ( null === $seconds || $seconds < 1 || $seconds > LinkDetails::MAX_SECONDS ) {
			throw new InvalidValue( 'seconds_active', 'seconds_out_of_range', [ 'max' => LinkDetails::MAX_SECONDS ] );
		}

		return $seconds;
	}

	private static function days_in_range( ?int $days ): int {
		if ( null === $days || $days < 1 || $days > self::MAX_DAYS ) {
			throw new InvalidValue( 'days_active', 'days_out_of_range', [ 'max' => self::MAX_DAYS ] );
		}

		return $days;
	}

	private static function gateway( string $gateway ): string {
		if ( '' !== $gateway && 1 !== preg_match( '/\A[A-Z0-9_]{2,32}\z/', $gateway ) ) {
			throw new InvalidValue( 'gateway', 'gateway_unavailable' );
		}

		return $gateway;
	}

	private function url( string $field ): ?string {
		return $this->given(
			$field,
			function () use ( $field ): string {
				$url = $this->values->text( $field );
				if (
					'' !== $url
					&& (
						strlen( $url ) > 500
						|| false === filter_var( $url, FILTER_VALIDATE_URL )
						|| 1 !== preg_match( '#\Ahttps?://#i', $url )
					)
				) {
					throw new InvalidValue( $field, 'invalid_url' );
				}

				return $url;
			}
		);
	}

	private static function note( string $note ): string {
		if ( mb_strlen( $note ) > self::MAX_NOTE ) {
			throw new InvalidValue( 'note', 'too_long', [ 'max' => self::MAX_NOTE ] );
		}

		return $note;
	}

	private static function key( string $key ): string {
		if ( '' !== $key && 1 !== preg_match( '/\A[A-Za-z0-9_-]{8,64}\z/', $key ) ) {
			throw new InvalidValue( 'idempotency_key', 'invalid_idempotency_key' );
		}

		return $key;
	}
}
