<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Rest;

use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelLink;
use MultiSafepay\PaymentLinks\Links\Application\EventLog;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\LinkMessages;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkPresenter;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Orders\WooCommerce\CustomerPhone;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\RequestBody;
use Throwable;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `GET /links/{id}` and `POST /links/{id}/cancel`.
 */
final class LinksController {

	public function __construct(
		private readonly LinkStore $links,
		private readonly EventLog $events,
		private readonly CancelLink $cancellation,
		private readonly LinkPresenter $presenter,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Returns a link with its events.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function get_item( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			$link = $this->links->find( RequestBody::id( $request ) ) ?? throw new LinkNotFound();

			return new WP_REST_Response( $this->presenter->with_events(
				$link,
				$this->events->of_link( $link->id ),
				CustomerPhone::of_order( $link->wc_order_id )
			) );
		} catch ( Throwable $failure ) {
			return $this->errors->from_read( $failure );
		}
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function cancel( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			RequestBody::fields( $request, [] );

			return new WP_REST_Response( $this->presenter->one( $this->cancellation->cancel(
				RequestBody::id( $request ),
				Actor::staff( get_current_user_id() )
			) ) );
		} catch ( ProviderUnavailable ) {
			return new WP_Error(
				'multisafepay_unavailable',
				LinkMessages::cancellation_unanswered(),
				[ 'status' => 502 ]
			);
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}
	}
}
