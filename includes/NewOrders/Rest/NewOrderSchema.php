<?php
/**
 * The schema of phone orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

/**
 * The create body with what an order needs beside its link, and the draft with what a person may choose from.
 */
final class PhoneOrderSchema {

	/**
	 * Takes the schema of the create body.
	 */
	public function __construct( private readonly CreateSchema $create_schema ) {}

	/**
	 * Returns the arguments of `POST /links`. What is missing is the draft's.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function arguments(): array {
		return $this->create_schema->arguments() + [
			'customer_id' => [
				'type'              => 'integer',
				'description'       => 'Account in the shop, 0 for a guest.',
				'validate_callback' => [ CreateSchema::class, 'validate_number' ],
			],
			'tax_class'   => [
				'type'        => 'string',
				'description' => 'Slug of a tax class, empty for the standard one, `none` for no tax.',
			],
		];
	}

	/**
	 * Returns the arguments of `GET /links/draft`.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function draft_arguments(): array {
		return $this->create_schema->draft_arguments() + [
			'currency' => [
				'type'        => 'string',
				'description' => 'Of the amount; the shop’s own when it is missing.',
			],
		];
	}

	/**
	 * Returns the schema of `GET /links/draft`.
	 *
	 * @return array<string, mixed>
	 */
	public function draft(): array {
		$text = [ 'type' => 'string' ];

		return $this->create_schema->draft(
			[
				'customer_id' => [ 'type' => 'integer' ],
				'tax_class'   => $text,
			],
			[
				'currencies'  => $this->create_schema->list_of(
					[
						'code'     => $text,
						'name'     => $text,
						'decimals' => [ 'type' => 'integer' ],
					]
				),
				'tax_classes' => $this->create_schema->list_of(
					[
						'slug' => $text,
						'name' => $text,
					]
				),
			]
		);
	}

	/**
	 * Returns the schema of a customer who was found.
	 *
	 * @return array<string, mixed>
	 */
	public function customer(): array {
		return [
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'multisafepay_payment_link_customer',
			'type'       => 'object',
			'properties' => [
				'id'       => [
					'type'        => 'integer',
					'description' => 'Account in the shop, 0 for a guest.',
				],
				'name'     => [ 'type' => 'string' ],
				'email'    => [ 'type' => 'string' ],
				'is_guest' => [ 'type' => 'boolean' ],
				'orders'   => [
					'type'        => 'integer',
					'description' => 'Left out where it is not known.',
				],
				'customer' => $this->create_schema->customer(),
			],
		];
	}
}
