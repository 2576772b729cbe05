<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Integration\Support\Simulation;

use Closure;
use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLinkCommand;
use MultiSafepay\PaymentLinks\Links\Application\Create\DuplicateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\DuplicateLinkCommand;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkInput;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\OrderId;
use MultiSafepay\PaymentLinks\Payments\Application\AcknowledgeAlert;
use MultiSafepay\PaymentLinks\Payments\Application\HandleNotification;
use MultiSafepay\PaymentLinks\Payments\Application\Notification;
use MultiSafepay\PaymentLinks\Payments\Application\NotificationResult;
use MultiSafepay\PaymentLinks\Payments\Application\ReconcileLinks;
use MultiSafepay\PaymentLinks\Payments\Application\RefreshLink;
use MultiSafepay\PaymentLinks\Payments\PaymentsModule;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Tests\Integration\Support\Env;

/**
 * The processes of the plugin: requests of staff, notifications and scheduled actions.
 */
final class PluginSteps {

	private const SITE = 'main';

	private int $keys = 0;

	/**
	 * Repeats the last creation with its idempotency key.
	 *
	 * @var (Closure(): void)|null
	 */
	private ?Closure $repeat = null;

	public function __construct(
		private readonly World $world,
		private readonly StaffSteps $staff,
		private readonly CustomerSteps $customers,
	) {
	}

	/**
	 * @param string $kind full, partial or above.
	 */
	public function create( string $kind ): void {
		$key    = $this->new_key();
		$random = $this->world->random;
		$due    = OrderFacts::read( $this->world->wc_order_id )->payable;
		$input  = match ( $kind ) {
			'partial' => new LinkInput( amount: $random->between( 1, max( 1, $due - 1 ) ), idempotency_key: $key ),
			'above'   => new LinkInput(
				amount: $random->once_in( 2 ) ? $due + 1000 : $random->between( 1, $due + 3000 ),
				confirm_amount: true,
				idempotency_key: $key
			),
			default   => new LinkInput( idempotency_key: $key ),
		};
		$this->repeat = fn () => $this->request(
			"create $kind $key",
			$key,
			fn () => $this->world->shop->get( CreateLink::class )->create(
				new CreateLinkCommand( $this->world->wc_order_id, $input, Actor::staff( 1 ) )
			)
		);
		( $this->repeat )();
	}

	public function repeat(): void {
		if ( $this->repeat !== null ) {
			( $this->repeat )();
		}
	}

	public function duplicate( bool $is_renewal ): void {
		$link = $this->world->any_link();
		if ( $link === null ) {
			return;
		}
		$key          = $this->new_key();
		$cancels      = $is_renewal || $this->world->random->once_in( 2 );
		$this->repeat = fn () => $this->request(
			( $is_renewal ? 'renew ' : 'duplicate ' ) . "{$link->order_id} $key",
			$key,
			fn () => $this->world->shop->get( DuplicateLink::class )->duplicate( new DuplicateLinkCommand(
				$link->id,
				new LinkInput( idempotency_key: $key ),
				Actor::staff( 1 ),
				$is_renewal,
				$cancels
			) )
		);
		( $this->repeat )();
	}

	public function cancel(): void {
		$link = $this->world->any_link();
		if ( $link === null ) {
			return;
		}
		$this->customers_pay_meanwhile();
		$this->world->call(
			"cancel {$link->order_id}",
			fn () => $this->world->shop->get( CancelLink::class )->cancel( $link->id, Actor::staff( 1 ) )
		);
	}

	public function refresh( ?LinkFacts $link = null ): void {
		$link ??= $this->world->any_link();
		if ( $link !== null ) {
			$this->staff_interrupt( 'GET', 10 );
			$this->world->call(
				"refresh {$link->order_id}",
				fn () => $this->world->shop->get( RefreshLink::class )->refresh( $link->id, Actor::staff( 1 ) ),
				true
			);
		}
	}

	/**
	 * Checks a link that is due, if there is one.
	 */
	public function reconcile(): void {
		$this->world->call(
			'reconcile',
			fn () => $this->world->shop->get( ReconcileLinks::class )->run( 1 ),
			true
		);
	}

	public function acknowledge(): void {
		$link = $this->world->any_link( static fn ( LinkFacts $link ): bool => $link->alert !== '' );
		if ( $link === null ) {
			return;
		}
		$accepts  = $this->world->random->once_in( 2 );
		$before   = OrderFacts::read( $this->world->wc_order_id );
		$finished = $this->world->call(
			"acknowledge {$link->order_id}" . ( $accepts ? ', accept' : '' ),
			fn () => $this->world->shop->get( AcknowledgeAlert::class )->acknowledge(
				$link->id,
				'',
				$accepts,
				Actor::staff( 1 )
			)
		);
		if ( $finished || $this->world->links()[ $link->id ]->alert === '' ) {
			$this->world->oracle->acknowledge( $this->world->wc_order_id, $link, $accepts, $before );
		}
	}

