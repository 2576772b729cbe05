<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain\Rule;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidValue;

/**
 * The valid values of a setting. Implementations are attributes of constructor parameters; see Settings.
 */
interface SettingRule {

	/**
	 * @param mixed $value From a request or from the database; null if it is missing.
	 * @return mixed The value with the type of the parameter.
	 * @throws InvalidValue
	 */
	public function read( string $name, mixed $value ): mixed;

	/**
	 * @return array<string, mixed> The JSON schema of the value.
	 */
	public function schema(): array;

	/**
	 * Returns what the settings screen needs to know and a JSON schema cannot express.
	 *
	 * @return array<string, bool|int|string|list<int|string>>
	 */
	public function hints(): array;
}
