<?php
/**
 * The objects of the plugin.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use MultiSafepay\PaymentLinks\Admin\OrderPanel;
use MultiSafepay\PaymentLinks\Admin\PanelExtras;
use MultiSafepay\PaymentLinks\Admin\ScriptAssets;
use MultiSafepay\PaymentLinks\Admin\SettingsPage;
use MultiSafepay\PaymentLinks\Application\ApplyProviderStatus;
use MultiSafepay\PaymentLinks\Application\CheckApiKey;
use MultiSafepay\PaymentLinks\Application\CreatePaymentLink;
use MultiSafepay\PaymentLinks\Application\DuplicateLink;
use MultiSafepay\PaymentLinks\Application\DuplicateOrder;
use MultiSafepay\PaymentLinks\Application\FollowPayment;
use MultiSafepay\PaymentLinks\Application\HandleNotification;
use MultiSafepay\PaymentLinks\Application\MakeLink;
use MultiSafepay\PaymentLinks\Application\MakeOrderOnce;
use MultiSafepay\PaymentLinks\Application\PrefillPaymentLink;
use MultiSafepay\PaymentLinks\Application\PrepareDraft;
use MultiSafepay\PaymentLinks\Application\ReconcileLinks;
use MultiSafepay\PaymentLinks\Application\RefreshLink;
use MultiSafepay\PaymentLinks\Application\RetireInBackground;
use MultiSafepay\PaymentLinks\Application\RetireLink;
use MultiSafepay\PaymentLinks\Application\RetireLostLink;
use MultiSafepay\PaymentLinks\Application\RetireOrderLinks;
use MultiSafepay\PaymentLinks\Application\SendLink;
use MultiSafepay\PaymentLinks\Application\SettlePayment;
use MultiSafepay\PaymentLinks\Application\ShopWarnings;
use MultiSafepay\PaymentLinks\Cli\Console;
use MultiSafepay\PaymentLinks\Cli\LinkOutput;
use MultiSafepay\PaymentLinks\Cli\PaymentLinkCommands;
use MultiSafepay\PaymentLinks\Domain\Cart\CartBuilder;
use MultiSafepay\PaymentLinks\Email\PaymentLinkMailer;
use MultiSafepay\PaymentLinks\MultiSafepay\CreateBody;
use MultiSafepay\PaymentLinks\MultiSafepay\Endpoint;
use MultiSafepay\PaymentLinks\MultiSafepay\HttpPool;
use MultiSafepay\PaymentLinks\MultiSafepay\NotificationBody;
use MultiSafepay\PaymentLinks\MultiSafepay\NotificationSignature;
use MultiSafepay\PaymentLinks\MultiSafepay\OrderAnswer;
use MultiSafepay\PaymentLinks\MultiSafepay\PaymentLinkClient;
use MultiSafepay\PaymentLinks\MultiSafepay\PaymentMethodsClient;
use MultiSafepay\PaymentLinks\MultiSafepay\ShopIdentity;
use MultiSafepay\PaymentLinks\MultiSafepay\ShopReach;
use MultiSafepay\PaymentLinks\MultiSafepay\Transport;
use MultiSafepay\PaymentLinks\Rest\AlarmWords;
use MultiSafepay\PaymentLinks\Rest\CreateSchema;
use MultiSafepay\PaymentLinks\Rest\DraftController;
use MultiSafepay\PaymentLinks\Rest\DraftPresenter;
use MultiSafepay\PaymentLinks\Rest\DuplicateController;
use MultiSafepay\PaymentLinks\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Rest\FieldWords;
use MultiSafepay\PaymentLinks\Rest\LinkGuard;
use MultiSafepay\PaymentLinks\Rest\LinkPresenter;
use MultiSafepay\PaymentLinks\Rest\LinkSchema;
use MultiSafepay\PaymentLinks\Rest\LinksController;
use MultiSafepay\PaymentLinks\Rest\NotificationsController;
use MultiSafepay\PaymentLinks\Rest\OrderLinksController;
use MultiSafepay\PaymentLinks\Rest\PreferencesController;
use MultiSafepay\PaymentLinks\Rest\ProviderWords;
use MultiSafepay\PaymentLinks\Rest\ReasonWords;
use MultiSafepay\PaymentLinks\Rest\RequestErrors;
use MultiSafepay\PaymentLinks\Rest\RouteGuard;
use MultiSafepay\PaymentLinks\Rest\SendController;
use MultiSafepay\PaymentLinks\Rest\SettingsController;
use MultiSafepay\PaymentLinks\Rest\SettingsSchema;
use MultiSafepay\PaymentLinks\Rest\WarningWords;
use MultiSafepay\PaymentLinks\Settings\DefinedKeys;
use MultiSafepay\PaymentLinks\Settings\FormerKeyStore;
use MultiSafepay\PaymentLinks\Settings\KeyHistory;
use MultiSafepay\PaymentLinks\Settings\KnownKeys;
use MultiSafepay\PaymentLinks\Settings\OfficialPluginKeys;
use MultiSafepay\PaymentLinks\Settings\SettingsStore;
use MultiSafepay\PaymentLinks\Settings\SettingsView;
use MultiSafepay\PaymentLinks\Settings\SiteKeys;
use MultiSafepay\PaymentLinks\Settings\SiteResolver;
use MultiSafepay\PaymentLinks\Settings\UserPreferences;
use MultiSafepay\PaymentLinks\Storage\CheckQueueTable;
use MultiSafepay\PaymentLinks\Storage\ClaimTable;
use MultiSafepay\PaymentLinks\Storage\Database;
use MultiSafepay\PaymentLinks\Storage\DetailsJson;
use MultiSafepay\PaymentLinks\Storage\EventLog;
use MultiSafepay\PaymentLinks\Storage\FollowedTable;
use MultiSafepay\PaymentLinks\Storage\KeyUsage;
use MultiSafepay\PaymentLinks\Storage\LinkRow;
use MultiSafepay\PaymentLinks\Storage\LinkScan;
use MultiSafepay\PaymentLinks\Storage\LinkTable;
use MultiSafepay\PaymentLinks\Storage\OpenLinkTable;
use MultiSafepay\PaymentLinks\Storage\OrderLocks;
use MultiSafepay\PaymentLinks\Storage\PersonalData;
use MultiSafepay\PaymentLinks\Storage\Schema;
use MultiSafepay\PaymentLinks\WooCommerce\ActionScheduler;
use MultiSafepay\PaymentLinks\WooCommerce\FollowSchedule;
use MultiSafepay\PaymentLinks\WooCommerce\Log;
use MultiSafepay\PaymentLinks\WooCommerce\OrderEndings;
use MultiSafepay\PaymentLinks\WooCommerce\OrderFollower;
use MultiSafepay\PaymentLinks\WooCommerce\OrderNotes;
use MultiSafepay\PaymentLinks\WooCommerce\OrderWatch;
use MultiSafepay\PaymentLinks\WooCommerce\PaymentNotes;
use MultiSafepay\PaymentLinks\WooCommerce\PersonalDataTools;
use MultiSafepay\PaymentLinks\WooCommerce\RetirementNotes;
use MultiSafepay\PaymentLinks\WooCommerce\StaleInOrders;
use MultiSafepay\PaymentLinks\WooCommerce\SystemClock;
use MultiSafepay\PaymentLinks\WooCommerce\WooCommerceOrderCopier;
use MultiSafepay\PaymentLinks\WooCommerce\WooCommerceOrders;
use WP_REST_Controller;
use wpdb;

/**
 * The only place that builds objects; read it from top to bottom. Tests build the same graph.
 */
