<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Cli;

use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLinkCommand;
use MultiSafepay\PaymentLinks\Links\Application\Create\DuplicateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\DuplicateLinkCommand;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkForm;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\Links\Application\Draft\PrefillLink;
use MultiSafepay\PaymentLinks\Links\Application\LinkQueries;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Application\LinkWorkQueue;
use MultiSafepay\PaymentLinks\Links\Domain\LinkStatus;
use MultiSafepay\PaymentLinks\Links\Domain\PaymentLink;
use MultiSafepay\PaymentLinks\Payments\Application\ReconcileLinks;
use MultiSafepay\PaymentLinks\Payments\Application\RefreshLink;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Domain\Currency;
use MultiSafepay\PaymentLinks\Shared\Domain\Money;
use Throwable;

/**
 * `wp multisafepay payment-links list|sync|create|duplicate|cancel`.
 */
final class PaymentLinkCommands {

	public function __construct(
		private readonly Console $console,
		private readonly LinkStore $links,
		private readonly LinkQueries $queries,
		private readonly LinkWorkQueue $queue,
		private readonly ReconcileLinks $reconcile,
		private readonly RefreshLink $refresh,
		private readonly CancelLink $cancel,
		private readonly PrefillLink $prefill,
		private readonly CreateLink $create,
		private readonly DuplicateLink $duplicate,
		private readonly LinkOutput $output,
		private readonly Clock $clock,
	) {}

	public function list( Input $input ): void {
		$status = $input->text( 'status' );
		if ( '' !== $status && null === LinkStatus::tryFrom( $status ) ) {
			$this->console->fail( sprintf(
				/* translators: %s: names of statuses. */
				__( 'The status is one of: %s.', 'multisafepay-payment-links' ),
				implode( ', ', array_column( LinkStatus::cases(), 'value' ) )
			) );
		}

		$order = '' === $input->text( 'order' ) ? 0 : $input->number( 'order', 0 );
		$this->output->links( $input, $this->queries->newest( $input->number( 'limit', 50 ), $status, $order ) );
	}

	/**
	 * Refreshes links from MultiSafepay.
	 */
	public function sync( Input $input ): void {
		$cap = $input->number( 'cap', 1000 );
		if ( $input->has( 'due' ) && ! $input->has( 'dry-run' ) ) {
			$report = $this->reconcile->run( $cap );
			$this->console->succeed( sprintf(
				/* translators: 1: number of links, 2: number that changed, 3: number that could not be checked. */
				__(
					'%1$d links checked, %2$d of them changed; %3$d could not be checked.',
					'multisafepay-payment-links'
				),
				$report->checked,
				$report->changed,
				$report->failed
			) );

			return;
		}

		$links = [] === $input->ids() ? $this->find_unfinished( $cap ) : $this->find( $input->ids() );
		if ( $input->has( 'dry-run' ) ) {
			$this->output->links( $input, $links );

			return;
		}

		$this->output->changes(
			$input,
			__( 'Checking links', 'multisafepay-payment-links' ),
			array_slice( $links, 0, $cap ),
			fn ( PaymentLink $link ): PaymentLink => $this->refresh->refresh( $link->id, self::actor() )
		);
	}

	public function create( Input $input ): void {
		$order = $input->id();
		$this->create_and_show(
			$input,
			function () use ( $input, $order ): array {
				$draft = $this->prefill->draft( $order )->values->to_array();
				$values = array_filter(
					[
						'site'        => $input->text( 'site' ),
						'description' => $input->text( 'description' ),
						'order_id'    => $input->text( 'order-id' ),
					],
					static fn ( string $text ): bool => '' !== $text
				);
				if ( '' !== $input->text( 'amount' ) ) {
					$values['amount'] = Money::from_decimal(
						$input->text( 'amount' ),
						new Currency( $draft['currency'] )
					)->amount;
				}
				if ( '' !== $input->text( 'days' ) ) {
					$values['days_active'] = $input->number( 'days', 0 );
				}

				return $input->has( 'dry-run' ) ? $values + $draft : $values;
			},
			fn ( LinkInput $values ): PaymentLink =>
				$this->create->create( new CreateLinkCommand( $order, $values, self::actor() ) )->link
		);
	}

	public function duplicate( Input $input ): void {
		$id   = $input->id();
		$link = $this->find( [ $id ] )[0];
		if ( $input->has( 'dry-run' ) ) {
			$this->output->links( $input, [ $link ] );

			return;
		}

		$this->create_and_show(
			$input,
			static fn (): array => [],
			fn ( LinkInput $values ): PaymentLink => $this->duplicate->duplicate( new DuplicateLinkCommand(
				$id,
				$values,
				self::actor(),
				cancels_original: $input->has( 'cancel-original' )
			) )->link
		);
	}

	public function cancel( Input $input ): void {
		$links = $this->find( $input->ids() );
		if ( $input->has( 'dry-run' ) ) {
			$this->output->links(
				$input,
				array_values( array_filter(
					$links,
					fn ( PaymentLink $link ): bool => $link->status_at( $this->clock->now() )->is_open()
				) )
			);

			return;
		}

		$this->output->changes(
			$input,
			__( 'Cancelling links', 'multisafepay-payment-links' ),
			$links,
			fn ( PaymentLink $link ): PaymentLink => $this->cancel->cancel( $link->id, self::actor() )
		);
	}

	/**
	 * Creates a link and prints it. Ends the command when that fails.
	 *
	 * @param callable(): array<string, mixed> $body Returns the create body; in a dry run including the defaults.
	 * @param callable(LinkInput): PaymentLink $create
	 */
	private function create_and_show( Input $input, callable $body, callable $create ): void {
		try {
			$values = $body();
			if ( $input->has( 'dry-run' ) ) {
				$this->output->values( $input, $values );

				return;
			}

			$key  = $input->text( 'idempotency-key' );
			$link = $create( LinkForm::read(
				[
					'idempotency_key' => '' === $key ? wp_generate_uuid4() : $key,
					'confirm_amount'  => $input->has( 'confirm-amount' ),
				] + $values
			) );
		} catch ( Throwable $failure ) {
			$this->console->fail( $this->output->message( $failure ) );
		}

		$this->output->links( $input, [ $link ] );
	}

	/**
	 * Returns links without a final status.
	 *
	 * @return list<PaymentLink>
	 */
	private function find_unfinished( int $max ): array {
		$links     = [];
		$after     = 0;
		$remaining = $max;
		do {
			$batch     = $this->queue->unfinished( $after, min( 200, $remaining ) );
			$links     = [ ...$links, ...$batch ];
			$after     = [] === $batch ? $after : end( $batch )->id;
			$remaining = $max - count( $links );
		} while ( [] !== $batch && $remaining > 0 );

		return $links;
	}

	/**
	 * Ends the command when a link does not exist.
	 *
	 * @param list<int> $ids Link IDs.
	 * @return list<PaymentLink>
	 */
	private function find( array $ids ): array {
		$links = [];
		foreach ( $ids as $id ) {
			$links[] = $this->links->find( $id )
				?? $this->console->fail( sprintf(
					/* translators: %d: ID of a link. */
					__( 'There is no payment link with the id %d.', 'multisafepay-payment-links' ),
					$id
				) );
		}

		return $links;
	}

	/**
	 * Returns the user given with --user, or the shop.
	 */
	private static function actor(): Actor {
		$user = get_current_user_id();

		return 0 === $user ? Actor::system() : Actor::staff( $user );
	}
}
