<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sharing\Rest;

use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkPresenter;
use MultiSafepay\PaymentLinks\Shared\Application\InputBag;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\RequestBody;
use MultiSafepay\PaymentLinks\Sharing\Application\SendLink;
use MultiSafepay\PaymentLinks\Sharing\Domain\ShareChannel;
use Throwable;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `POST /links/{id}/email` and `POST /links/{id}/share`.
 */
final class ShareController {

	public function __construct(
		private readonly SendLink $send,
		private readonly LinkPresenter $presenter,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function email( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->respond(
			function () use ( $request ): PaymentLink {
				$body = RequestBody::fields( $request, [ 'to', 'message' ] );
				// InputBag would trim the values, but a line break at the end of an address must be rejected.
				$to      = is_string( $body['to'] ?? null ) ? $body['to'] : '';
				$message = is_string( $body['message'] ?? null ) ? $body['message'] : '';

				return $this->send->email(
					RequestBody::id( $request ),
					$to,
					$message,
					Actor::staff( get_current_user_id() )
				);
			}
		);
	}

	/**
	 * Records a message that was sent outside the shop.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function share( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->respond(
			function () use ( $request ): PaymentLink {
				$channel = ShareChannel::tryFrom(
					( new InputBag( RequestBody::fields( $request, [ 'channel' ] ) ) )->text( 'channel' )
				);
				if ( null === $channel || ShareChannel::Email === $channel ) {
					throw new InvalidValue( 'channel', 'invalid_choice', [ 'choices' => 'whatsapp, sms, copy' ] );
				}

				return $this->send->share(
					RequestBody::id( $request ),
					$channel,
					Actor::staff( get_current_user_id() )
				);
			}
		);
	}

	/**
	 * @param callable(): PaymentLink $send
	 */
	private function respond( callable $send ): WP_REST_Response|WP_Error {
		try {
			return new WP_REST_Response( $this->presenter->one( $send() ) );
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}
	}
}
