<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Payments\Rest;

use MultiSafepay\PaymentLinks\Links\Presentation\LinkPresenter;
use MultiSafepay\PaymentLinks\Payments\Application\AcknowledgeAlert;
use MultiSafepay\PaymentLinks\Shared\Application\InputBag;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\RequestBody;
use Throwable;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * `POST /links/{id}/acknowledge`.
 */
final class AcknowledgeController {

	public const ARGUMENTS = [
		'note'           => [
			'type'      => 'string',
			'maxLength' => 200,
		],
		'accept_payment' => [
			'type'        => 'boolean',
			'description' => 'Whether to mark the order as paid with this payment.',
		],
	];

	public function __construct(
		private readonly AcknowledgeAlert $acknowledge,
		private readonly LinkPresenter $presenter,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function acknowledge( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			$values = new InputBag( RequestBody::fields( $request, array_keys( self::ARGUMENTS ) ) );

			return new WP_REST_Response( $this->presenter->one( $this->acknowledge->acknowledge(
				RequestBody::id( $request ),
				sanitize_textarea_field( $values->text( 'note' ) ),
				$values->boolean( 'accept_payment' ),
				Actor::staff( get_current_user_id() )
			) ) );
		} catch ( Throwable $failure ) {
			return $this->errors->from( $failure );
		}
	}
}
