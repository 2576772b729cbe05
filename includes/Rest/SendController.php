<?php
/**
 * Routes of sending.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Application\FormValues;
use MultiSafepay\PaymentLinks\Application\SendLink;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Domain\PersonalMessage;
use MultiSafepay\PaymentLinks\Domain\SentBy;
use Throwable;
use WP_Error;
use WP_REST_Controller;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * `POST /links/{id}/email`, `POST /links/{id}/share`.
 */
final class SendController extends WP_REST_Controller {

	/**
	 * Takes the use case.
	 */
	public function __construct(
		private readonly LinkGuard $guard,
		private readonly SendLink $send,
		private readonly LinkPresenter $presenter,
		private readonly LinkSchema $link_schema,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$arguments = [
			'email' => [
				'to'      => [
					'type'        => 'string',
					'description' => 'One e-mail address.',
				],
				'message' => [
					'type'        => 'string',
					'description' => sprintf( 'Plain text, at most %d characters.', PersonalMessage::MAX_LENGTH ),
				],
			],
			'share' => [
				'channel' => [
					'type'        => 'string',
					'description' => 'whatsapp, sms or copy.',
				],
			],
		];
		foreach ( $arguments as $verb => $fields ) {
			register_rest_route(
				RestNamespace::V1,
				'/links/(?P<id>\d+)/' . $verb,
				[
					'args'   => LinkGuard::id_argument( 'id' ),
					[
						'methods'             => WP_REST_Server::CREATABLE,
						'callback'            => [ $this, $verb ],
						'permission_callback' => [ $this->guard, 'may_touch_link' ],
						'args'                => $fields,
					],
					'schema' => [ $this->link_schema, 'link' ],
				]
			);
		}
	}

	/**
	 * Sends the link by e-mail.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	public function email( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer(
			function () use ( $request ): PaymentLink {
				$body = RequestErrors::body( $request, [ 'to', 'message' ] );
				// As they came: FormValues trims, and a line break at the end of an address is no typing mistake.
				$to      = is_string( $body['to'] ?? null ) ? $body['to'] : '';
				$message = is_string( $body['message'] ?? null ) ? $body['message'] : '';

				return $this->send->email( LinkGuard::id( $request, 'id' ), $to, $message, Actor::staff( get_current_user_id() ) );
			}
		);
	}

	/**
	 * Notes that staff shared the link.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request.
	 */
	public function share( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->answer(
			function () use ( $request ): PaymentLink {
				$channel = SentBy::tryFrom( ( new FormValues( RequestErrors::body( $request, [ 'channel' ] ) ) )->text( 'channel' ) );
				if ( null === $channel || SentBy::Email === $channel ) {
					throw new InvalidValue( 'channel', 'invalid_choice', [ 'choices' => 'whatsapp, sms, copy' ] );
				}

				return $this->send->share( LinkGuard::id( $request, 'id' ), $channel, Actor::staff( get_current_user_id() ) );
			}
		);
	}

	/**
	 * Answers with the link as it then is.
	 *
	 * @param callable(): PaymentLink $send Sends it.
	 */
	private function answer( callable $send ): WP_REST_Response|WP_Error {
		try {
			return new WP_REST_Response( $this->presenter->one( $send() ) );
		} catch ( Throwable $failure ) {
			return $this->errors->of( $failure );
		}
	}
}
