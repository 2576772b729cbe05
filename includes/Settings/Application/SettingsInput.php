<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Settings\Application;

use MultiSafepay\PaymentLinks\Shared\Domain\InvalidFields;
use MultiSafepay\PaymentLinks\Sites\Domain\AutomationSettings;
use MultiSafepay\PaymentLinks\Sites\Domain\DescriptionTemplate;
use MultiSafepay\PaymentLinks\Sites\Domain\MessageTemplate;
use MultiSafepay\PaymentLinks\Sites\Domain\Settings;
use MultiSafepay\PaymentLinks\Sites\Domain\SiteSettings;

/**
 * Validates a request to replace the settings and returns the settings to store.
 */
final class SettingsInput {

	public function __construct( private readonly SiteInput $site_input ) {}

	/**
	 * Settings are replaced as a whole, with two exceptions: optional settings that are missing do not change, and a
	 * site keeps its API key when the key is missing or equal to its mask.
	 *
	 * @param array<mixed> $body
	 * @throws InvalidFields With all invalid fields.
	 */
	public function read( array $body, Settings $current ): Settings {
		$errors = new InputErrors();
		$reader = new InputReader( $body, '', $errors );
		$reader->allow_only( [
			'sites',
			'default_days_active',
			'description_template',
			'message_template',
			'auto_cancel',
			'keep_held_orders',
			'delete_data',
			'bulk_concurrency',
			...AutomationSettings::NAMES,
		] );

		$sites       = $this->sites( $reader, $current );
		$days        = $reader->whole_number(
			'default_days_active',
			Settings::MIN_DAYS_ACTIVE,
			Settings::MAX_DAYS_ACTIVE
		);
		$template    = $reader->optional_text( 'description_template' );
		$description = $reader->build(
			'description_template',
			static fn (): string => DescriptionTemplate::checked( $template )
		);
		// Missing optional settings do not change: clients written for an older version do not send them.
		$message          = $reader->has( 'message_template' ) ? $this->message( $reader ) : $current->message_template;
		$auto_cancel      = $reader->has( 'auto_cancel' ) ? $reader->boolean( 'auto_cancel' ) : $current->auto_cancel;
		$keep_held_orders = $reader->has( 'keep_held_orders' )
			? $reader->boolean( 'keep_held_orders' )
			: $current->keep_held_orders;
		$delete_data      = $reader->has( 'delete_data' ) ? $reader->boolean( 'delete_data' ) : $current->delete_data;
		$bulk             = $reader->has( 'bulk_concurrency' )
			? $reader->whole_number( 'bulk_concurrency', 1, Settings::MAX_BULK_CONCURRENCY )
			: $current->bulk_concurrency;
		$automation       = $this->automation( $reader, $current->automation );
		$errors->throw_if_any();

		return new Settings(
			$sites,
			$days,
			$description ?? Settings::DEFAULT_DESCRIPTION_TEMPLATE,
			$message,
			auto_cancel: $auto_cancel,
			keep_held_orders: $keep_held_orders,
			delete_data: $delete_data,
			automation: $automation,
			bulk_concurrency: $bulk,
		);
	}

	private function automation( InputReader $reader, AutomationSettings $current ): AutomationSettings {
		$switches = $current->to_array();
		foreach ( AutomationSettings::NAMES as $name ) {
			if ( $reader->has( $name ) ) {
				$switches[ $name ] = $reader->boolean( $name );
			}
		}

		return AutomationSettings::from_array( $switches );
	}

	private function message( InputReader $reader ): string {
		$template = $reader->optional_text( 'message_template' );

		return $reader->build( 'message_template', static fn (): string => MessageTemplate::checked( $template ) )
			?? MessageTemplate::DEFAULT;
	}

	/**
	 * Reads the sites and validates the list: unique IDs, one default site, maximum number.
	 *
	 * @return list<SiteSettings>
	 */
	private function sites( InputReader $body, Settings $current ): array {
		$readers = $body->objects( 'sites' );
		if ( count( $readers ) > Settings::MAX_SITES ) {
			// Do not read the sites: a very large body must stay cheap.
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
