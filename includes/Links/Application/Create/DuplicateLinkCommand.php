<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Create;

use MultiSafepay\PaymentLinks\Shared\Application\InputBag;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;

final class DuplicateLinkCommand {

	/**
	 * @param int $link_id ID of the original link.
	 * @param LinkInput $input With an idempotency key. Missing fields are copied from the original.
	 * @param bool $is_renewal Whether to use the order's current amount due and currency.
	 * @param bool $cancels_original Whether to cancel the original afterwards.
	 */
	public function __construct(
		public readonly int $link_id,
		public readonly LinkInput $input,
		public readonly Actor $actor,
		public readonly bool $is_renewal = false,
		public readonly bool $cancels_original = false,
	) {}

	/**
	 * @param array<mixed> $body Create body with `renew` and `cancel_original`.
	 */
	public static function read( int $link_id, array $body, Actor $actor ): self {
		$values     = new InputBag( $body );
		$is_renewal = $values->boolean( 'renew' );
		if ( $is_renewal ) {
			unset( $body['amount'], $body['currency'] );
		}

		return new self(
			$link_id,
			LinkForm::read( $body ),
			$actor,
			$is_renewal,
			$values->boolean( 'cancel_original' )
		);
	}
}
