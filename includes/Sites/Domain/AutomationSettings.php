<?php
/**
 * What happens by itself.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

/**
 * Switches for links that nobody presses a button for; all are off until the store manager turns them on.
 */
final class Automation {

	public const NAMES = [ 'auto_create', 'auto_send', 'auto_create_rest', 'link_in_order_email' ];

	/**
	 * Takes the switches.
	 *
	 * @param bool $auto_create         Whether a pending order that staff make in the back office gets a link.
	 * @param bool $auto_send           Whether such links are sent by e-mail.
	 * @param bool $auto_create_rest    Whether pending orders made over WooCommerce's REST API get one too.
	 * @param bool $link_in_order_email Whether WooCommerce's e-mail with the details of an unpaid order holds its link.
	 */
	public function __construct(
		public readonly bool $auto_create = false,
		public readonly bool $auto_send = false,
		public readonly bool $auto_create_rest = false,
		public readonly bool $link_in_order_email = false,
	) {}

	/**
	 * Returns them by name.
	 *
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
	 * Reads them; only a clear yes turns one on.
	 *
	 * @param array<mixed> $stored By name.
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
