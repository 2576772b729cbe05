<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Presentation;

use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\Permissions;
use MultiSafepay\PaymentLinks\Shared\Rest\RequestBody;
use Throwable;
use WP_Error;
use WP_REST_Request;

/**
 * Permission checks of the routes of one order or one link.
 */
final class LinkPermissions {

	public function __construct(
		private readonly Permissions $permissions,
		private readonly LinkStore $links,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return true|WP_Error
	 */
	public function check_order( WP_REST_Request $request ): bool|WP_Error {
		return $this->permissions->check_order( RequestBody::id( $request, 'wc_order_id' ) );
	}

	/**
	 * Requires the permission to edit the link's order. Users without the capability cannot find out which links exist.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return true|WP_Error
	 */
	public function check_link( WP_REST_Request $request ): bool|WP_Error {
		$permission = $this->permissions->check_links();
		if ( true !== $permission ) {
			return $permission;
		}

		try {
			$link = $this->links->find( RequestBody::id( $request ) ) ?? throw new LinkNotFound();
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}

		return $this->permissions->check_order( $link->wc_order_id );
	}

	/**
	 * Also allows shop managers to use the links of deleted orders, which may still be paid.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return true|WP_Error
	 */
	public function check_link_of_any_order( WP_REST_Request $request ): bool|WP_Error {
		$permission = $this->check_link( $request );

		return $permission instanceof WP_Error
			&& 'rest_order_not_found' === $permission->get_error_code()
			&& $this->permissions->can_manage_settings()
			? true
			: $permission;
	}
}
