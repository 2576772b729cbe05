<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Abilities;

use Closure;
use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLink;
use MultiSafepay\PaymentLinks\Links\Application\Create\CreateLinkCommand;
use MultiSafepay\PaymentLinks\Links\Application\Create\LinkForm;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkPresenter;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkSchema;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\Permissions;
use Throwable;
use WP_Error;

/**
 * Registers abilities for WordPress's Abilities API. They check the same permissions and use the same use cases as the
 * REST routes.
 */
final class Abilities {

	public const CATEGORY = 'multisafepay-payment-links';

	public function __construct(
		private readonly Permissions $permissions,
		private readonly LinkStore $links,
		private readonly CreateLink $create,
		private readonly CancelLink $cancellation,
		private readonly UnpaidOrders $unpaid,
		private readonly LinkPresenter $presenter,
		private readonly ErrorResponse $errors,
	) {}

	public function register(): void {
		$link = LinkSchema::link();
		$this->register_ability(
			'link-status',
			AbilityMessages::link_status_label(),
			AbilityMessages::link_status_description(),
			self::order_input(),
			[
				'type'  => 'array',
				'items' => $link,
			],
			$this->check_order( ... ),
			fn ( array $input ): array => $this->presenter->all(
				self::number( $input, 'wc_order_id' ),
				$this->links->of_order( self::number( $input, 'wc_order_id' ) )
			),
			[ 'readonly' => true, 'destructive' => false, 'idempotent' => true ]
		);
		$this->register_ability(
			'unpaid-orders-without-open-link',
			AbilityMessages::unpaid_orders_label(),
			AbilityMessages::unpaid_orders_description(),
			UnpaidOrders::input(),
			UnpaidOrders::output(),
			fn (): bool => $this->permissions->can_manage_links() && $this->permissions->can_manage_settings(),
			fn ( array $input ): array => $this->unpaid->find( self::number( $input, 'limit' ) ),
			[ 'readonly' => true, 'destructive' => false, 'idempotent' => true ]
		);
		$this->register_ability(
			'create',
			AbilityMessages::create_label(),
			AbilityMessages::create_description(),
			self::create_input(),
			$link,
			$this->check_order( ... ),
			fn ( array $input ): array => $this->presenter->one(
				$this->create->create( new CreateLinkCommand(
					self::number( $input, 'wc_order_id' ),
					LinkForm::read( $input ),
					Actor::staff( get_current_user_id() )
				) )->link
			),
			[ 'readonly' => false, 'destructive' => false, 'idempotent' => true ]
		);
		$this->register_ability(
			'cancel',
			AbilityMessages::cancel_label(),
			AbilityMessages::cancel_description(),
			self::object( [ 'link_id' => [ 'type' => 'integer', 'minimum' => 1 ] ], [ 'link_id' ] ),
			$link,
			$this->check_link( ... ),
			fn ( array $input ): array => $this->presenter->one( $this->cancellation->cancel(
				self::number( $input, 'link_id' ),
				Actor::staff( get_current_user_id() )
			) ),
			[ 'readonly' => false, 'destructive' => true, 'idempotent' => true ]
		);
	}

	/**
	 * @param lowercase-string&non-empty-string $name Without the namespace.
	 * @param array<string, mixed> $input Schema.
	 * @param array<string, mixed> $output Schema.
	 * @param Closure $check_permission Whether the current user may run the ability with the given input.
	 * @param Closure(array<mixed>): mixed $execute
	 * @param array<string, bool> $annotations Annotations of the Abilities API.
	 */
	private function register_ability(
		string $name,
		string $label,
		string $description,
		array $input,
		array $output,
		Closure $check_permission,
		Closure $execute,
		array $annotations,
	): void {
		wp_register_ability(
			self::CATEGORY . '/' . $name,
			[
				'label'               => $label,
				'description'         => $description,
				'category'            => self::CATEGORY,
				'input_schema'        => $input,
				'output_schema'       => $output,
				'permission_callback' => $check_permission,
				'execute_callback'    => function ( mixed $value = [] ) use ( $execute ): mixed {
					try {
						return $execute( is_array( $value ) ? $value : [] );
					} catch ( Throwable $failure ) {
						return $this->errors->from( $failure );
					}
				},
				'meta'                => [
					'annotations'  => $annotations,
					'show_in_rest' => true,
				],
			]
		);
	}

	/**
	 * Allows users who may manage payment links and edit the order.
	 */
	private function check_order( mixed $input ): bool|WP_Error {
		return $this->permissions->check_order( self::number( is_array( $input ) ? $input : [], 'wc_order_id' ) );
	}

	/**
	 * Allows users who may manage payment links and edit the link's order.
	 */
	private function check_link( mixed $input ): bool|WP_Error {
		if ( ! $this->permissions->can_manage_links() ) {
			return false;
		}

		$link = $this->links->find( self::number( is_array( $input ) ? $input : [], 'link_id' ) );

		return null === $link
			? $this->errors->from( new LinkNotFound() )
			: $this->permissions->check_order( $link->wc_order_id );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function order_input(): array {
		return self::object(
			[
				'wc_order_id' => [
					'type' => 'integer',
					'minimum' => 1,
					'description' => 'WooCommerce’s id of the order.',
				],
			],
			[ 'wc_order_id' ]
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function create_input(): array {
		return self::object(
			[
				'wc_order_id'     => [
					'type' => 'integer',
					'minimum' => 1,
					'description' => 'WooCommerce’s id of the order.',
				],
				'amount'          => [
					'type' => 'integer',
					'minimum' => 1,
					'description' => 'In the smallest unit of the order’s currency; what the order owes when left out.',
				],
				'description'     => [ 'type' => 'string', 'description' => 'What the customer reads.' ],
				'days_active'     => [
					'type' => 'integer',
					'minimum' => 1,
					'maximum' => 365,
					'description' => 'Days that the link can be paid.',
				],
				'idempotency_key' => [
					'type' => 'string',
					'pattern' => '^[A-Za-z0-9_-]{8,64}$',
					'description' => 'Chosen by the caller; the same key always gives the same link.',
				],
			],
			[ 'wc_order_id', 'idempotency_key' ]
		);
	}

	/**
	 * @param array<string, mixed> $properties Schemas by name.
	 * @param list<string> $required
	 * @return array<string, mixed>
	 */
	private static function object( array $properties, array $required ): array {
		return [
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => $properties,
			'required'             => $required,
		];
	}

	/**
	 * Returns an integer of the input; 0 when it is missing.
	 *
	 * @param array<mixed> $input By name.
	 */
	private static function number( array $input, string $name ): int {
		$value = $input[ $name ] ?? 0;

		return is_int( $value ) ? $value : 0;
	}
}
