<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Tests\Unit\Services;

use Closure;
use MultiSafepay\PaymentLinks\Shared\Application\Clock;
use MultiSafepay\PaymentLinks\Shared\Application\Lazy;

final class NeedsLazyService {

	/**
	 * @param Closure(): Clock $clock
	 */
	public function __construct( #[Lazy( Clock::class )] public readonly Closure $clock ) {}
}
