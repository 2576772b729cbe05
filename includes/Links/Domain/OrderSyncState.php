<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain;

/**
 * The data of a link that affects its order: payment status, alert and refunds. The link stores the state that its
 * order was last synchronised with. If it differs from the current state, the order has to be synchronised.
 */
final class OrderSyncState {

	/**
	 * @param LinkStatus|null $status Null if the status does not affect the order.
	 * @param int $refunded Total of all refunds in the currency's smallest unit.
	 */
	private function __construct(
		public readonly ?LinkStatus $status,
		public readonly ?PaymentAlert $alert,
		public readonly int $refunded,
	) {}

	public static function current( PaymentLink $link ): self {
		return new self(
			$link->status->has_payment() ? $link->status : null,
			$link->alert,
			$link->refunded
		);
	}

	public static function last_synced( PaymentLink $link ): self {
		$parts = explode( '/', $link->synced ) + [ '', '', '' ];

		return new self( LinkStatus::tryFrom( $parts[0] ), PaymentAlert::tryFrom( $parts[1] ), (int) $parts[2] );
	}

	/**
	 * Whether the order has to be synchronised.
	 */
	public static function is_outdated( PaymentLink $link ): bool {
		return self::current( $link )->to_text() !== self::last_synced( $link )->to_text();
	}

	public function was_paid(): bool {
		return null !== $this->status && $this->status->was_paid();
	}

	/**
	 * Returns the stored text: `status/alert/refunded`, or an empty string if nothing affects the order.
	 */
	public function to_text(): string {
		if ( null === $this->status && null === $this->alert && 0 === $this->refunded ) {
			return '';
		}

		return implode( '/', [ $this->status->value ?? '', $this->alert->value ?? '', (string) $this->refunded ] );
	}
}