final class Services {

	/**
	 * Takes what hooks call.
	 *
	 * @param OrderPanel                                                         $order_panel      The order screen.
	 * @param SettingsPage                                                       $settings_page    The settings screen.
	 * @param RetireLostLink                                                     $retire_lost_link The scheduled action.
	 * @param RetireInBackground                                                 $retire_in_background The scheduled action.
	 * @param FollowPayment                                                      $follow_payment   The scheduled second look at payments.
	 * @param KeyHistory                                                         $key_history      Called before settings are written.
	 * @param RetireOrderLinks                                                   $retire_order_links Links end with their order.
	 * @param ReconcileLinks                                                     $reconcile        The recurring actions.
	 * @param PersonalDataTools                                                  $personal_data    Exporter and eraser.
	 * @param PaymentLinkCommands                                                $commands         The command line.
	 * @param BulkServices                                                       $bulk             Batches.
	 * @param ListServices                                                       $all_links        The list of all links.
	 * @param RequestErrors                                                      $request_errors   Shape of malformed requests.
	 * @param list<WP_REST_Controller|NotificationsController>                   $controllers      The routes.
	 */
	private function __construct(
		public readonly OrderPanel $order_panel,
		public readonly SettingsPage $settings_page,
		public readonly RetireLostLink $retire_lost_link,
		public readonly RetireInBackground $retire_in_background,
		public readonly FollowPayment $follow_payment,
		public readonly KeyHistory $key_history,
		public readonly RetireOrderLinks $retire_order_links,
		public readonly ReconcileLinks $reconcile,
		public readonly PersonalDataTools $personal_data,
		public readonly PaymentLinkCommands $commands,
		public readonly BulkServices $bulk,
		public readonly ListServices $all_links,
		private readonly RequestErrors $request_errors,
		private readonly array $controllers,
	) {}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$this->request_errors->boot();
		foreach ( $this->controllers as $controller ) {
			$controller->register_routes();
		}
	}

	/**
	 * Builds the few objects that look at orders: they are asked at the checkout, where everything would be too much.
	 */
	public static function order_watch( wpdb $wpdb ): OrderWatch {
		return new OrderWatch( new OpenLinkTable( new Database( $wpdb ), new Schema( $wpdb ) ), new SettingsStore(), new ActionScheduler() );
	}

	/**
	 * Builds everything.
	 *
	 * @param wpdb   $wpdb        WordPress's database.
	 * @param string $plugin_file The plugin's main file.
	 */
	public static function build( wpdb $wpdb, string $plugin_file ): self {
		// Storage.
		$clock    = new SystemClock();
		$database = new Database( $wpdb );
		$schema   = new Schema( $wpdb );
		$events   = new EventLog( $database, $schema );
		$row      = new LinkRow( new DetailsJson() );
		$links    = new LinkTable( $database, $schema, $events, $row, $clock );
		$followed = new FollowedTable( $database, $schema, $links, $row );
		$personal_data = new PersonalData( $database, $schema, $row, new DetailsJson() );

		// Settings.
		$settings      = new SettingsStore();
		$official_keys = new OfficialPluginKeys( get_option( ... ) );
		$site_keys     = new SiteKeys( new DefinedKeys(), $official_keys );
		$former_keys   = new FormerKeyStore();
		$known_keys    = new KnownKeys( $settings, new DefinedKeys(), $official_keys, $former_keys );
		$key_history   = new KeyHistory( $former_keys, $official_keys, new KeyUsage( $database, $schema ), $clock );
		$sites         = new SiteResolver( $settings, $site_keys, $known_keys );

		// The provider and the shop.
		$log      = new Log( $known_keys->all( ... ) );
		$endpoint = new Endpoint();
		$http     = new HttpPool();
		$cart     = new CartBuilder();
		$client   = new PaymentLinkClient( new Transport( $endpoint, $log, $http ), new CreateBody( $cart, new ShopIdentity( $log ) ), new OrderAnswer(), $endpoint );
		$orders   = new WooCommerceOrders();
		$methods  = new PaymentMethodsClient( new Transport( $endpoint, $log ) );

		// Use cases.
		$schedule = new ActionScheduler();
		$order_payments = new OrderFollower( $orders, new PaymentNotes() );
		$follow  = new FollowPayment( $links, $followed, $order_payments, new OrderLocks( $wpdb ), new FollowSchedule(), $clock, new SettlePayment( $links, $followed, $order_payments ) );
		$apply   = new ApplyProviderStatus( $links, $clock, $follow );
		$retire  = new RetireLostLink( $links, $client, $sites, $schedule, $clock, $apply );
		$warnings = new ShopWarnings( new ShopReach( $endpoint ) );
		$prefill = new PrefillPaymentLink( $orders, $sites, $sites, $links, $warnings, $cart );
		$notes   = new OrderNotes();
		$create  = new CreatePaymentLink( $orders, $sites, $links, $links, $prefill, new MakeLink( $links, $client, $retire, $schedule, $clock ), $notes );
		$refresh = new RefreshLink( $links, $client, $sites, $retire, $apply, $clock );
		$retire_link = new RetireLink( $links, $client, $sites, $apply );
		$reconcile = new ReconcileLinks( new CheckQueueTable( $database, $schema, $row ), $refresh, $clock );
		$retire_later = new RetireInBackground( $links, $events, $schedule, $retire_link, $clock );
		$prefill_phone   = PhoneServices::prefill( $sites, $warnings );
		$prepare         = new PrepareDraft( $prefill, $links, $sites, $methods, $prefill_phone );
		$duplicate_link  = new DuplicateLink( $links, $prefill, $create, $retire_later );
		$once            = new MakeOrderOnce( new ClaimTable( $database, $schema, $clock ), $links, $clock );
		$duplicate_order = new DuplicateOrder( $orders, $sites, $prefill, new WooCommerceOrderCopier(), $once, $create, $notes );
		$send            = new SendLink( $links, new PaymentLinkMailer( $log ), $notes, $clock );
		$notify  = new HandleNotification( $followed, $sites, new NotificationSignature( $clock ), new NotificationBody( new OrderAnswer() ), $client, $apply );

		// REST.
		$guard          = new RouteGuard();
		$provider_words = new ProviderWords();
		$errors         = new ErrorResponse( new FieldWords(), $provider_words );
		$link_presenter = new LinkPresenter( $orders, $links, new ReasonWords( $provider_words ), new AlarmWords(), $clock );
		$drafts         = new DraftPresenter( new WarningWords() );
		$link_schema    = new LinkSchema();
		$settings_view  = new SettingsView( $settings, $site_keys, $official_keys );
		$create_schema  = new CreateSchema();
		$link_guard     = new LinkGuard( $guard, $links, $errors );
		$preferences    = new UserPreferences();
		$bulk           = BulkServices::batches( $database, $schema, $clock, $http, $sites, $orders, $links, $followed, $create, $duplicate_link, $retire_link, $refresh, $send, $errors, $settings, $log, $link_presenter, $link_schema );
		$assets         = new ScriptAssets( $plugin_file );
		$extras         = new PanelExtras( $settings, $preferences );
		$all_links      = ListServices::build( $database, $schema, $row, new StaleInOrders( $wpdb ), $links, $link_presenter, $link_schema, $errors, $clock, $sites, $extras, $assets, $log );
		$phone          = PhoneServices::build( $wpdb, $database, $sites, $prefill_phone, $followed, $once, $create, $orders, $notes, $prepare, $drafts, $link_presenter, $link_schema, $create_schema, $errors );
		$controllers    = [
			new OrderLinksController( $guard, $create, $links, $link_presenter, $link_schema, $create_schema, $errors ),
			new DraftController( $link_guard, $prepare, $drafts, $create_schema, $errors ),
			new DuplicateController( $link_guard, $duplicate_link, $duplicate_order, $link_presenter, $link_schema, $create_schema, $errors ),
			new SendController( $link_guard, $send, $link_presenter, $link_schema, $errors ),
			new PreferencesController( $guard, $preferences, $errors ),
			new LinksController( $guard, $links, $events, $refresh, $retire_link, $link_presenter, $link_schema, $errors ),
			new SettingsController( $guard, $settings, $settings_view, new SettingsSchema(), new CheckApiKey( $client ), $errors ),
			new NotificationsController( $notify, $log ),
			$bulk->controller,
			$all_links->controller,
			$phone->orders,
			$phone->customers,
		];

		// Screens.
		return new self(
			new OrderPanel( $guard, $links, $sites, $prefill, $link_presenter, $drafts, $errors, $extras, $assets, $log ),
			new SettingsPage( $settings_view, $assets, $plugin_file ),
			$retire,
			$retire_later,
			$follow,
			$key_history,
			new RetireOrderLinks( $links, new OpenLinkTable( $database, $schema ), new OrderEndings(), $retire_link, new RetirementNotes(), $clock ),
			$reconcile,
			new PersonalDataTools( $personal_data, $events, new ReasonWords( $provider_words ) ),
			new PaymentLinkCommands( new Console(), $links, new LinkScan( $database, $schema, $row ), $reconcile, $refresh, $retire_link, $prefill, $create, $duplicate_link, new LinkOutput( new Console(), $errors, $clock ), $clock ),
			$bulk,
			$all_links,
			new RequestErrors( $errors ),
			$controllers
		);
	}
}