	/**
	 * Delivers one of the waiting notifications.
	 */
	public function notify(): void {
		$waiting = $this->customers->notifications;
		if ( $waiting === [] ) {
			return;
		}
		$index    = $this->world->random->between( 0, count( $waiting ) - 1 );
		$order_id = $waiting[ $index ];
		array_splice( $waiting, $index, 1 );
		$this->customers->notifications = $waiting;
		$now     = $this->world->provider->now();
		$session = $this->world->provider->session( $order_id );
		$body    = (string) json_encode( $session === null ? [] : $session->to_array( $now ) );
		$auth    = base64_encode(
			"$now:" . hash_hmac( 'sha512', "$now:$body", Env::get( 'EMULATOR_KEY' ) )
		);
		$result  = null;
		$this->staff_interrupt( 'GET', 10 );
		$this->world->call(
			"notification of $order_id",
			function () use ( $order_id, $auth, $body, &$result ): void {
				$result = $this->world->shop->get( HandleNotification::class )->handle(
					new Notification( self::SITE, new OrderId( $order_id ), $auth, $body, false )
				);
			}
		);
		// The provider sends it again.
		if ( $result !== NotificationResult::Handled ) {
			$this->customers->notifications[] = $order_id;
		}
	}

	/**
	 * Runs the scheduled action that is due first. Returns false if none is due.
	 */
	public function run_action(): bool {
		$action = $this->world->queue->take_due();
		if ( $action === null ) {
			return false;
		}
		[ $hook, $arguments ] = $action;
		if ( $hook === PaymentsModule::CANCEL_ORDER_LINKS ) {
			$this->customers_pay_meanwhile();
		}
		$is_finished = $this->world->call(
			'action ' . str_replace( 'multisafepay_payment_links_', '', $hook ) . ' ' . implode( ' ', $arguments ),
			function () use ( $hook, $arguments ): void {
				$this->observe_resumed( $hook, $arguments[0] ?? 0 );
				do_action( $hook, ...$arguments ); // @phpstan-ignore argument.type (It is not empty.)
			},
			$hook === PaymentsModule::SYNC_ORDER
		);
		if ( ! $is_finished ) {
			$this->world->log[] = '    the action failed and is not repeated';
		}
		return true;
	}

	/**
	 * This action does not ask the provider.
	 */
	private function observe_resumed( string $hook, int $link_id ): void {
		$link = $hook === PaymentsModule::SYNC_ORDER ? $this->world->links()[ $link_id ] ?? null : null;
		if ( $link === null || ! $link->was_paid() ) {
			return;
		}
		// What the shop knows may be older than what the provider knows.
		$session = new ProviderSession( $link->order_id, $link->amount, $link->currency, 0 );
		$session->pay( (int) $link->transaction_id );
		if ( $link->refunded > 0 ) {
			$session->refund( $link->refunded );
		}
		if ( $link->status === 'chargeback' ) {
			$session->charge_back( true );
		}
		$this->world->oracle->observe( $this->world->wc_order_id, $link->order_id, $session );
	}

	/**
	 * @param Closure(): mixed $work
	 */
	private function request( string $text, string $key, Closure $work ): void {
		$before = $this->world->links();
		$this->world->ending->request( $key );
		$this->staff_interrupt( 'POST', 6 );
		$this->world->call( $text, static function () use ( $work ): void {
			$work();
		} );
		$this->world->ending->requested( $key, array_keys( array_diff_key( $this->world->links(), $before ) ) );
	}

	/**
	 * Staff change the order during one of so many processes, when it sends its first request with this method.
	 */
	private function staff_interrupt( string $method, int $times ): void {
		if ( $this->world->is_disturbed && $this->world->random->once_in( $times ) ) {
			$this->meanwhile( $method, fn () => $this->staff->interrupt() );
		}
	}

	private function customers_pay_meanwhile(): void {
		if ( $this->world->is_disturbed && $this->world->random->once_in( 6 ) ) {
			$this->meanwhile( 'PATCH', fn () => $this->customers->pay() );
		}
	}

	/**
	 * @param Closure(): mixed $work
	 */
	private function meanwhile( string $method, Closure $work ): void {
		$this->world->provider->meanwhile = function ( string $requested ) use ( $method, $work ): void {
			if ( $requested === $method ) {
				$this->world->provider->meanwhile = null;
				$this->world->log[]               = '    meanwhile:';
				$work();
			}
		};
	}

	private function new_key(): string {
		++$this->keys;
		return "key-{$this->keys}";
	}
}
