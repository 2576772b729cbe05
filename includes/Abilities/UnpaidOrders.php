<?php
/**
 * Orders that nobody can pay by a link.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Abilities;

use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Storage\NewestLinks;
use WC_Order;

/**
 * Finds orders that wait for payment and have no open link: the links of a page of orders are read by one query.
 */
final class UnpaidOrders {

	private const USUAL     = 20;
	private const MOST      = 100;
	private const PAGE      = 100;
	private const MAX_PAGES = 20;

	/**
	 * Takes the links and the clock.
	 */
	public function __construct(
		private readonly NewestLinks $links,
		private readonly Clock $clock,
	) {}

	/**
	 * Returns the orders, newest first.
	 *
	 * @param int $limit At most so many; 0 for the usual number.
	 * @return list<array{wc_order_id: int, wc_order_number: string, total: string, currency: string, created_at: string, last_link_status: string|null}>
	 */
	public function find( int $limit ): array {
		$limit = $limit < 1 ? self::USUAL : min( $limit, self::MOST );
		$found = [];
		for ( $page = 1; $page <= self::MAX_PAGES; $page++ ) {
			$orders = wc_get_orders( [ 'type' => 'shop_order', 'status' => 'pending', 'limit' => self::PAGE, 'page' => $page, 'orderby' => 'ID', 'order' => 'DESC' ] );
			$orders = array_values( array_filter( is_array( $orders ) ? $orders : [], static fn ( mixed $order ): bool => $order instanceof WC_Order ) );
			$found  = [ ...$found, ...$this->without_open_link( $orders ) ];
			if ( count( $orders ) < self::PAGE || count( $found ) >= $limit ) {
				break;
			}
		}

		return array_slice( $found, 0, $limit );
	}

	/**
	 * Returns the schema of the input.
	 *
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
					'maximum' => self::MOST,
					'default' => self::USUAL,
				],
			],
		];
	}

	/**
	 * Returns the schema of the output.
	 *
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
	 * Leaves out orders whose newest link can be paid.
	 *
	 * @param list<WC_Order> $orders Orders.
	 * @return list<array{wc_order_id: int, wc_order_number: string, total: string, currency: string, created_at: string, last_link_status: string|null}>
	 */
	private function without_open_link( array $orders ): array {
		$now    = $this->clock->now();
		$newest = $this->links->of_orders( array_map( static fn ( WC_Order $order ): int => $order->get_id(), $orders ) );
		$found  = [];
		foreach ( $orders as $order ) {
			$status = ( $newest[ $order->get_id() ] ?? null )?->link->status_at( $now );
			if ( true !== $status?->is_open() ) {
				$found[] = [
					'wc_order_id'      => $order->get_id(),
					'wc_order_number'  => (string) $order->get_order_number(),
					'total'            => wc_format_decimal( $order->get_total(), wc_get_price_decimals() ),
					'currency'         => $order->get_currency(),
					'created_at'       => (string) $order->get_date_created()?->format( 'c' ),
					'last_link_status' => $status?->value,
				];
			}
		}

		return $found;
	}
}
