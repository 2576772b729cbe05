<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Sites\Domain;

use MultiSafepay\PaymentLinks\MultiSafepay\Domain\ApiKey;
use MultiSafepay\PaymentLinks\MultiSafepay\Domain\Environment;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\Choice;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\Flag;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\OrderIdPattern;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\Required;
use MultiSafepay\PaymentLinks\Sites\Domain\Rule\Text;

/**
 * A site as stored in the settings. SiteKeys resolves its effective key.
 *
 * A constructor parameter with a rule declares a setting of each site, as in Settings. ID and key have their own rules
 * in SiteInput.
 */
final class SiteSettings {

	public const ID_PATTERN = '[a-z0-9-]{1,32}';

	/**
	 * @param string $id Must not change: links store it.
	 * @param bool $uses_official_key Whether to use the key of the official plugin instead.
	 */
	public function __construct(
		public readonly string $id,
		#[Required] #[Text( max: 60 )]
		public readonly string $label,
		#[Required] #[Choice( Environment::class )]
		public readonly Environment $environment,
		public readonly ?ApiKey $api_key = null,
		public readonly bool $uses_official_key = false,
		#[Required] #[OrderIdPattern]
		public readonly OrderIdTemplate $order_id_template = new OrderIdTemplate(),
		#[Flag]
		public readonly bool $is_default = false,
	) {}

	public static function is_valid_id( string $id ): bool {
		return 1 === preg_match( '/\A' . self::ID_PATTERN . '\z/', $id );
	}

	public function with_default( bool $is_default ): self {
		return $is_default === $this->is_default
			? $this
			: DeclaredSettings::create( self::class, [ 'is_default' => $is_default ] + get_object_vars( $this ) );
	}
}
