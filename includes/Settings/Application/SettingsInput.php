<?php
/**
 * Settings that staff send.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings;

use MultiSafepay\PaymentLinks\Domain\Exception\InvalidFields;

/**
 * Checks a whole set of settings and turns it into the one to be stored.
 */
final class SettingsInput {

	/**
	 * Takes the reader of one site.
	 */
	public function __construct( private readonly SiteInput $site_input ) {}

	/**
	 * Reads the settings. Nothing is left as it was but switches that are not sent, and keys: a site whose key is not
	 * sent, or sent as its mask, keeps its own.
	 *
	 * @param array<mixed> $body    The request's body.
	 * @param Settings     $current What is stored now.
	 * @throws InvalidFields With everything that is wrong.
	 */
	public function read( array $body, Settings $current ): Settings {
		$errors = new InputErrors();
		$reader = new InputReader( $body, '', $errors );
		$reader->allow_only( [ 'sites', 'default_days_active', 'description_template', 'message_template', 'auto_retire', 'keep_held_orders', 'delete_data', 'bulk_concurrency', ...Automation::NAMES ] );

		$sites       = $this->sites( $reader, $current );
		$days        = $reader->whole_number( 'default_days_active', Settings::MIN_DAYS_ACTIVE, Settings::MAX_DAYS_ACTIVE );
		$template    = $reader->optional_text( 'description_template' );
		$description = $reader->made( 'description_template', static fn (): string => DescriptionTemplate::checked( $template ) );
		// What is not sent stays as it is: clients of an older version do not know it.
		$message          = $reader->has( 'message_template' ) ? $this->message( $reader ) : $current->message_template;
		$auto_retire      = $reader->has( 'auto_retire' ) ? $reader->flag( 'auto_retire' ) : $current->auto_retire;
		$keep_held_orders = $reader->has( 'keep_held_orders' ) ? $reader->flag( 'keep_held_orders' ) : $current->keep_held_orders;
		$delete_data      = $reader->has( 'delete_data' ) ? $reader->flag( 'delete_data' ) : $current->delete_data;
		$bulk             = $reader->has( 'bulk_concurrency' ) ? $reader->whole_number( 'bulk_concurrency', 1, Settings::MAX_BULK_CONCURRENCY ) : $current->bulk_concurrency;
		$automation       = $this->automation( $reader, $current->automation );
		$errors->throw_if_any();

		return new Settings(
			$sites,
			$days,
			$description ?? Settings::DEFAULT_DESCRIPTION_TEMPLATE,
			$message,
			auto_retire: $auto_retire,
			keep_held_orders: $keep_held_orders,
			delete_data: $delete_data,
			automation: $automation,
			bulk_concurrency: $bulk,
		);
	}

	/**
	 * Reads the switches of what happens by itself; those that are not sent stay as they are.
	 */
	private function automation( InputReader $reader, Automation $current ): Automation {
		$switches = $current->to_array();
		foreach ( Automation::NAMES as $name ) {
			if ( $reader->has( $name ) ) {
				$switches[ $name ] = $reader->flag( $name );
			}
		}

		return Automation::from_array( $switches );
	}

	/**
	 * Reads the message that staff send around a link.
	 */
	private function message( InputReader $reader ): string {
		$template = $reader->optional_text( 'message_template' );

		return $reader->made( 'message_template', static fn (): string => MessageTemplate::checked( $template ) ) ?? MessageTemplate::DEFAULT;
	}

	/**
	 * Reads the sites and what only all of them together can tell: distinct ids, one default, not too many.
	 *
	 * @return list<SiteSettings>
	 */
	private function sites( InputReader $body, Settings $current ): array {
		$readers = $body->objects( 'sites' );
		if ( count( $readers ) > Settings::MAX_SITES ) {
			// The rest is not looked at: a body of a million sites costs nothing.
			$body->errors->add( 'sites', 'too_many_sites', [ 'max' => Settings::MAX_SITES ] );

			return [];
		}

		$sites       = [];
		$has_default = false;
		foreach ( $readers as $reader ) {
			$site = $this->site_input->read( $reader, $current );
			if ( isset( $sites[ 'id:' . $site->id ] ) ) {
				$reader->errors->add( $reader->path( 'id' ), 'site_id_duplicate' );
			}
			if ( $site->is_default && $has_default ) {
				$reader->errors->add( $reader->path( 'is_default' ), 'several_default_sites' );
			}
			$has_default                  = $has_default || $site->is_default;
			$sites[ 'id:' . $site->id ] ??= $site;
		}

		if ( [] === $readers ) {
			$body->errors->add( 'sites', 'no_sites' );
		} elseif ( ! $has_default ) {
			$body->errors->add( 'sites', 'no_default_site' );
		}

		return array_values( $sites );
	}
}
