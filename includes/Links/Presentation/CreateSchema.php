<?php
/**
 * The schema of create bodies and drafts.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use WP_Error;

/**
 * Types of the create body. Limits and rules are the domain's, which knows the words for them.
 *
 * @phpstan-type Schema array<string, mixed>
 */
final class CreateSchema {

	private const ADDRESS = [ 'first_name', 'last_name', 'address1', 'house_number', 'zip_code', 'city', 'country', 'phone', 'email' ];
	private const PAYER   = [ 'company_name', 'address2', 'state', 'locale', 'birthday' ];

	/**
	 * Returns the arguments of `POST /orders/{id}/links`. What is missing is prefilled from the order.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function arguments(): array {
		$arguments = $this->fields();

		$arguments['amount']['validate_callback'] = [ self::class, 'validate_amount' ];
		foreach ( [ 'days_active', 'seconds_active' ] as $name ) {
			$arguments[ $name ]['validate_callback'] = [ self::class, 'validate_number' ];
		}
		foreach ( [ 'second_chance', 'include_cart', 'confirm_paid' ] as $name ) {
			$arguments[ $name ]['validate_callback'] = [ self::class, 'validate_flag' ];
		}

		return $arguments;
	}

	/**
	 * Returns the arguments of `POST /links/{id}/duplicate`. What is missing is the original's.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function link_duplicate_arguments(): array {
		return $this->arguments() + [
			'retire_original' => $this->flag( 'Retires the original once the new link is there.' ),
			'renew'           => $this->flag( 'Asks what the order owes now, instead of what the original asks.' ),
		];
	}

	/**
	 * Returns the arguments of `POST /orders/{id}/duplicate`. The copy costs what the original costs.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function order_duplicate_arguments(): array {
		return array_diff_key( $this->arguments(), array_flip( [ 'amount', 'currency', 'confirm_paid' ] ) ) + [
			'confirm_stock' => $this->flag( 'Copies the order although goods are short.' ),
		];
	}

	/**
	 * Returns the argument of a yes or no.
	 *
	 * @return array<string, mixed>
	 */
	private function flag( string $description ): array {
		return [
			'type'              => 'boolean',
			'description'       => $description,
			'validate_callback' => [ self::class, 'validate_flag' ],
		];
	}

	/**
	 * Takes numbers only: WordPress would read the text "80.00" as the integer 80, which is 80 cents.
	 *
	 * @return true|WP_Error
	 */
	public static function validate_amount( mixed $value ): bool|WP_Error {
		if ( is_int( $value ) || ( is_float( $value ) && floor( $value ) === $value ) ) {
			return true;
		}

		return new WP_Error( 'rest_invalid_type', __( 'Give the amount as a whole number of the currency’s smallest unit, such as cents.', 'multisafepay-payment-links' ) );
	}

	/**
	 * Takes whole numbers only; no text that looks like one.
	 *
	 * @return true|WP_Error
	 */
	public static function validate_number( mixed $value ): bool|WP_Error {
		if ( null === $value || is_int( $value ) ) {
			return true;
		}

		return new WP_Error( 'rest_invalid_type', __( 'This must be a whole number.', 'multisafepay-payment-links' ) );
	}

	/**
	 * Takes true and false only; no text or number that looks like one.
	 *
	 * @return true|WP_Error
	 */
	public static function validate_flag( mixed $value ): bool|WP_Error {
		if ( is_bool( $value ) ) {
			return true;
		}

		return new WP_Error( 'rest_invalid_type', __( 'This must be true or false.', 'multisafepay-payment-links' ) );
	}

