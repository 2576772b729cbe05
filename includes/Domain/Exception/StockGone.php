<?php
/**
 * Goods that are gone.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Domain\Exception;

use RuntimeException;

/**
 * The shop has less in stock than the order would take, and nobody confirmed that this is known.
 */
final class StockGone extends RuntimeException {

	/**
	 * Takes what is short.
	 *
	 * @param non-empty-list<array{name: string, wanted: float|int, left: float|int}> $items By product.
	 */
	public function __construct( public readonly array $items ) {
		parent::__construct( 'There is not enough in stock.' );
	}
}
