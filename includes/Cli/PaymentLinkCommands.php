<?php
/**
 * What the commands do.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Cli;

use MultiSafepay\PaymentLinks\Application\CreatePaymentLink;
use MultiSafepay\PaymentLinks\Application\DuplicateLink;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\PrefillPaymentLink;
use MultiSafepay\PaymentLinks\Application\ReconcileLinks;
use MultiSafepay\PaymentLinks\Application\RefreshLink;
use MultiSafepay\PaymentLinks\Application\RetireLink;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Currency;
use MultiSafepay\PaymentLinks\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Domain\Money;
use MultiSafepay\PaymentLinks\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Storage\LinkScan;
use Throwable;

/**
 * `wp multisafepay payment-links list|sync|create|duplicate|retire`.
 */
final class PaymentLinkCommands {

	/**
	 * Takes the use cases.
	 */
	public function __construct(
		private readonly Console $console,
		private readonly PaymentLinkStore $links,
		private readonly LinkScan $scan,
		private readonly ReconcileLinks $reconcile,
		private readonly RefreshLink $refresh,
		private readonly RetireLink $retire,
		private readonly PrefillPaymentLink $prefill,
		private readonly CreatePaymentLink $create,
		private readonly DuplicateLink $duplicate,
		private readonly LinkOutput $output,
		private readonly Clock $clock,
	) {}

	/**
	 * Lists links.
	 */
	public function list( Input $input ): void {
		$status = $input->text( 'status' );
		if ( '' !== $status && null === LinkStatus::tryFrom( $status ) ) {
			/* translators: %s: names of states. */
			$this->console->fail( sprintf( __( 'The status is one of: %s.', 'multisafepay-payment-links' ), implode( ', ', array_column( LinkStatus::cases(), 'value' ) ) ) );
		}

		$order = '' === $input->text( 'order' ) ? 0 : $input->number( 'order', 0 );
		$this->output->links( $input, $this->scan->newest( $input->number( 'limit', 50 ), $status, $order ) );
	}

	/**
	 * Asks MultiSafepay how links stand.
	 */
	public function sync( Input $input ): void {
		$cap = $input->number( 'cap', 1000 );
		if ( $input->has( 'due' ) && ! $input->has( 'dry-run' ) ) {
			$report = $this->reconcile->run( $cap );
			/* translators: 1: number of links, 2: how many of them changed, 3: how many could not be asked about. */
			$this->console->succeed( sprintf( __( '%1$d links checked, %2$d of them changed; %3$d could not be checked.', 'multisafepay-payment-links' ), $report->checked, $report->changed, $report->failed ) );

			return;
		}

		$links = [] === $input->ids() ? $this->unended( $cap ) : $this->found( $input->ids() );
		if ( $input->has( 'dry-run' ) ) {
			$this->output->links( $input, $links );

			return;
		}

		$this->output->moves( $input, __( 'Checking links', 'multisafepay-payment-links' ), array_slice( $links, 0, $cap ), fn ( PaymentLink $link ): PaymentLink => $this->refresh->refresh( $link->id, self::actor() ) );
	}

	/**
	 * Makes a link for an order.
	 */
	public function create( Input $input ): void {
		$order = $input->one_id();
		$this->make(
			$input,
			function () use ( $input, $order ): array {
				$draft = $this->prefill->draft( $order )->values;
				$typed = array_filter(
					[
						'site'        => $input->text( 'site' ),
						'description' => $input->text( 'description' ),
						'order_id'    => $input->text( 'order-id' ),
					],
					static fn ( string $text ): bool => '' !== $text
				);
				if ( '' !== $input->text( 'amount' ) ) {
					$typed['amount'] = Money::from_decimal( $input->text( 'amount' ), new Currency( $draft['currency'] ) )->amount;
				}
				if ( '' !== $input->text( 'days' ) ) {
					$typed['days_active'] = $input->number( 'days', 0 );
				}

				return $input->has( 'dry-run' ) ? $typed + $draft : $typed;
			},
			fn ( array $body ): PaymentLink => $this->create->create( $order, $body, self::actor() )->link
		);
	}

	/**
	 * Makes a link like another one.
	 */
	public function duplicate( Input $input ): void {
		$id   = $input->one_id();
		$link = $this->found( [ $id ] )[0];
		if ( $input->has( 'dry-run' ) ) {
			$this->output->links( $input, [ $link ] );

			return;
		}

		$this->make( $input, static fn (): array => [], fn ( array $body ): PaymentLink => $this->duplicate->duplicate( $id, $body, self::actor() )->link );
		if ( $input->has( 'retire-original' ) ) {
			try {
				$this->retire->retire( $id, self::actor() );
			} catch ( Throwable $failure ) {
				$this->console->fail( $link->order_id->value . ': ' . $this->output->words( $failure ) );
			}
		}
	}

	/**
	 * Retires links.
	 */
	public function retire( Input $input ): void {
		$links = $this->found( $input->ids() );
		if ( $input->has( 'dry-run' ) ) {
			$this->output->links( $input, array_values( array_filter( $links, fn ( PaymentLink $link ): bool => $link->status_at( $this->clock->now() )->is_open() ) ) );

			return;
		}

		$this->output->moves( $input, __( 'Retiring links', 'multisafepay-payment-links' ), $links, fn ( PaymentLink $link ): PaymentLink => $this->retire->retire( $link->id, self::actor() ) );
	}

	/**
	 * Makes a link and shows it, or says what is wrong.
	 *
	 * @param Input                                   $input What was typed.
	 * @param callable(): array<string, mixed>        $body  Returns the create body; in a dry run, the whole of it.
	 * @param callable(array<mixed>): PaymentLink     $make  Makes the link.
	 */
	private function make( Input $input, callable $body, callable $make ): void {
		try {
			$values = $body();
			if ( $input->has( 'dry-run' ) ) {
				$this->output->values( $input, $values );

				return;
			}

			$key  = $input->text( 'idempotency-key' );
			$link = $make( [ 'idempotency_key' => '' === $key ? wp_generate_uuid4() : $key, 'confirm_paid' => $input->has( 'confirm-paid' ) ] + $values );
		} catch ( Throwable $failure ) {
			$this->console->fail( $this->output->words( $failure ) );
		}

		$this->output->links( $input, [ $link ] );
	}

	/**
	 * Returns all links that are not over.
	 *
	 * @return list<PaymentLink>
	 */
	private function unended( int $most ): array {
		$links = [];
		$after = 0;
		$left  = $most;
		do {
			$batch = $this->scan->unended( $after, min( 200, $left ) );
			$links = [ ...$links, ...$batch ];
			$after = [] === $batch ? $after : end( $batch )->id;
			$left  = $most - count( $links );
		} while ( [] !== $batch && $left > 0 );

		return $links;
	}

	/**
	 * Returns the links with these ids, or ends when one is missing.
	 *
	 * @param list<int> $ids Our ids.
	 * @return list<PaymentLink>
	 */
	private function found( array $ids ): array {
		$links = [];
		foreach ( $ids as $id ) {
			/* translators: %d: id of a link. */
			$links[] = $this->links->find( $id ) ?? $this->console->fail( sprintf( __( 'There is no payment link with the id %d.', 'multisafepay-payment-links' ), $id ) );
		}

		return $links;
	}

	/**
	 * Returns who does it: the user that WP-CLI was given, or the shop itself.
	 */
	private static function actor(): Actor {
		$user = get_current_user_id();

		return 0 === $user ? Actor::system() : Actor::staff( $user );
	}
}
