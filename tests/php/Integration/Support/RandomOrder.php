<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support;

use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use RuntimeException;
use WC_Order;
use WC_Order_Item_Fee;
use WC_Order_Refund;

/**
 * A random order with an open link and up to two other links, and the amount due that follows from the values it was
 * created with. The calculation here uses whole numbers of 1/10,000 of the main unit.
 */
final class RandomOrder {

	private const STATUSES = [
		'pending', 'processing', 'on-hold', 'completed', 'cancelled', 'refunded', 'failed', 'quote-sent', 'trash',
	];

	private const CLOSED_LINKS = [ 'completed', 'partial_refunded', 'refunded', 'chargeback', 'cancelled' ];

	private const EXACT = 10_000;

	private static int $number = 0;

	private function __construct(
		public readonly int $id,
		public readonly string $status,
		public readonly bool $is_paid,
		public readonly int $due,
		public readonly bool $is_stale,
		public readonly int $open_link_id,
		public readonly string $description,
	) {}

	public static function register_statuses(): void {
		register_post_status( 'wc-quote-sent' );
		add_filter(
			'wc_order_statuses',
			static fn ( array $all ): array => $all + [ 'wc-quote-sent' => 'Quote sent' ]
		);
	}

	/**
	 * @param int $decimals Number of decimals of the shop's prices.
	 */
	public static function create( SeededRandom $random, int $decimals ): self {
		$currency = [ 'EUR', 'EUR', 'USD', 'JPY', 'KWD' ][ $random->between( 0, 4 ) ];
		$status   = self::STATUSES[ $random->between( 0, count( self::STATUSES ) - 1 ) ];
		$unit     = 10 ** ( 4 - $decimals );
		$total    = $random->once_in( 12 ) ? 0 : $random->between( 1, intdiv( 2_000_000, $unit ) ) * $unit;
		$refunds  = [];
		for ( $i = $random->between( 0, 5 ); $i > 3; $i-- ) {
			$refunds[] = $random->between( 1, max( 1, intdiv( $total, 2 * $unit ) ) ) * $unit;
		}
		$method      = [ '', 'cod', 'bacs', 'stripe' ][ $random->between( 0, 3 ) ];
		$transaction = $random->once_in( 3 ) ? 'T-' . $random->between( 1, 99_999 ) : '';
		$date_paid   = $random->once_in( 3 );

		$order = self::save_order( $random, $currency, $status, $total, $method, $transaction, $date_paid );
		foreach ( $refunds as $refund ) {
			self::save_refund( $order, $refund );
		}
		if ( 'trash' === $status ) {
			$order->delete();
		}

		$exponent = ( new Currency( $currency ) )->exponent();
		$received = self::save_links( $random, $order->get_id(), $currency );
		$needs    = in_array( $status, [ 'pending', 'failed' ], true ) && $total > 0;
		$is_prepaid = in_array( $status, [ 'processing', 'completed' ], true )
			&& ! ( 'cod' === $method && '' === $transaction );
		$is_paid  = ! $needs && ( $date_paid || $is_prepaid );
		$due      = $is_paid
			? 0
			: max( 0, self::rounded( $total - array_sum( $refunds ), $exponent ) - $received );

		return self::with_open_link(
			$random,
			$order->get_id(),
			$status,
			$is_paid,
			$due,
			$currency,
			sprintf(
				'%s %s, total %d, refunds %s, received %d, method "%s", transaction "%s", %s',
				$status,
				$currency,
				$total,
				implode( '+', $refunds ),
				$received,
				$method,
				$transaction,
				$date_paid ? 'date paid' : 'no date paid'
			)
		);
	}

	private static function save_order(
		SeededRandom $random,
		string $currency,
		string $status,
		int $total,
		string $method,
		string $transaction,
		bool $date_paid,
	): WC_Order {
		$order = new WC_Order();
		$order->set_currency( $currency );
		$order->set_created_via( [ 'checkout', 'admin', 'rest-api', 'import' ][ $random->between( 0, 3 ) ] );
		if ( $random->once_in( 4 ) ) {
			$item = new WC_Order_Item_Fee();
			$item->set_name( 'Fee' );
			$item->set_total( self::decimal( $total ) );
			$order->add_item( $item );
		}
		$order->set_payment_method( $method );
		$order->set_transaction_id( $transaction );
		$order->set_total( self::decimal( $total ) );
		// As if it were read from the database: no email, stock change or refund because of the new status.
		$order->set_object_read( false );
		$order->set_status( 'trash' === $status ? 'pending' : $status );
		$order->set_date_paid( $date_paid ? time() : null );
		$order->set_object_read( true );
		$order->save();

		return $order;
	}

