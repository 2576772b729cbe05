<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Abilities;

use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use WC_Order;

/**
 * Finds orders that are waiting for payment and have no open link. One query reads the links of each page of orders.
 */
final class UnpaidOrders {

	private const DEFAULT_LIMIT = 20;
	private const MAX_LIMIT     = 100;
	private const PAGE_SIZE     = 100;
	private const MAX_PAGES     = 20;

	public function __construct(
		private readonly LinkStore $links,
		private readonly Clock $clock,
	) {}

	/**
	 * Returns the orders, newest first.
	 *
	 * @param int $limit 0 for the default.
	 * @return list<array{
	 *     wc_order_id: int,
	 *     wc_order_number: string,
	 *     total: string,
	 *     currency: string,
	 *     created_at: string,
	 *     last_link_status: string|null,
	 * }>
	 */
	public function find( int $limit ): array {
		$limit = $limit < 1 ? self::DEFAULT_LIMIT : min( $limit, self::MAX_LIMIT );
		$found = [];
		for ( $page = 1; $page <= self::MAX_PAGES; $page++ ) {
			$orders = wc_get_orders( [
				'type' => 'shop_order',
				'status' => 'pending',
				'limit' => self::PAGE_SIZE,
				'page' => $page,
				'orderby' => 'ID',
				'order' => 'DESC',
			] );
			$orders = array_values( array_filter(
				is_array( $orders ) ? $orders : [],
				static fn ( mixed $order ): bool => $order instanceof WC_Order
			) );
			$found  = [ ...$found, ...$this->without_open_link( $orders ) ];
			if ( count( $orders ) < self::PAGE_SIZE || count( $found ) >= $limit ) {
				break;
			}
		}

		return array_slice( $found, 0, $limit );
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function input(): array {
		return [
			'type'                 => 'object',
			'default'              => [],
			'additionalProperties' => false,
			'properties'           => [
				'limit' => [
					'type'    => 'integer',
					'minimum' => 1,
					'maximum' => self::MAX_LIMIT,
					'default' => self::DEFAULT_LIMIT,
				],
			],
		];
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function output(): array {
		return [
			'type'  => 'array',
			'items' => [
				'type'       => 'object',
				'properties' => [
					'wc_order_id'      => [ 'type' => 'integer' ],
					'wc_order_number'  => [ 'type' => 'string' ],
					'total'            => [ 'type' => 'string' ],
					'currency'         => [ 'type' => 'string' ],
					'created_at'       => [ 'type' => 'string' ],
					'last_link_status' => [ 'type' => [ 'string', 'null' ] ],
				],
			],
		];
	}

	/**
	 * Removes orders with an open link.
	 *
	 * @param list<WC_Order> $orders
	 * @return list<array{
	 *     wc_order_id: int,
	 *     wc_order_number: string,
	 *     total: string,
	 *     currency: string,
	 *     created_at: string,
	 *     last_link_status: string|null,
	 * }>
	 */
	private function without_open_link( array $orders ): array {
		$this->links->preload( array_map( static fn ( WC_Order $order ): int => $order->get_id(), $orders ) );
		$found = [];
		foreach ( $orders as $order ) {
			$statuses = $this->statuses( $order->get_id() );
			if ( [] === array_filter( $statuses, static fn ( LinkStatus $status ): bool => $status->is_open() ) ) {
				$found[] = [
					'wc_order_id'      => $order->get_id(),
					'wc_order_number'  => (string) $order->get_order_number(),
					'total'            => wc_format_decimal( $order->get_total(), wc_get_price_decimals() ),
					'currency'         => $order->get_currency(),
					'created_at'       => (string) $order->get_date_created()?->format( 'c' ),
					'last_link_status' => ( $statuses[0] ?? null )?->value,
				];
			}
		}

		return $found;
	}

	/**
	 * Returns the current statuses of an order's links, newest first. Failed links do not count.
	 *
	 * @return list<LinkStatus>
	 */
	private function statuses( int $wc_order_id ): array {
		$now = $this->clock->now();

		return array_values( array_filter(
			array_map(
				static fn ( PaymentLink $link ): LinkStatus => $link->status_at( $now ),
				$this->links->of_order( $wc_order_id )
			),
			static fn ( LinkStatus $status ): bool => LinkStatus::Failed !== $status
		) );
	}
}
