<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use MultiSafepay\PaymentLinks\Sites\Domain\Rule\SettingRule;

/**
 * The declaration of one setting: a constructor parameter with a rule.
 */
final class Setting {

	/**
	 * @param bool|int|string|null $default As in a request; null if the setting has no default.
	 */
	public function __construct(
		public readonly string $name,
		public readonly SettingRule $rule,
		public readonly bool $is_required,
		public readonly bool|int|string|null $default,
	) {}
}
