<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Cli;

/**
 * Descriptions and arguments of the commands. Not translated, because WP-CLI's help is in English.
 */
final class CommandSynopses {

	private const FORMAT = [
		'type'        => 'assoc',
		'name'        => 'format',
		'optional'    => true,
		'default'     => 'table',
		'options'     => [ 'table', 'json', 'csv' ],
		'description' => 'How rows are printed.',
	];

	private const DRY_RUN = [
		'type'        => 'flag',
		'name'        => 'dry-run',
		'optional'    => true,
		'description' => 'Say what would be done, and do nothing.',
	];

	/**
	 * @return array<string, array{string, list<array<string, mixed>>}> Description and arguments by command.
	 */
	public static function all(): array {
		return [
			'list'      => [
				'Lists payment links, newest first.',
				[
					self::option( 'order', 'Only links of this order (WooCommerce\'s id).' ),
					self::option( 'status', 'Only links with this status, such as active.' ),
					self::option( 'limit', 'At most so many; 50 when left out.' ),
					self::FORMAT,
				],
			],
			'sync'      => [
				'Asks MultiSafepay how links stand: these, the ones that are due, or all that are not over.',
				[
					self::argument( 'link', 'Ids of links.', true, true ),
					self::flag( 'due', 'Only links that are due for a look, as the scheduled work does.' ),
					self::option( 'cap', 'Calls of MultiSafepay at most; 1000 when left out.' ),
					self::DRY_RUN,
					self::FORMAT,
				],
			],
			'create'    => [
				'Makes a payment link for an order. What is left out is prefilled from the order.',
				[
					self::argument( 'order', 'WooCommerce\'s id of the order.' ),
					self::option( 'amount', 'Decimal amount in the order\'s currency, such as 80.00.' ),
					self::option( 'site', 'Short name of the site.' ),
					self::option( 'days', 'Days that the link can be paid, 1 to 365.' ),
					self::option( 'description', 'What the customer reads.' ),
					self::option( 'order-id', 'MultiSafepay\'s order ID; generated when left out.' ),
					self::option( 'idempotency-key', 'The same key always gives the same link.' ),
					self::flag( 'confirm-amount', 'The customer may pay more than the order owes.' ),
					self::DRY_RUN,
					self::FORMAT,
				],
			],
			'duplicate' => [
				'Makes a link with the details of an existing one under a new order ID.',
				[
					self::argument( 'link', 'Id of the link.' ),
					self::option( 'idempotency-key', 'The same key always gives the same link.' ),
					self::flag( 'cancel-original', 'Cancel the existing link when the new one is there.' ),
					self::flag( 'confirm-amount', 'The customer may pay more than the order owes.' ),
					self::DRY_RUN,
					self::FORMAT,
				],
			],
			'batch'     => [
				'Creates, renews, cancels, emails or refreshes the links of many orders, or works on a running batch.',
				[
					self::argument( 'action', 'create, renew, cancel, email, refresh or work.' ),
					self::option( 'status', 'Statuses of orders, between commas; pending when left out.' ),
					self::option( 'older-than', 'Only orders made so long ago: 30m, 12h, 2d, 1w.' ),
					self::option( 'orders', 'These orders instead (WooCommerce\'s ids, between commas).' ),
					self::option( 'limit', 'At most so many orders.' ),
					self::option( 'site', 'Short name of the site of new links.' ),
					self::option( 'days', 'Days that new links can be paid, 1 to 365.' ),
					self::flag( 'send', 'Send new links to the customers by e-mail.' ),
					self::option( 'message', 'Personal message of the e-mails.' ),
					self::option( 'batch', 'Id of the batch to work on.' ),
					self::DRY_RUN,
					self::FORMAT,
				],
			],
			'cancel'    => [
				'Cancels links at MultiSafepay, so that nobody can pay them any more.',
				[
					self::argument( 'link', 'Ids of links.', false, true ),
					self::DRY_RUN,
					self::FORMAT,
				],
			],
		];
	}

	/**
	 * Returns a positional argument.
	 *
	 * @return array<string, bool|string>
	 */
	private static function argument(
		string $name,
		string $description,
		bool $is_optional = false,
		bool $is_repeating = false,
	): array {
		return [
			'type'        => 'positional',
			'name'        => $name,
			'optional'    => $is_optional,
			'repeating'   => $is_repeating,
			'description' => $description,
		];
	}

	/**
	 * Returns an optional named argument.
	 *
	 * @return array<string, bool|string>
	 */
	private static function option( string $name, string $description ): array {
		return [
			'type'        => 'assoc',
			'name'        => $name,
			'optional'    => true,
			'description' => $description,
		];
	}

	/**
	 * @return array<string, bool|string>
	 */
	private static function flag( string $name, string $description ): array {
		return [
			'type'        => 'flag',
			'name'        => $name,
			'optional'    => true,
			'description' => $description,
		];
	}
}
