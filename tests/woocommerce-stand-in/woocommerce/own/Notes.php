<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\StandIn\Shop;

use WC_Order;
use WP_Comment;
use WP_Comment_Query;

final class Notes {

	private const TYPE = 'order_note';

	public static function register(): void {
		add_action( 'pre_get_comments', [ self::class, 'exclude_notes' ] );
	}

	/**
	 * Excludes order notes from comment queries that do not request them.
	 */
	public static function exclude_notes( WP_Comment_Query $query ): void {
		if ( ! in_array( self::TYPE, (array) ( $query->query_vars['type'] ?? '' ), true ) ) {
			$query->query_vars['type__not_in'] = array_merge( array_filter( (array) ( $query->query_vars['type__not_in'] ?? [] ) ), [ self::TYPE ] );
		}
	}

	/**
	 * @param array<string, mixed> $meta
	 *
	 * @return int The note's ID, or 0 when it was not added.
	 */
	public static function add( WC_Order $order, string $note, bool $for_customer, bool $by_user, array $meta ): int {
		if ( $order->get_id() === 0 ) {
			return 0;
		}
		$user = $by_user ? wp_get_current_user() : null;
		$id   = (int) wp_insert_comment(
			apply_filters(
				'woocommerce_new_order_note_data',
				[
					'comment_post_ID'      => $order->get_id(),
					'comment_author'       => $user === null ? 'WooCommerce' : $user->display_name,
					'comment_author_email' => $user === null ? 'woocommerce@noreply.test' : $user->user_email,
					'comment_author_url'   => '',
					'comment_content'      => $note,
					'comment_agent'        => 'WooCommerce',
					'comment_type'         => self::TYPE,
					'comment_parent'       => 0,
					'comment_approved'     => 1,
				],
				[ 'order_id' => $order->get_id(), 'is_customer_note' => $for_customer ]
			)
		);
		if ( $for_customer ) {
			add_comment_meta( $id, 'is_customer_note', 1 );
			do_action( 'woocommerce_new_customer_note', [ 'order_id' => $order->get_id(), 'customer_note' => $note ] );
		}
		foreach ( array_filter( $meta, 'is_scalar' ) as $key => $value ) {
			update_comment_meta( $id, sanitize_key( (string) $key ), sanitize_text_field( (string) $value ) );
		}
		do_action( 'woocommerce_order_note_added', $id, $order );
		return $id;
	}

	/**
	 * @param string $type `internal`, `customer` or empty for both.
	 *
	 * @return list<WP_Comment> Newest first.
	 */
	public static function comments( int $order_id, string $type = '', int $limit = 0, string $order = 'DESC' ): array {
		$query = [ 'post_id' => $order_id, 'type' => self::TYPE, 'approve' => 'approve', 'orderby' => [ 'comment_date_gmt' => $order, 'comment_ID' => $order ], 'number' => $limit > 0 ? $limit : '' ];
		if ( $type !== '' ) {
			$query['meta_query'] = [ [ 'key' => 'is_customer_note', 'compare' => $type === 'customer' ? 'EXISTS' : 'NOT EXISTS' ] ];
		}
		return array_values( get_comments( $query ) );
	}

	public static function to_object( WP_Comment $comment ): object {
		return (object) [
			'id'            => (int) $comment->comment_ID,
			'date_created'  => wc_string_to_datetime( $comment->comment_date_gmt . '+00:00' ),
			'content'       => $comment->comment_content,
			'customer_note' => (bool) get_comment_meta( (int) $comment->comment_ID, 'is_customer_note', true ),
			'added_by'      => $comment->comment_author === 'WooCommerce' ? 'system' : $comment->comment_author,
			'order_id'      => (int) $comment->comment_post_ID,
		];
	}
}
