<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use LogicException;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\SettingRule;
use ReflectionAttribute;

/**
 * The declaration of one setting: a constructor parameter with a rule.
 */
final class Setting {

	private ?SettingRule $rule = null;

	/**
	 * @param ReflectionAttribute<object> $attribute The rule. It is created when it is needed.
	 * @param bool|int|string|null $default As in a request; null if the setting has no default.
	 */
	public function __construct(
		public readonly string $name,
		private readonly ReflectionAttribute $attribute,
		public readonly bool $is_required,
		public readonly bool|int|string|null $default,
	) {}

	public function rule(): SettingRule {
		$this->rule ??= $this->create_rule();

		return $this->rule;
	}

	private function create_rule(): SettingRule {
		$rule = $this->attribute->newInstance();

		return $rule instanceof SettingRule
			? $rule
			: throw new LogicException( "The attribute of the setting {$this->name} is not a rule." );
	}
}
