<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\NewOrders\Rest;

use MultiSafepay\PaymentLinks\Links\Presentation\CreateSchema;

/**
 * REST arguments and schemas of phone orders, duplicates and the customer search.
 */
final class NewOrderSchema {

	public const CUSTOMERS_PER_PAGE     = 10;
	private const MAX_CUSTOMERS_PER_PAGE = 50;

	/**
	 * Returns the arguments of `POST /links`. Missing values default to the draft.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function phone_order_arguments(): array {
		return CreateSchema::arguments() + [
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
	 * Returns the arguments of `POST /orders/{id}/duplicate`. The amount is always that of the original order.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function duplicate_arguments(): array {
		return array_diff_key( CreateSchema::arguments(), array_flip( [ 'amount', 'currency', 'confirm_amount' ] ) ) + [
			'confirm_stock' => CreateSchema::flag( 'Copies the order although goods are short.' ),
		];
	}

	/**
	 * Returns the arguments of `GET /links/draft`.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function draft_arguments(): array {
		return CreateSchema::draft_arguments() + [
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
	public static function draft(): array {
		$text = [ 'type' => 'string' ];

		return CreateSchema::draft(
			[
				'customer_id' => [ 'type' => 'integer' ],
				'tax_class'   => $text,
			],
			[
				'currencies'  => CreateSchema::list_of(
					[
						'code'     => $text,
						'name'     => $text,
						'decimals' => [ 'type' => 'integer' ],
					]
				),
				'tax_classes' => CreateSchema::list_of(
					[
						'slug' => $text,
						'name' => $text,
					]
				),
			]
		);
	}

	/**
	 * Returns the schema of one result of `GET /customers`.
	 *
	 * @return array<string, mixed>
	 */
	public static function customer(): array {
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
				'customer' => CreateSchema::customer(),
			],
		];
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	public static function customers_arguments(): array {
		return [
			// Not `required`: WordPress would validate it before checking the permission.
			'search'   => [
				'type'        => 'string',
				'description' => 'The beginning of an e-mail address or of one of the names.',
			],
			'per_page' => [
				'type'    => 'integer',
				'minimum' => 1,
				'maximum' => self::MAX_CUSTOMERS_PER_PAGE,
				'default' => self::CUSTOMERS_PER_PAGE,
			],
		];
	}
}
