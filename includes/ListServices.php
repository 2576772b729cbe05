<?php
/**
 * The objects of the list of all links.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use MultiSafepay\PaymentLinks\Admin\LinksExport;
use MultiSafepay\PaymentLinks\Admin\LinksPage;
use MultiSafepay\PaymentLinks\Admin\PanelExtras;
use MultiSafepay\PaymentLinks\Admin\ScriptAssets;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\Port\SiteRepository;
use MultiSafepay\PaymentLinks\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Rest\LinkListController;
use MultiSafepay\PaymentLinks\Rest\LinkPages;
use MultiSafepay\PaymentLinks\Rest\LinkPresenter;
use MultiSafepay\PaymentLinks\Rest\LinkSchema;
use MultiSafepay\PaymentLinks\Rest\RouteGuard;
use MultiSafepay\PaymentLinks\Rest\StatusWords;
use MultiSafepay\PaymentLinks\Settings\UserPreferences;
use MultiSafepay\PaymentLinks\Storage\Database;
use MultiSafepay\PaymentLinks\Storage\LinkConditions;
use MultiSafepay\PaymentLinks\Storage\LinkList;
use MultiSafepay\PaymentLinks\Storage\LinkRow;
use MultiSafepay\PaymentLinks\Storage\LinkTable;
use MultiSafepay\PaymentLinks\Storage\LinkTotals;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\Storage\StaleCondition;
use MultiSafepay\PaymentLinks\WooCommerce\Log;
use MultiSafepay\PaymentLinks\WooCommerce\OrderDebts;

/**
 * The part of the composition root that is about all links of the shop; see Services for the rest.
 */
final class ListServices {

	/**
	 * Takes what hooks call, and the routes.
	 */
	private function __construct(
		public readonly LinkListController $controller,
		public readonly LinksPage $page,
		public readonly LinksExport $export,
	) {}

	/**
	 * Builds it.
	 */
	public static function build(
		Database $database,
		Schema $schema,
		LinkRow $row,
		StaleCondition $stale,
		LinkTable $links,
		LinkPresenter $presenter,
		LinkSchema $link_schema,
		ErrorResponse $errors,
		Clock $clock,
		SiteRepository $sites,
		PanelExtras $extras,
		ScriptAssets $assets,
		Log $log,
	): self {
		$guard = new RouteGuard();
		$where = new LinkConditions( $stale, $schema );
		$list  = new LinkList( $database, $schema, $where, $row );
		$pages = new LinkPages( $list, $links, new OrderDebts(), $presenter, $clock );

		return new self(
			new LinkListController( $guard, $pages, new LinkTotals( $database, $schema, $where ), $link_schema, $errors, $clock ),
			new LinksPage( $guard, $pages, $sites, $extras, new UserPreferences(), $assets, $log ),
			new LinksExport( $guard, $list, new StatusWords(), $clock )
		);
	}
}
