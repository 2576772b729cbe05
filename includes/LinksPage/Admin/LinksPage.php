<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\LinksPage\Admin;

use MultiSafepay\PaymentLinks\Links\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Links\LinkMessages;
use MultiSafepay\PaymentLinks\LinksPage\LinksPageMessages;
use MultiSafepay\PaymentLinks\LinksPage\Rest\LinkListArguments;
use MultiSafepay\PaymentLinks\LinksPage\Rest\LinkPages;
use MultiSafepay\PaymentLinks\Shared\Rest\Permissions;
use MultiSafepay\PaymentLinks\Shared\Rest\SharedMessages;
use MultiSafepay\PaymentLinks\Shared\WordPress\Log;
use MultiSafepay\PaymentLinks\Shared\WordPress\ScriptAssets;
use MultiSafepay\PaymentLinks\Shared\WordPress\UserPreferences;
use MultiSafepay\PaymentLinks\Sharing\ShareConfig;
use MultiSafepay\PaymentLinks\Sites\Application\SiteRepository;
use MultiSafepay\PaymentLinks\Sites\Domain\Site;
use MultiSafepay\PaymentLinks\Sites\SitesModule;
use Throwable;

/**
 * WooCommerce > Payment links: prints the mount node with the list of links that the URL selects.
 */
final class LinksPage {

	public function __construct(
		private readonly Permissions $permissions,
		private readonly LinkPages $pages,
		private readonly SiteRepository $sites,
		private readonly ShareConfig $share_config,
		private readonly UserPreferences $preferences,
		private readonly ScriptAssets $assets,
		private readonly Log $log,
	) {}

	public function enqueue(): void {
		$this->assets->enqueue( 'links-page' );
	}

	public function render(): void {
		echo '<div class="wrap"><h1>' . esc_html( LinksPageMessages::title() ) . '</h1>';
		if ( ! $this->permissions->can_view_all_links() ) {
			echo '<p>' . esc_html( SharedMessages::forbidden() ) . '</p></div>';

			return;
		}

		try {
			printf(
				'<div id="multisafepay-payment-links-list" data-config="%s"></div><noscript>%s</noscript>',
				esc_attr( ScriptAssets::json( $this->config() ) ),
				esc_html( LinkMessages::javascript_required() )
			);
		} catch ( Throwable $failure ) {
			$this->log->error( sprintf( 'The list of payment links could not be drawn: %s.', $failure::class ) );
			echo '<p>' . esc_html( LinksPageMessages::render_failed() ) . '</p>';
		}
		echo '</div>';
	}

	/**
	 * Returns the data for the first paint, without a request to MultiSafepay.
	 *
	 * @return array<string, mixed>
	 */
	private function config(): array {
		return [
			'page'                => $this->pages->of( $this->query() ),
			'sites'               => array_map(
				static fn ( Site $site ): array => [
					'id'          => $site->id,
					'label'       => $site->label,
					'environment' => $site->environment->value,
				],
				$this->sites->all()
			),
			'hidden_columns'      => $this->preferences->hidden_columns( get_current_user_id() ),
			'can_create_orders'   => $this->permissions->can_create_orders(),
			'export_url'          => LinksExport::url(),
			'settings_url'        => SitesModule::settings_url(),
			'can_manage_settings' => $this->permissions->can_manage_settings(),
		] + $this->share_config->get();
	}

	/**
	 * Returns the query of the URL. Invalid parameters are ignored, because bookmarks may be outdated.
	 */
	private function query(): LinkQuery {
		// phpcs:ignore WordPress.Security.NonceVerification -- Read-only; permissions do not depend on the URL.
		$parameters = map_deep( wp_unslash( $_GET ), 'sanitize_text_field' );
		$parameters = is_array( $parameters ) ? $parameters : [];
		unset( $parameters['page'] );
		if ( isset( $parameters['paged'] ) ) {
			$parameters['page'] = $parameters['paged'];
		}

		$arguments = [];
		foreach ( LinkListArguments::all() as $name => $schema ) {
			if (
				isset( $parameters[ $name ] )
				&& true === rest_validate_value_from_schema( $parameters[ $name ], $schema, $name )
			) {
				$arguments[ $name ] = $parameters[ $name ];
			}
		}

		return LinkListArguments::query( $arguments, get_current_user_id() );
	}
}
