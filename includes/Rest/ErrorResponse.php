<?php
/**
 * Errors of the routes.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Rest;

use MultiSafepay\PaymentLinks\Domain\Exception\CreationUnconfirmed;
use MultiSafepay\PaymentLinks\Domain\Exception\EmailFailed;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;
use MultiSafepay\PaymentLinks\Domain\Exception\InvalidValue;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotOpen;
use MultiSafepay\PaymentLinks\Domain\Exception\NotConfigured;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderAlreadyPaid;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderIdTaken;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderInProgress;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderNotFound;
use MultiSafepay\PaymentLinks\Domain\Exception\OrderWithoutLink;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderRefused;
use MultiSafepay\PaymentLinks\Domain\Exception\ProviderUnavailable;
use MultiSafepay\PaymentLinks\Domain\Exception\SiteChanged;
use MultiSafepay\PaymentLinks\Domain\Exception\StockGone;
use MultiSafepay\PaymentLinks\Domain\Exception\StorageFailed;
use Throwable;
use WP_Error;

/**
 * The only place that turns failures into `{code, message, data: {status, params?, error_code?}}`.
 */
final class ErrorResponse {

	/**
	 * Takes the words.
	 */
	public function __construct(
		private readonly FieldWords $field_words,
		private readonly ProviderWords $provider_words,
	) {}

	/**
	 * Returns the error of a failure that a route expects.
	 *
	 * @throws Throwable When nobody expected it.
	 */
	public function of( Throwable $failure ): WP_Error {
		return match ( true ) {
			$failure instanceof InvalidValue        => $this->invalid( [ $failure ] ),
			$failure instanceof InvalidFields       => $this->invalid( $failure->errors ),
			$failure instanceof OrderNotFound       => new WP_Error( 'rest_order_not_found', __( 'This order does not exist any more.', 'multisafepay-payment-links' ), [ 'status' => 404 ] ),
			$failure instanceof LinkNotFound        => new WP_Error( 'rest_link_not_found', __( 'This payment link does not exist.', 'multisafepay-payment-links' ), [ 'status' => 404 ] ),
			$failure instanceof LinkNotOpen         => $this->not_open( $failure ),
			$failure instanceof SiteChanged         => $this->not_configured( __( 'The API key of this link’s site has been replaced since; MultiSafepay cannot be asked about this link with another key.', 'multisafepay-payment-links' ) ),
			$failure instanceof NotConfigured       => $this->not_configured( __( 'No API key is set for this site. Add one in the settings.', 'multisafepay-payment-links' ) ),
			$failure instanceof OrderAlreadyPaid    => new WP_Error( 'order_already_paid', __( 'This order is paid already. Confirm that the customer pays once more.', 'multisafepay-payment-links' ), [ 'status' => 409 ] ),
			$failure instanceof OrderIdTaken        => $this->order_id_taken( $failure ),
			$failure instanceof ProviderRefused     => $this->refused( $failure ),
			$failure instanceof ProviderUnavailable => $this->unavailable( $failure ),
			$failure instanceof CreationUnconfirmed => $this->unconfirmed( $failure ),
			$failure instanceof StockGone           => $this->stock_gone( $failure ),
			$failure instanceof OrderInProgress     => new WP_Error( 'order_in_progress', __( 'This order is being made already. Look at the list of orders in a moment.', 'multisafepay-payment-links' ), [ 'status' => 409 ] ),
			$failure instanceof OrderWithoutLink    => $this->order_without_link( $failure ),
			$failure instanceof EmailFailed         => $this->email_failed( $failure ),
			$failure instanceof StorageFailed       => new WP_Error( 'storage_failed', __( 'The shop’s database did not answer. Press the button again in a moment: you will get one link, not two.', 'multisafepay-payment-links' ), [ 'status' => 503 ] ),
			default                                 => throw $failure,
		};
	}

	/**
	 * Returns the error of a route that only reads: there is no button to press again.
	 *
	 * @throws Throwable When nobody expected it.
	 */
	public function of_reading( Throwable $failure ): WP_Error {
		return $failure instanceof StorageFailed
			? new WP_Error( 'storage_failed', __( 'The shop’s database did not answer. Load the page again in a moment.', 'multisafepay-payment-links' ), [ 'status' => 503 ] )
			: $this->of( $failure );
	}

	/**
	 * Bad input.
	 *
	 * @param non-empty-list<InvalidValue> $errors By field.
	 */
	public function invalid( array $errors ): WP_Error {
		$params = [];
		foreach ( $errors as $error ) {
			$params[ $error->field ] ??= $this->words( $error );
		}

		return $this->invalid_words( $params );
	}

	/**
	 * Returns the words for one field.
	 */
	public function words( InvalidValue $error ): string {
		return $this->field_words->of( $error );
	}

	/**
	 * Bad input whose words are known.
	 *
	 * @param array<string, string> $params Words by field.
	 */
	public function invalid_words( array $params ): WP_Error {
		return new WP_Error(
			'rest_invalid_param',
			__( 'Please check the fields below.', 'multisafepay-payment-links' ),
			[
				'status' => 400,
				'params' => $params,
			]
		);
	}

