<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

/**
 * Settings for links that are created automatically. All are off by default.
 */
final class AutomationSettings {

	public const NAMES = [ 'auto_create', 'auto_send', 'auto_create_rest', 'link_in_order_email' ];

	/**
	 * @param bool $auto_create Whether to create a link for pending orders that staff create in the admin.
	 * @param bool $auto_send Whether to send such links by email.
	 * @param bool $auto_create_rest Whether to create a link for pending orders created with WooCommerce's REST API.
	 * @param bool $link_in_order_email Whether WooCommerce's email with an unpaid order's details contains its link.
	 */
	public function __construct(
		public readonly bool $auto_create = false,
		public readonly bool $auto_send = false,
		public readonly bool $auto_create_rest = false,
		public readonly bool $link_in_order_email = false,
	) {}

	/**
	 * @return array{auto_create: bool, auto_send: bool, auto_create_rest: bool, link_in_order_email: bool}
	 */
	public function to_array(): array {
		return [
			'auto_create'         => $this->auto_create,
			'auto_send'           => $this->auto_send,
			'auto_create_rest'    => $this->auto_create_rest,
			'link_in_order_email' => $this->link_in_order_email,
		];
	}

	/**
	 * @param array<mixed> $stored By name. Only the boolean true turns a setting on.
	 */
	public static function from_array( array $stored ): self {
		return new self(
			true === ( $stored['auto_create'] ?? null ),
			true === ( $stored['auto_send'] ?? null ),
			true === ( $stored['auto_create_rest'] ?? null ),
			true === ( $stored['link_in_order_email'] ?? null ),
		);
	}
}
