<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Domain\Field;

/**
 * The declaration of an input field of a link. Limits and rules are in LinkForm and LinkInput.
 */
final class LinkField {

	/**
	 * @param string $name Name in the REST API, in stored JSON, and of the properties of LinkInput and LinkDetails.
	 * @param array<string, mixed> $schema JSON schema in the create body and in drafts.
	 * @param array<string, mixed>|null $resource_schema JSON schema in the link resource; null if it has no such field.
	 * @param bool $is_stored Whether the JSON of the details contains it; other fields have columns or are not stored.
	 * @param bool $is_copied Whether a duplicate link gets the value of its original.
	 * @param bool $is_personal Whether it may identify the customer, so that the eraser removes it.
	 * @param bool $is_in_privacy_export Whether the export of personal data shows it.
	 * @param bool $is_in_csv Whether the CSV file of all links has a column for it.
	 */
	public function __construct(
		public readonly string $name,
		public readonly array $schema,
		public readonly ?array $resource_schema = null,
		public readonly bool $is_stored = true,
		public readonly bool $is_copied = true,
		public readonly bool $is_personal = false,
		public readonly bool $is_in_privacy_export = false,
		public readonly bool $is_in_csv = false,
	) {}
}
