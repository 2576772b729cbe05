<?php
/**
 * What assistants and other programs can do with payment links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Abilities;

use Closure;
use MultiSafepay\PaymentLinks\Application\CreatePaymentLink;
use MultiSafepay\PaymentLinks\Application\Port\PaymentLinkStore;
use MultiSafepay\PaymentLinks\Application\RetireLink;
use MultiSafepay\PaymentLinks\Domain\Actor;
use MultiSafepay\PaymentLinks\Domain\Exception\LinkNotFound;
use MultiSafepay\PaymentLinks\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Rest\LinkPresenter;
use MultiSafepay\PaymentLinks\Rest\LinkSchema;
use MultiSafepay\PaymentLinks\Rest\RouteGuard;
use Throwable;
use WP_Error;

/**
 * Registers abilities where WordPress has the Abilities API. They ask for the same rights as the routes, and use the
 * same use cases.
 */
final class Abilities {

	private const CATEGORY = 'multisafepay-payment-links';

	/**
	 * Takes the use cases, the rights and the words.
	 */
	public function __construct(
		private readonly RouteGuard $guard,
		private readonly PaymentLinkStore $links,
		private readonly CreatePaymentLink $create,
		private readonly RetireLink $retire,
		private readonly UnpaidOrders $unpaid,
		private readonly LinkPresenter $presenter,
		private readonly LinkSchema $link_schema,
		private readonly ErrorResponse $errors,
	) {}

	/**
	 * Registers what the abilities are sorted under.
	 */
	public static function register_category(): void {
		wp_register_ability_category(
			self::CATEGORY,
			[
				'label'       => __( 'Payment links', 'multisafepay-payment-links' ),
				'description' => __( 'MultiSafepay payment links of the shop’s orders.', 'multisafepay-payment-links' ),
			]
		);
	}

	/**
	 * Registers the abilities.
	 */
	public function register(): void {
		$link = $this->link_schema->link();
		$this->add(
			'link-status',
			__( 'Payment links of an order', 'multisafepay-payment-links' ),
			__( 'Tells how the payment links of an order stand, newest first.', 'multisafepay-payment-links' ),
			self::of_order(),
			[
				'type'  => 'array',
				'items' => $link,
			],
			$this->may_touch_order( ... ),
			fn ( array $input ): array => $this->presenter->all( self::number( $input, 'wc_order_id' ), $this->links->of_order( self::number( $input, 'wc_order_id' ) ) ),
			[ 'readonly' => true, 'destructive' => false, 'idempotent' => true ]
		);
		$this->add(
			'unpaid-orders-without-live-link',
			__( 'Unpaid orders without an open payment link', 'multisafepay-payment-links' ),
			__( 'Lists orders that wait for payment and have no payment link that a customer can pay now, newest first.', 'multisafepay-payment-links' ),
			UnpaidOrders::input(),
			UnpaidOrders::output(),
			fn (): bool => $this->guard->may_manage_links() && $this->guard->may_manage_settings(),
			fn ( array $input ): array => $this->unpaid->find( self::number( $input, 'limit' ) ),
			[ 'readonly' => true, 'destructive' => false, 'idempotent' => true ]
		);
		$this->add(
			'create',
			__( 'Create a payment link', 'multisafepay-payment-links' ),
			__( 'Makes a payment link for what an order owes, or for the amount that is given. The same idempotency key always gives the same link.', 'multisafepay-payment-links' ),
			self::creation(),
			$link,
			$this->may_touch_order( ... ),
			fn ( array $input ): array => $this->presenter->one( $this->create->create( self::number( $input, 'wc_order_id' ), array_diff_key( $input, [ 'wc_order_id' => true ] ), Actor::staff( get_current_user_id() ) )->link ),
			[ 'readonly' => false, 'destructive' => false, 'idempotent' => true ]
		);
		$this->add(
			'retire',
			__( 'Retire a payment link', 'multisafepay-payment-links' ),
			__( 'Cancels a payment link at MultiSafepay, so that nobody can pay it any more.', 'multisafepay-payment-links' ),
			self::object( [ 'link_id' => [ 'type' => 'integer', 'minimum' => 1 ] ], [ 'link_id' ] ),
			$link,
			$this->may_touch_link( ... ),
			fn ( array $input ): array => $this->presenter->one( $this->retire->retire( self::number( $input, 'link_id' ), Actor::staff( get_current_user_id() ) ) ),
			[ 'readonly' => false, 'destructive' => true, 'idempotent' => true ]
		);
	}