	/**
	 * Returns the schema of `GET /orders/{id}/draft`.
	 *
	 * @param array<string, mixed> $values  Further values, by name.
	 * @param array<string, mixed> $options Further options, by name.
	 * @return Schema
	 */
	public function draft( array $values = [], array $options = [] ): array {
		$text  = [ 'type' => 'string' ];
		$named = fn ( string $key ): array => $this->list_of(
			[
				$key   => $text,
				'name' => $text,
			]
		);

		return [
			'$schema'              => 'http://json-schema.org/draft-04/schema#',
			'title'                => 'multisafepay_payment_link_draft',
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => [
				'values'   => $this->an_object( $this->fields() + $values ),
				'options'  => $this->an_object(
					[
						'sites'     => $this->list_of(
							[
								'id'          => $text,
								'label'       => $text,
								'environment' => $text,
								'is_default'  => [ 'type' => 'boolean' ],
								'configured'  => [ 'type' => 'boolean' ],
								'order_id'    => $text,
							]
						),
						'locales'   => $named( 'code' ),
						'countries' => $named( 'code' ),
						'gateways'  => $named( 'id' ),
						'cart'      => $this->cart(),
					] + $options
				),
				'warnings' => $this->list_of(
					[
						'code'    => $text,
						'message' => $text,
					]
				),
			],
		];
	}

	/**
	 * Returns the arguments of the draft routes.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function draft_arguments(): array {
		return [
			'gateways' => [
				'type'        => 'string',
				'description' => 'A site: its payment methods for currency and amount are asked of MultiSafepay.',
			],
			'amount'   => [
				'type'    => 'integer',
				'minimum' => 0,
				'maximum' => 999_999_999_999,
			],
		];
	}

	/**
	 * Returns the schema of the cart as the customer will see it.
	 *
	 * @return Schema
	 */
	private function cart(): array {
		$cart = $this->an_object(
			[
				'items' => $this->list_of(
					[
						'name'     => [ 'type' => 'string' ],
						'quantity' => [ 'type' => 'number' ],
						'total'    => [
							'type'        => 'integer',
							'description' => 'With tax, in the currency’s smallest unit.',
						],
					]
				),
				'total' => [ 'type' => 'integer' ],
			]
		);

		return [ 'type' => [ 'object', 'null' ] ] + $cart;
	}

	/**
	 * Returns the schema of the payer.
	 *
	 * @return Schema
	 */
	public function customer(): array {
		return $this->an_object( array_fill_keys( [ ...self::ADDRESS, ...self::PAYER ], [ 'type' => [ 'string', 'null' ] ] ) );
	}

	/**
	 * Returns every field of the create body.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private function fields(): array {
		$flag     = [ 'type' => 'boolean' ];
		$text     = [ 'type' => 'string' ];
		$optional = [ 'type' => [ 'string', 'null' ] ];
		$number   = [
			'type'    => [ 'integer', 'null' ],
			'maximum' => 999_999_999_999,
		];

		return [
			'site'            => $text,
			'order_id'        => $optional,
			'amount'          => [
				'type'        => 'integer',
				'maximum'     => 999_999_999_999,
				'description' => 'In the currency’s smallest unit.',
			],
			'currency'        => $text,
			'description'     => $text,
			'days_active'     => $number,
			'seconds_active'  => $number,
			'second_chance'   => $flag,
			'gateway'         => $optional,
			'customer'        => $this->customer(),
			'delivery'        => [ 'type' => [ 'object', 'null' ] ] + $this->an_object( array_fill_keys( self::ADDRESS, $optional ) ),
			'include_cart'    => $flag,
			'redirect_url'    => $optional,
			'cancel_url'      => $optional,
			'note'            => $optional,
			'confirm_paid'    => $flag + [ 'description' => 'The customer may pay more than the order still owes.' ],
			'idempotency_key' => $text,
		];
	}

	/**
	 * Returns the schema of an object without other fields.
	 *
	 * @param array<string, mixed> $properties By name.
	 * @return Schema
	 */
	private function an_object( array $properties ): array {
		return [
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => $properties,
		];
	}

	/**
	 * Returns the schema of a list of objects.
	 *
	 * @param array<string, mixed> $properties By name.
	 * @return Schema
	 */
	public function list_of( array $properties ): array {
		return [
			'type'  => 'array',
			'items' => $this->an_object( $properties ),
		];
	}
}
