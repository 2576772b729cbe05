<?php
/**
 * Who or what did something.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * The doer of an event: a member of staff, the shop itself, or the provider.
 */
final class Actor {

	public const STAFF    = 'staff';
	public const SYSTEM   = 'system';
	public const PROVIDER = 'provider';

	/**
	 * Takes one of the three sources; only staff has an id.
	 *
	 * @param self::* $source  Staff, system or provider.
	 * @param int     $user_id WordPress user, 0 when none.
	 */
	private function __construct(
		public readonly string $source,
		public readonly int $user_id,
	) {}

	/**
	 * A logged-in person.
	 */
	public static function staff( int $user_id ): self {
		return new self( self::STAFF, $user_id );
	}

	/**
	 * The shop: a scheduled action, a command.
	 */
	public static function system(): self {
		return new self( self::SYSTEM, 0 );
	}

	/**
	 * MultiSafepay, by what it answered or sent.
	 */
	public static function provider(): self {
		return new self( self::PROVIDER, 0 );
	}

	/**
	 * Reads what the event log holds; anything unknown counts as the shop.
	 */
	public static function from_log( string $source, int $user_id ): self {
		return match ( $source ) {
			self::STAFF    => self::staff( $user_id ),
			self::PROVIDER => self::provider(),
			default        => self::system(),
		};
	}
}
