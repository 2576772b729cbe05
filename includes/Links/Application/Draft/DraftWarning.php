<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links\Application\Draft;

use MultiSafepay\PaymentLinks\Links\Domain\Customer\Customer;
use MultiSafepay\PaymentLinks\Links\Domain\Customer\CustomerLimits;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;

/**
 * A warning about a draft. LinkMessages translates the code and its arguments to a message.
 */
final class DraftWarning {

	public const NOT_CONFIGURED         = 'not_configured';
	public const ORDER_PAID             = 'order_paid';
	public const NOTHING_DUE            = 'nothing_due';
	public const AMOUNT_ROUNDED         = 'amount_rounded';
	public const OTHER_PAYMENT          = 'other_payment';
	public const COLLECTED_LATER        = 'collected_later';
	public const STATUS_NOT_PAYABLE     = 'status_not_payable';
	public const CURRENCY_NOT_SUPPORTED = 'currency_not_supported';
	public const ORDER_CANCELLED        = 'order_cancelled';
	public const ORDER_REFUNDED         = 'order_refunded';
	public const ORDER_FAILED           = 'order_failed';
	public const OPEN_LINK              = 'open_link';
	public const HOLD_STOCK             = 'hold_stock';
	public const PLAIN_PERMALINKS       = 'plain_permalinks';
	public const PLAIN_HTTP             = 'plain_http';
	public const OFFICIAL_LINK          = 'official_link';
	public const NO_EMAIL               = 'no_email';
	public const EMAIL_TOO_LONG         = 'email_too_long';
	public const LOCALE_NOT_SUPPORTED   = 'locale_not_supported';

	/**
	 * @param self::* $code
	 * @param array<string, string> $arguments For the placeholders of the message.
	 */
	public function __construct(
		public readonly string $code,
		public readonly array $arguments = [],
	) {}

	/**
	 * Warns about a site without a key.
	 *
	 * @return list<self>
	 */
	public static function about_site( ?Site $site ): array {
		return null === $site?->api_key
			? [ new self( self::NOT_CONFIGURED, [ 'site' => $site->label ?? '' ] ) ]
			: [];
	}

	/**
	 * Warns if MultiSafepay cannot send notifications to the shop.
	 *
	 * @return list<self>
	 */
	public static function about_shop( NotificationUrlCheck $notifications ): array {
		$warnings = $notifications->has_pretty_permalinks() ? [] : [ new self( self::PLAIN_PERMALINKS ) ];

		return $notifications->is_reachable_by_https() ? $warnings : [ ...$warnings, new self( self::PLAIN_HTTP ) ];
	}

	/**
	 * Warns about an email address that is missing or too long for MultiSafepay.
	 *
	 * @return list<self>
	 */
	public static function about_email( Customer $customer ): array {
		return match ( true ) {
			'' === $customer->email => [ new self( self::NO_EMAIL ) ],
			$customer->has_provider_email() => [],
			default => [
				new self( self::EMAIL_TOO_LONG, [ 'max' => (string) CustomerLimits::MAX_PROVIDER_EMAIL ] ),
			],
		};
	}
}
