<?php
/**
 * Links on the terminal.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Cli;

use DateTimeInterface;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Rest\ErrorResponse;
use Throwable;

/**
 * Shows links, what became of them, and what is wrong, in the words of the REST API.
 */
final class LinkOutput {

	private const FIELDS = [ 'id', 'order', 'order_id', 'site', 'environment', 'status', 'amount', 'currency', 'created_at', 'expires_at', 'payment_url' ];
	private const MOVES  = [ 'id', 'order_id', 'before', 'after', 'message' ];

	/**
	 * Takes the terminal, the words and the clock.
	 */
	public function __construct(
		private readonly Console $console,
		private readonly ErrorResponse $errors,
		private readonly Clock $clock,
	) {}

	/**
	 * Shows links.
	 *
	 * @param Input             $input What was typed.
	 * @param list<PaymentLink> $links The links.
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
			self::FIELDS
		);
	}

	/**
	 * Shows what a link would ask for.
	 *
	 * @param Input                $input  What was typed.
	 * @param array<string, mixed> $values A create body.
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
	 * Does something to links one by one, and shows what became of each. One that fails does not keep the others from it.
	 *
	 * @param Input                              $input   What was typed.
	 * @param string                             $message What is being done.
	 * @param list<PaymentLink>                  $links   The links.
	 * @param callable(PaymentLink): PaymentLink $work    What to do.
	 */
	public function moves( Input $input, string $message, array $links, callable $work ): void {
		$rows   = [];
		$failed = 0;
		$this->console->each(
			$message,
			$links,
			function ( PaymentLink $link ) use ( $work, &$rows, &$failed ): void {
				$after = null;
				$words = '';
				try {
					$after = $work( $link )->status_at( $this->clock->now() )->value;
				} catch ( Throwable $failure ) {
					++$failed;
					$words = $this->words( $failure );
				}
				$rows[] = [
					'id'       => $link->id,
					'order_id' => $link->order_id->value,
					'before'   => $link->status->value,
					'after'    => $after ?? $link->status->value,
					'message'  => $words,
				];
			}
		);
		$this->console->show( $input->format(), $rows, self::MOVES );
		if ( $failed > 0 ) {
			/* translators: %d: number of links. */
			$this->console->fail( sprintf( _n( '%d link failed.', '%d links failed.', $failed, 'multisafepay-payment-links' ), $failed ) );
		}
	}

	/**
	 * Says what is wrong, with the words for each field where there are any.
	 *
	 * @throws Throwable When nobody expected it.
	 */
	public function words( Throwable $failure ): string {
		$error = $this->errors->of( $failure );
		$data  = $error->get_error_data();
		$lines = [ $error->get_error_message() ];
		foreach ( is_array( $data ) && is_array( $data['params'] ?? null ) ? $data['params'] : [] as $field => $words ) {
			$lines[] = $field . ': ' . ( is_string( $words ) ? $words : '' );
		}

		return implode( "\n", $lines );
	}
}
