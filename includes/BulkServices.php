<?php
/**
 * Building what works on many orders.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use MultiSafepay\PaymentLinks\Abilities\Abilities;
use MultiSafepay\PaymentLinks\Abilities\UnpaidOrders;
use MultiSafepay\PaymentLinks\Admin\OrdersList;
use MultiSafepay\PaymentLinks\Admin\OrdersListBulk;
use MultiSafepay\PaymentLinks\Admin\OrdersListCell;
use MultiSafepay\PaymentLinks\Admin\OrdersListFilter;
use MultiSafepay\PaymentLinks\Admin\ScriptAssets;
use MultiSafepay\PaymentLinks\Application\Batch\PlanItem;
use MultiSafepay\PaymentLinks\Application\Batch\PreviewBatch;
use MultiSafepay\PaymentLinks\Application\Batch\RunBatch;
use MultiSafepay\PaymentLinks\Application\Batch\RunItem;
use MultiSafepay\PaymentLinks\Application\Batch\StartBatch;
use MultiSafepay\PaymentLinks\Application\Batch\TendBatches;
use MultiSafepay\PaymentLinks\Application\CreatePaymentLink;
use MultiSafepay\PaymentLinks\Application\DuplicateLink;
use MultiSafepay\PaymentLinks\Application\Port\BatchStore;
use MultiSafepay\PaymentLinks\Application\Port\Clock;
use MultiSafepay\PaymentLinks\Application\RefreshLink;
use MultiSafepay\PaymentLinks\Application\RetireLink;
use MultiSafepay\PaymentLinks\Application\SendLink;
use MultiSafepay\PaymentLinks\Cli\BatchCommand;
use MultiSafepay\PaymentLinks\Cli\Console;
use MultiSafepay\PaymentLinks\Cli\LinkOutput;
use MultiSafepay\PaymentLinks\Email\OrderEmailLink;
use MultiSafepay\PaymentLinks\MultiSafepay\HttpPool;
use MultiSafepay\PaymentLinks\Rest\AlarmWords;
use MultiSafepay\PaymentLinks\Rest\BatchesController;
use MultiSafepay\PaymentLinks\Rest\BatchPresenter;
use MultiSafepay\PaymentLinks\Rest\BatchSchema;
use MultiSafepay\PaymentLinks\Rest\BatchWords;
use MultiSafepay\PaymentLinks\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Rest\LinkPresenter;
use MultiSafepay\PaymentLinks\Rest\LinkSchema;
use MultiSafepay\PaymentLinks\Rest\ProviderWords;
use MultiSafepay\PaymentLinks\Rest\RouteGuard;
use MultiSafepay\PaymentLinks\Rest\StatusWords;
use MultiSafepay\PaymentLinks\Settings\SettingsStore;
use MultiSafepay\PaymentLinks\Settings\SiteResolver;
use MultiSafepay\PaymentLinks\Storage\BatchItemReport;
use MultiSafepay\PaymentLinks\Storage\BatchItemTable;
use MultiSafepay\PaymentLinks\Storage\BatchTable;
use MultiSafepay\PaymentLinks\Storage\Database;
use MultiSafepay\PaymentLinks\Storage\DetailsJson;
use MultiSafepay\PaymentLinks\Storage\FollowedTable;
use MultiSafepay\PaymentLinks\Storage\LinkRow;
use MultiSafepay\PaymentLinks\Storage\LinkScan;
use MultiSafepay\PaymentLinks\Storage\LinkTable;
use MultiSafepay\PaymentLinks\Storage\NewestLinks;
use MultiSafepay\PaymentLinks\Storage\OrderFilterSql;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\WooCommerce\AutomaticLinks;
use MultiSafepay\PaymentLinks\WooCommerce\BatchActions;
use MultiSafepay\PaymentLinks\WooCommerce\Log;
use MultiSafepay\PaymentLinks\WooCommerce\OrderDebts;
use MultiSafepay\PaymentLinks\WooCommerce\SystemClock;
use MultiSafepay\PaymentLinks\WooCommerce\WooCommerceOrders;
use wpdb;

/**
 * The part of the composition root that is about many orders at once; see Services for the rest.
 */
final class BulkServices {

	/**
	 * Takes what hooks call, and the routes.
	 */
	private function __construct(
		public readonly RunBatch $run_batch,
		public readonly TendBatches $tend_batches,
		public readonly BatchStore $batches,
		public readonly BatchesController $controller,
		public readonly BatchCommand $command,
		public readonly AutomaticLinks $automatic_links,
		public readonly OrderEmailLink $order_email_link,
		public readonly Abilities $abilities,
	) {}

	/**
	 * Builds what batches need besides the use cases that they use.
	 */
	public static function batches(
		Database $database,
		Schema $schema,
		Clock $clock,
		HttpPool $http,
		SiteResolver $sites,
		WooCommerceOrders $orders,
		LinkTable $links,
		FollowedTable $followed,
		CreatePaymentLink $create,
		DuplicateLink $duplicate,
		RetireLink $retire,
		RefreshLink $refresh,
		SendLink $send,
		ErrorResponse $errors,
		SettingsStore $settings,
		Log $log,
		LinkPresenter $presenter,
		LinkSchema $link_schema,
	): self {
		$batches  = new BatchTable( $database, $schema, new BatchItemTable( $database, $schema ), new BatchItemReport( $database, $schema ), $clock );
		$schedule = new BatchActions();
		$plan     = new PlanItem( $links, $clock );
		$start    = new StartBatch( $batches, new LinkScan( $database, $schema, new LinkRow( new DetailsJson() ) ), $sites, new PreviewBatch( new OrderDebts(), $links, $plan ), $schedule );
		$run_item = new RunItem( $batches, $links, $followed, $orders, $plan, $create, $duplicate, $retire, $refresh, $send );

		$run      = new RunBatch( $batches, $run_item, $http, $schedule, $clock, static fn (): int => $settings->load()->bulk_concurrency );
		$words    = new BatchWords( new ProviderWords() );

		return new self(
			$run,
			new TendBatches( $batches, $schedule, $clock ),
			$batches,
			new BatchesController( new RouteGuard(), $batches, $start, new BatchPresenter( $batches, $words ), new BatchSchema(), $errors, $clock ),
			new BatchCommand( new Console(), $start, $run, $batches, $words, new LinkOutput( new Console(), $errors, $clock ), $clock ),
			new AutomaticLinks( $settings, $links, $create, $send, $errors, $log ),
			new OrderEmailLink( $links, $links, $orders, $clock ),
			new Abilities( new RouteGuard(), $links, $create, $retire, new UnpaidOrders( new NewestLinks( $database, $schema, new LinkRow( new DetailsJson() ) ), $clock ), $presenter, $link_schema, $errors )
		);
	}

	/**
	 * Builds the orders list, which needs little.
	 *
	 * @param wpdb   $wpdb        WordPress's database.
	 * @param string $plugin_file The plugin's main file.
	 */
	public static function orders_list( wpdb $wpdb, string $plugin_file ): OrdersList {
		$schema = new Schema( $wpdb );
		$clock  = new SystemClock();
		$assets = new ScriptAssets( $plugin_file );

		return new OrdersList(
			new RouteGuard(),
			new NewestLinks( new Database( $wpdb ), $schema, new LinkRow( new DetailsJson() ) ),
			new OrdersListCell( new StatusWords(), new AlarmWords(), $clock ),
			new OrdersListFilter( new OrderFilterSql( $wpdb, $schema ), $wpdb, $clock ),
			new OrdersListBulk( new BatchWords( new ProviderWords() ), $assets ),
			$assets
		);
	}
}
