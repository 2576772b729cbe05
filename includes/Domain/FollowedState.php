<?php
/**
 * What an order knows of a link.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain;

/**
 * The facts of a link that concern its order: money that came, is held, went back, or needs a person. The row keeps
 * what the order has been told; as long as that differs from the link, somebody still has to tell it.
 */
final class FollowedState {

	/**
	 * States that concern the order; all others are the link's own business.
	 */
	private const TOLD = [ LinkStatus::Uncleared, LinkStatus::Completed, LinkStatus::Refunded, LinkStatus::PartiallyRefunded, LinkStatus::Chargeback ];

	/**
	 * Takes the facts.
	 *
	 * @param LinkStatus|null $status   Null for states that do not concern the order.
	 * @param LinkAlarm|null  $alarm    What a person has to look at.
	 * @param int             $refunded What has gone back, in the smallest unit.
	 */
	private function __construct(
		public readonly ?LinkStatus $status,
		public readonly ?LinkAlarm $alarm,
		public readonly int $refunded,
	) {}

	/**
	 * What there is to tell of a link.
	 */
	public static function of( PaymentLink $link ): self {
		return new self( in_array( $link->status, self::TOLD, true ) ? $link->status : null, $link->alarm, $link->refunded );
	}

	/**
	 * What the order has been told already.
	 */
	public static function told( PaymentLink $link ): self {
		$parts = explode( '/', $link->followed ) + [ '', '', '' ];

		return new self( LinkStatus::tryFrom( $parts[0] ), LinkAlarm::tryFrom( $parts[1] ), (int) $parts[2] );
	}

	/**
	 * Tells whether there is news for the order.
	 */
	public static function is_behind( PaymentLink $link ): bool {
		return self::of( $link )->to_text() !== self::told( $link )->to_text();
	}

	/**
	 * Tells whether the order knows that money came in.
	 */
	public function was_paid(): bool {
		return null !== $this->status && $this->status->was_paid();
	}

	/**
	 * Returns it as the row keeps it; empty while there is nothing to tell.
	 */
	public function to_text(): string {
		if ( null === $this->status && null === $this->alarm && 0 === $this->refunded ) {
			return '';
		}

		return implode( '/', [ $this->status->value ?? '', $this->alarm->value ?? '', (string) $this->refunded ] );
	}
}