	/**
	 * Somebody or something ended the link meanwhile.
	 */
	private function not_open( LinkNotOpen $failure ): WP_Error {
		$link = $failure->link;

		return new WP_Error(
			'link_not_open',
			match ( true ) {
				/* translators: %s: order ID of a link. */
				$link->status->was_paid() => sprintf( __( '%s has been paid meanwhile.', 'multisafepay-payment-links' ), $link->order_id->value ),
				/* translators: %s: order ID of a link. */
				default                   => sprintf( __( '%s is not open any more.', 'multisafepay-payment-links' ), $link->order_id->value ),
			},
			[
				'status'  => 409,
				'link_id' => $link->id,
			]
		);
	}

	/**
	 * The shop has less than the order would take.
	 */
	private function stock_gone( StockGone $failure ): WP_Error {
		return new WP_Error(
			'stock_gone',
			__( 'Not everything of this order is in stock. Confirm that you copy it all the same.', 'multisafepay-payment-links' ),
			[
				'status' => 409,
				'items'  => $failure->items,
			]
		);
	}

	/**
	 * The error of the link, with the order that is there now.
	 */
	private function order_without_link( OrderWithoutLink $failure ): WP_Error {
		$error = $this->of( $failure->failure );
		$data  = $error->get_error_data();
		$order = $failure->order;

		return new WP_Error(
			$error->get_error_code(),
			/* translators: 1: number of an order, 2: why its link was not made. */
			sprintf( __( 'Order %1$s is there, but it has no payment link yet. %2$s', 'multisafepay-payment-links' ), $order->number, $error->get_error_message() ),
			[
				...( is_array( $data ) ? $data : [] ),
				'wc_order_id'     => $order->id,
				'wc_order_number' => $order->number,
				'edit_url'        => $order->edit_url,
			]
		);
	}

	/**
	 * The e-mail was not handed over, and nothing is noted.
	 */
	private function email_failed( EmailFailed $failure ): WP_Error {
		return new WP_Error(
			'email_failed',
			$failure->is_switched_off
				? __( 'The e-mail was not sent: “Payment link” is switched off in WooCommerce > Settings > Emails.', 'multisafepay-payment-links' )
				: __( 'The e-mail was not sent: the shop’s mail server did not take it. Send the link another way, or try again later.', 'multisafepay-payment-links' ),
			[ 'status' => 502 ]
		);
	}

	/**
	 * The provider said no.
	 */
	private function refused( ProviderRefused $refusal ): WP_Error {
		if ( ProviderRefused::INVALID_API_KEY === $refusal->error_code ) {
			return $this->not_configured( __( 'MultiSafepay does not accept the API key of this site. Check it in the settings.', 'multisafepay-payment-links' ), $refusal->error_code );
		}

		$words = $this->provider_words->of( $refusal->error_code );
		$field = $this->provider_words->field_of( $refusal->error_code );
		$data  = [
			'status'     => 422,
			'error_code' => $refusal->error_code,
		];

		return new WP_Error(
			'multisafepay_rejected',
			/* translators: %s: why. */
			sprintf( __( 'MultiSafepay refused: %s', 'multisafepay-payment-links' ), $words ),
			null === $field ? $data : $data + [ 'params' => [ $field => $words ] ]
		);
	}

	/**
	 * There was no answer, and there is no link.
	 */
	private function unavailable( ProviderUnavailable $outage ): WP_Error {
		return new WP_Error(
			'multisafepay_unavailable',
			$outage->may_have_arrived
				? __( 'MultiSafepay did not answer. No new link was made. Try again in a moment.', 'multisafepay-payment-links' )
				: __( 'MultiSafepay could not be reached. Nothing was changed there. Check the connection of the shop’s server, or try again in a moment.', 'multisafepay-payment-links' ),
			[ 'status' => 502 ]
		);
	}

	/**
	 * Nobody knows yet.
	 */
	private function unconfirmed( CreationUnconfirmed $failure ): WP_Error {
		return new WP_Error(
			'multisafepay_unavailable',
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'MultiSafepay did not confirm %s. It is being cancelled so that nobody can pay it by mistake. Press the button again in a minute: you will get one working link.', 'multisafepay-payment-links' ),
				$failure->link->order_id->value
			),
			[
				'status'  => 502,
				'link_id' => $failure->link->id,
			]
		);
	}

	/**
	 * No usable key.
	 */
	private function not_configured( string $message, ?int $error_code = null ): WP_Error {
		$data = [ 'status' => 503 ];

		return new WP_Error( 'not_configured', $message, null === $error_code ? $data : $data + [ 'error_code' => $error_code ] );
	}

	/**
	 * The order ID is in use.
	 */
	private function order_id_taken( OrderIdTaken $failure ): WP_Error {
		if ( $failure->is_generated ) {
			return new WP_Error(
				'order_id_taken',
				/* translators: %s: order ID of a link. */
				sprintf( __( 'Many order IDs up to %s have been used before, perhaps by another shop on the same site. Press the button again, or give this shop an order ID template of its own in the settings.', 'multisafepay-payment-links' ), $failure->order_id ),
				[ 'status' => 409 ]
			);
		}

		$words = __( 'This order ID has been used before. Choose another one.', 'multisafepay-payment-links' );

		return new WP_Error(
			'order_id_taken',
			$words,
			[
				'status' => 409,
				'params' => [ 'order_id' => $words ],
			]
		);
	}
}
