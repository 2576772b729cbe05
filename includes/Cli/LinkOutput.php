<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Cli;

use DateTimeInterface;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use Throwable;

/**
 * Prints links, changes of links and errors, with the field names and messages of the REST API.
 */
final class LinkOutput {

	private const LINK_FIELDS = [
		'id', 'order', 'order_id', 'site', 'environment', 'status', 'amount', 'currency', 'created_at', 'expires_at',
		'payment_url',
	];
	private const CHANGE_FIELDS = [ 'id', 'order_id', 'before', 'after', 'message' ];

	public function __construct(
		private readonly Console $console,
		private readonly ErrorResponse $errors,
		private readonly Clock $clock,
	) {}

	/**
	 * @param list<PaymentLink> $links
	 */
	public function links( Input $input, array $links ): void {
		$now = $this->clock->now();
		$this->console->show(
			$input->format(),
			array_map(
				static fn ( PaymentLink $link ): array => [
					'id'          => $link->id,
					'order'       => $link->wc_order_id,
					'order_id'    => $link->order_id->value,
					'site'        => $link->site_id,
					'environment' => $link->environment->value,
					'status'      => $link->status_at( $now )->value,
					'amount'      => $link->details->amount->to_decimal(),
					'currency'    => $link->details->amount->currency->code,
					'created_at'  => $link->created_at->format( DateTimeInterface::ATOM ),
					'expires_at'  => $link->expires_at?->format( DateTimeInterface::ATOM ),
					'payment_url' => $link->payment_url,
				],
				$links
			),
			self::LINK_FIELDS
		);
	}

	/**
	 * Prints the values of a link that would be created.
	 *
	 * @param array<string, mixed> $values Create body.
	 */
	public function values( Input $input, array $values ): void {
		$rows = [];
		foreach ( $values as $field => $value ) {
			$rows[] = [
				'field' => $field,
				'value' => is_string( $value ) ? $value : (string) wp_json_encode( $value ),
			];
		}
		$this->console->show( $input->format(), $rows, [ 'field', 'value' ] );
	}

	/**
	 * Calls the callback for each link and prints the status before and after. Continues when a link fails.
	 *
	 * @param list<PaymentLink> $links
	 * @param callable(PaymentLink): PaymentLink $callback
	 */
	public function changes( Input $input, string $message, array $links, callable $callback ): void {
		$rows   = [];
		$failed = 0;
		$this->console->each(
			$message,
			$links,
			function ( PaymentLink $link ) use ( $callback, &$rows, &$failed ): void {
				$after = null;
				$error = '';
				try {
					$after = $callback( $link )->status_at( $this->clock->now() )->value;
				} catch ( Throwable $failure ) {
					++$failed;
					$error = $this->message( $failure );
				}
				$rows[] = [
					'id'       => $link->id,
					'order_id' => $link->order_id->value,
					'before'   => $link->status->value,
					'after'    => $after ?? $link->status->value,
					'message'  => $error,
				];
			}
		);
		$this->console->show( $input->format(), $rows, self::CHANGE_FIELDS );
		if ( $failed > 0 ) {
			$this->console->fail( sprintf(
				/* translators: %d: number of links. */
				_n( '%d link failed.', '%d links failed.', $failed, 'multisafepay-payment-links' ),
				$failed
			) );
		}
	}

	/**
	 * Returns the error message of an exception, including the messages of invalid fields.
	 *
	 * @throws Throwable When no feature handles the exception.
	 */
	public function message( Throwable $failure ): string {
		$error = $this->errors->from( $failure );
		$data  = $error->get_error_data();
		$lines = [ $error->get_error_message() ];
		foreach ( is_array( $data ) && is_array(
			$data['params'] ?? null
		) ? $data['params'] : [] as $field => $message ) {
			$lines[] = $field . ': ' . ( is_string( $message ) ? $message : '' );
		}

		return implode( "\n", $lines );
	}
}
