<?php
/**
 * A site that staff send.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\ApiKey;
use MultiSafepay\PaymentLinks\Domain\Environment;
use MultiSafepay\PaymentLinks\Domain\OrderIdTemplate;

/**
 * Checks one site of the settings and decides which key it keeps or gets.
 */
final class SiteInput {

	private const FIELDS = [ 'id', 'label', 'environment', 'api_key', 'key_source', 'order_id_template', 'is_default' ];

	/**
	 * Takes what is needed to know the masks that staff were shown, and what the official plugin has.
	 */
	public function __construct(
		private readonly SiteKeys $keys,
		private readonly OfficialPluginKeys $official,
	) {}

	/**
	 * Reads a site; errors are noted in the reader.
	 */
	public function read( InputReader $reader, Settings $current ): SiteSettings {
		$reader->allow_only( self::FIELDS );

		$id          = $this->id( $reader );
		$environment = Environment::from( $reader->choice( 'environment', [ 'test', 'live' ] ) );
		$template    = $reader->optional_text( 'order_id_template' );

		return new SiteSettings(
			$id,
			$reader->text( 'label', SiteSettings::MAX_LABEL_LENGTH ),
			$environment,
			$this->api_key( $reader, $id, $current ),
			$this->uses_official_key( $reader, $id, $environment, $current ),
			$reader->made( 'order_id_template', static fn (): OrderIdTemplate => new OrderIdTemplate( $template ) ) ?? new OrderIdTemplate(),
			$reader->flag( 'is_default' ),
		);
	}

	/**
	 * Reads the id.
	 */
	private function id( InputReader $reader ): string {
		$id = $reader->optional_text( 'id' );
		if ( 1 !== preg_match( SiteSettings::ID_PATTERN, $id ) ) {
			$reader->errors->add( $reader->path( 'id' ), '' === $id ? 'required' : 'site_id_format' );
		}

		return $id;
	}

	/**
	 * Returns the key to store: the one that was sent, none when it was emptied, else the one that is stored.
	 */
	private function api_key( InputReader $reader, string $id, Settings $current ): ?ApiKey {
		$sent   = $reader->optional_text( 'api_key' );
		$stored = $current->site( $id )?->api_key;
		if ( ! $reader->has( 'api_key' ) || in_array( $sent, $this->masks( $id, $current ), true ) ) {
			return $stored;
		}

		return '' === $sent ? null : $reader->made( 'api_key', static fn (): ApiKey => new ApiKey( $sent ) );
	}

	/**
	 * Returns what the site's key looked like to staff: the key in use, which the server may have set, and the stored one.
	 *
	 * @return list<string>
	 */
	private function masks( string $id, Settings $current ): array {
		$keys = [ $current->site( $id )?->api_key ];
		foreach ( $this->keys->resolve( $current ) as $resolved ) {
			if ( $resolved->site->id === $id ) {
				$keys[] = $resolved->site->api_key;
			}
		}

		return array_values( array_map( static fn ( ApiKey $key ): string => $key->masked(), array_filter( $keys ) ) );
	}

	/**
	 * Returns whether the official plugin's key is to be used. A key set on the server is only laid over that choice.
	 */
	private function uses_official_key( InputReader $reader, string $id, Environment $environment, Settings $current ): bool {
		$used = true === $current->site( $id )?->uses_official_key;
		if ( ! $reader->has( 'key_source' ) ) {
			return $used;
		}

		$sources = array_map( static fn ( KeySource $source ): string => $source->value, KeySource::cases() );
		$source  = KeySource::from( $reader->choice( 'key_source', $sources ) );
		if ( KeySource::Constant === $source || KeySource::Environment === $source ) {
			return $used;
		}
		if ( KeySource::Official === $source && ! $used && null === $this->official->find( $environment ) ) {
			$reader->errors->add( $reader->path( 'key_source' ), 'no_official_key' );
		}

		return KeySource::Official === $source;
	}
}