	private static function save_refund( WC_Order $order, int $amount ): void {
		$refund = new WC_Order_Refund();
		$refund->set_parent_id( $order->get_id() );
		$refund->set_currency( $order->get_currency() );
		$refund->set_amount( self::decimal( $amount ) );
		$refund->set_total( '-' . self::decimal( $amount ) );
		$refund->save();
	}

	/**
	 * Stores up to two links that are not open and returns what was received through them.
	 */
	private static function save_links( SeededRandom $random, int $wc_order_id, string $currency ): int {
		$received = 0;
		for ( $i = $random->between( 0, 2 ); $i > 0; $i-- ) {
			$status   = self::CLOSED_LINKS[ $random->between( 0, 4 ) ];
			$amount   = $random->between( 1, 90_000 );
			$refunded = match ( $status ) {
				'partial_refunded' => $random->between( 1, $amount ),
				'refunded' => $amount,
				default => 0,
			};
			$is_test  = $random->once_in( 5 );
			self::insert( $wc_order_id, $currency, $status, $amount, $refunded, $is_test ? 'test' : 'live', 'full', 0 );
			$counts    = ! $is_test && in_array( $status, [ 'completed', 'partial_refunded' ], true );
			$received += $counts ? $amount - $refunded : 0;
		}

		return $received;
	}

	private static function with_open_link(
		SeededRandom $random,
		int $wc_order_id,
		string $status,
		bool $is_paid,
		int $due,
		string $currency,
		string $description,
	): self {
		$kind         = $random->once_in( 2 ) ? 'full' : 'partial';
		$due_before   = $random->once_in( 3 ) ? $random->between( 0, 90_000 ) : $due;
		$amount       = $random->once_in( 3 ) ? $random->between( 1, 90_000 ) : max( 1, $due );
		$open_link_id = self::insert( $wc_order_id, $currency, 'active', $amount, 0, 'live', $kind, $due_before );
		$is_stale     = $due !== $due_before && ( 'full' === $kind ? $amount !== $due : $amount > $due );

		return new self(
			$wc_order_id,
			$status,
			$is_paid,
			$due,
			'trash' !== $status && $is_stale,
			$open_link_id,
			"$description, $kind link of $amount, due was $due_before"
		);
	}

	private static function insert(
		int $wc_order_id,
		string $currency,
		string $status,
		int $amount,
		int $refunded,
		string $environment,
		string $kind,
		int $due,
	): int {
		++self::$number;
		$number      = self::$number;
		$is_inserted = Db::wpdb()->insert(
			Db::wpdb()->prefix . 'multisafepay_payment_links',
			[
				'wc_order_id'     => $wc_order_id,
				'wc_order_number' => (string) $wc_order_id,
				'site'            => 'main',
				'environment'     => $environment,
				'key_fingerprint' => '0123456789abcdef',
				'order_id'        => "RANDOM-$wc_order_id-$number",
				'number'          => $number,
				'status'          => $status,
				'reason'          => 'created',
				'amount'          => $amount,
				'currency'        => $currency,
				'kind'            => $kind,
				'due'             => $due,
				'first_name'      => '',
				'last_name'       => '',
				'email'           => '',
				'details'         => '{}',
				'created_at'      => gmdate( 'Y-m-d H:i:s' ),
				'changed_at'      => gmdate( 'Y-m-d H:i:s' ),
				'expires_at'      => gmdate( 'Y-m-d H:i:s', time() + 86_400 ),
				'created_by'      => 0,
				'refunded'        => $refunded,
			]
		);
		if ( 1 !== $is_inserted ) {
			throw new RuntimeException( Db::wpdb()->last_error );
		}

		return Db::wpdb()->insert_id;
	}

	private static function decimal( int $exact ): string {
		return sprintf( '%d.%04d', intdiv( $exact, self::EXACT ), $exact % self::EXACT );
	}

	/**
	 * Rounds half up to the smallest unit of a currency.
	 */
	private static function rounded( int $exact, int $exponent ): int {
		$divisor = intdiv( self::EXACT, 10 ** $exponent );

		return intdiv( max( 0, $exact ) + intdiv( $divisor, 2 ), $divisor );
	}
}
