<?php
/**
 * Who may touch a link.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use Throwable;
use WP_Error;
use WP_REST_Request;

/**
 * Permission checks of the routes that make something of an order or of a link; both must be there.
 */
final class LinkGuard {

	/**
	 * Takes the rules.
	 */
	public function __construct(
		private readonly RouteGuard $guard,
		private readonly PaymentLinkStore $links,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Allows people who handle payment links and may edit this order.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request With `wc_order_id` in its address.
	 * @return true|WP_Error
	 */
	public function may_touch_order( WP_REST_Request $request ): bool|WP_Error {
		return $this->guard->manages_links_of( self::id( $request, 'wc_order_id' ) );
	}

	/**
	 * Allows people who handle payment links and may edit the link's order. Someone without the capability learns
	 * nothing about which links exist.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request With `id` in its address.
	 * @return true|WP_Error
	 */
	public function may_touch_link( WP_REST_Request $request ): bool|WP_Error {
		$allowed = $this->guard->manages_links();
		if ( true !== $allowed ) {
			return $allowed;
		}

		try {
			$link = $this->links->find( self::id( $request, 'id' ) ) ?? throw new LinkNotFound();
		} catch ( Throwable $failure ) {
			return $this->errors->of( $failure );
		}

		return $this->guard->manages_links_of( $link->wc_order_id );
	}

	/**
	 * Returns an id out of the address.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	public static function id( WP_REST_Request $request, string $name ): int {
		$id = $request->get_url_params()[ $name ] ?? 0;

		return is_numeric( $id ) ? (int) $id : 0;
	}

	/**
	 * Returns the argument for an id.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function id_argument( string $name ): array {
		return [
			$name => [
				'type'     => 'integer',
				'minimum'  => 1,
				'required' => true,
			],
		];
	}
}