	/**
	 * Registers one.
	 *
	 * @param lowercase-string&non-empty-string $name Below our namespace.
	 * @param string                         $label       For people.
	 * @param string                         $description For whoever chooses.
	 * @param array<string, mixed>           $input       Schema.
	 * @param array<string, mixed>           $output      Schema.
	 * @param Closure                        $allows      Tells whether the current user may, given the input.
	 * @param Closure(array<mixed>): mixed   $work        Does it.
	 * @param array<string, bool>            $annotations What it does to the shop.
	 */
	private function add( string $name, string $label, string $description, array $input, array $output, Closure $allows, Closure $work, array $annotations ): void {
		wp_register_ability(
			self::CATEGORY . '/' . $name,
			[
				'label'               => $label,
				'description'         => $description,
				'category'            => self::CATEGORY,
				'input_schema'        => $input,
				'output_schema'       => $output,
				'permission_callback' => $allows,
				'execute_callback'    => function ( mixed $sent = [] ) use ( $work ): mixed {
					try {
						return $work( is_array( $sent ) ? $sent : [] );
					} catch ( Throwable $failure ) {
						return $this->errors->of( $failure );
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
	 * Allows people who handle payment links and may edit the order.
	 */
	private function may_touch_order( mixed $input ): bool|WP_Error {
		return $this->guard->manages_links_of( self::number( is_array( $input ) ? $input : [], 'wc_order_id' ) );
	}

	/**
	 * Allows people who handle payment links and may edit the link's order.
	 */
	private function may_touch_link( mixed $input ): bool|WP_Error {
		if ( ! $this->guard->may_manage_links() ) {
			return false;
		}

		$link = $this->links->find( self::number( is_array( $input ) ? $input : [], 'link_id' ) );

		return null === $link ? $this->errors->of( new LinkNotFound() ) : $this->guard->manages_links_of( $link->wc_order_id );
	}

	/**
	 * The input that names an order.
	 *
	 * @return array<string, mixed>
	 */
	private static function of_order(): array {
		return self::object( [ 'wc_order_id' => [ 'type' => 'integer', 'minimum' => 1, 'description' => 'WooCommerce’s id of the order.' ] ], [ 'wc_order_id' ] );
	}

	/**
	 * The input of a creation.
	 *
	 * @return array<string, mixed>
	 */
	private static function creation(): array {
		return self::object(
			[
				'wc_order_id'     => [ 'type' => 'integer', 'minimum' => 1, 'description' => 'WooCommerce’s id of the order.' ],
				'amount'          => [ 'type' => 'integer', 'minimum' => 1, 'description' => 'In the smallest unit of the order’s currency; what the order owes when left out.' ],
				'description'     => [ 'type' => 'string', 'description' => 'What the customer reads.' ],
				'days_active'     => [ 'type' => 'integer', 'minimum' => 1, 'maximum' => 365, 'description' => 'Days that the link can be paid.' ],
				'idempotency_key' => [ 'type' => 'string', 'pattern' => '^[A-Za-z0-9_-]{8,64}$', 'description' => 'Chosen by the caller; the same key always gives the same link.' ],
			],
			[ 'wc_order_id', 'idempotency_key' ]
		);
	}

	/**
	 * Returns the schema of an object.
	 *
	 * @param array<string, mixed> $properties By name.
	 * @param list<string>         $required   Names.
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
	 * Returns a number of the input, 0 when there is none.
	 *
	 * @param array<mixed> $input By name.
	 */
	private static function number( array $input, string $name ): int {
		$value = $input[ $name ] ?? 0;

		return is_int( $value ) ? $value : 0;
	}
}
