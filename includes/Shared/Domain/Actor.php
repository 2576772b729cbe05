<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Shared\Domain;

/**
 * The source of an event: a staff member, the shop itself, or the provider.
 */
final class Actor {

	public const STAFF    = 'staff';
	public const SYSTEM   = 'system';
	public const PROVIDER = 'provider';

	/**
	 * @param int $user_id ID of the WordPress user; 0 if there is none.
	 */
	private function __construct(
		public readonly string $source,
		public readonly int $user_id,
	) {}

	public static function staff( int $user_id ): self {
		return new self( self::STAFF, $user_id );
	}

	/**
	 * The shop itself: a scheduled action or a WP-CLI command.
	 */
	public static function system(): self {
		return new self( self::SYSTEM, 0 );
	}

	/**
	 * MultiSafepay, through a response or a notification.
	 */
	public static function provider(): self {
		return new self( self::PROVIDER, 0 );
	}

	/**
	 * Returns the actor of a logged event. An unknown source counts as the shop.
	 */
	public static function from_log( string $source, int $user_id ): self {
		return match ( $source ) {
			self::STAFF    => self::staff( $user_id ),
			self::PROVIDER => self::provider(),
			default        => self::system(),
		};
	}
}
