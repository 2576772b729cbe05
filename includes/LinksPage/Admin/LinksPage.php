<?php
/**
 * The page of all links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Admin;

use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Domain\LinkQuery;
use MultiSafepay\PaymentLinks\Domain\Site;
use MultiSafepay\PaymentLinks\Rest\LinkListArguments;
use MultiSafepay\PaymentLinks\Rest\LinkPages;
use MultiSafepay\PaymentLinks\Rest\RouteGuard;
use MultiSafepay\PaymentLinks\Settings\UserPreferences;
use MultiSafepay\PaymentLinks\WooCommerce\Log;
use Throwable;

/**
 * WooCommerce > Payment links: one mount node with the page of links that the address asks for.
 */
final class LinksPage {

	public const SLUG = 'multisafepay-payment-links';

	/**
	 * Takes what fills the node.
	 */
	public function __construct(
		private readonly RouteGuard $guard,
		private readonly LinkPages $pages,
		private readonly SiteRepository $sites,
		private readonly PanelExtras $extras,
		private readonly UserPreferences $preferences,
		private readonly ScriptAssets $assets,
		private readonly Log $log,
	) {}

	/**
	 * Loads script and style.
	 */
	public function enqueue(): void {
		$this->assets->enqueue( 'links' );
	}

	/**
	 * Prints the page.
	 */
	public function render(): void {
		echo '<div class="wrap"><h1>' . esc_html__( 'Payment links', 'multisafepay-payment-links' ) . '</h1>';
		if ( true !== $this->guard->sees_all_links() ) {
			echo '<p>' . esc_html__( 'You are not allowed to do this. Ask a manager of the shop.', 'multisafepay-payment-links' ) . '</p></div>';

			return;
		}

		try {
			printf(
				'<div id="multisafepay-payment-links-list" data-config="%s"></div><noscript>%s</noscript>',
				esc_attr( ScriptAssets::json( $this->config() ) ),
				esc_html__( 'Payment links need JavaScript.', 'multisafepay-payment-links' )
			);
		} catch ( Throwable $failure ) {
			$this->log->error( sprintf( 'The list of payment links could not be drawn: %s.', $failure::class ) );
			echo '<p>' . esc_html__( 'The payment links cannot be shown now. The log in WooCommerce > Status > Logs has the reason.', 'multisafepay-payment-links' ) . '</p>';
		}
		echo '</div>';
	}

	/**
	 * Returns what the first paint needs, without a call to MultiSafepay.
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
			'can_create_orders'   => true === $this->guard->makes_orders(),
			'export_url'          => LinksExport::url(),
			'settings_url'        => SettingsPage::url(),
			'can_manage_settings' => $this->guard->may_manage_settings(),
		] + $this->extras->shared();
	}

	/**
	 * Returns the query of the address. What does not exist is left out: a bookmark may be old.
	 */
	private function query(): LinkQuery {
		// phpcs:ignore WordPress.Security.NonceVerification -- Reading only; what may be read does not hang on the address.
		$asked = map_deep( wp_unslash( $_GET ), 'sanitize_text_field' );
		$asked = is_array( $asked ) ? $asked : [];
		unset( $asked['page'] );
		if ( isset( $asked['paged'] ) ) {
			$asked['page'] = $asked['paged'];
		}

		$fitting = [];
		foreach ( LinkListArguments::all() as $name => $schema ) {
			if ( isset( $asked[ $name ] ) && true === rest_validate_value_from_schema( $asked[ $name ], $schema, $name ) ) {
				$fitting[ $name ] = $asked[ $name ];
			}
		}

		return LinkListArguments::query( $fitting, get_current_user_id() );
	}
}
