<?php

declare( strict_types = 1 );

namespace Automattic\WooCommerce\Enums;

final class ProductStockStatus {

	public const IN_STOCK     = 'instock';
	public const OUT_OF_STOCK = 'outofstock';
}
