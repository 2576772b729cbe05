<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks;

use MultiSafepay\PaymentLinks\Abilities\AbilitiesModule;
use MultiSafepay\PaymentLinks\Automation\AutomationModule;
use MultiSafepay\PaymentLinks\Batches\BatchesModule;
use MultiSafepay\PaymentLinks\Batches\BatchMessages;
use MultiSafepay\PaymentLinks\Batches\Storage\BatchTables;
use MultiSafepay\PaymentLinks\Cli\CliModule;
use MultiSafepay\PaymentLinks\Links\LinksModule;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkErrors;
use MultiSafepay\PaymentLinks\Links\Storage\LinkTableGroup;
use MultiSafepay\PaymentLinks\LinksPage\LinksPageModule;
use MultiSafepay\PaymentLinks\MultiSafepay\ProviderMessages;
use MultiSafepay\PaymentLinks\NewOrders\NewOrderMessages;
use MultiSafepay\PaymentLinks\NewOrders\NewOrdersModule;
use MultiSafepay\PaymentLinks\NewOrders\Storage\OrderClaimTables;
use MultiSafepay\PaymentLinks\OrderPanel\OrderPanelModule;
use MultiSafepay\PaymentLinks\Orders\OrderMessages;
use MultiSafepay\PaymentLinks\Orders\OrdersModule;
use MultiSafepay\PaymentLinks\OrdersList\OrdersListModule;
use MultiSafepay\PaymentLinks\Payments\PaymentMessages;
use MultiSafepay\PaymentLinks\Payments\PaymentsModule;
use MultiSafepay\PaymentLinks\Privacy\PrivacyModule;
use MultiSafepay\PaymentLinks\Settings\SettingsMessages;
use MultiSafepay\PaymentLinks\Settings\SettingsModule;
use MultiSafepay\PaymentLinks\Shared\Database\Schema;
use MultiSafepay\PaymentLinks\Shared\Rest\ErrorResponse;
use MultiSafepay\PaymentLinks\Shared\Rest\RequestErrors;
use MultiSafepay\PaymentLinks\Shared\Rest\RestNamespace;
use MultiSafepay\PaymentLinks\Shared\SharedModule;
use MultiSafepay\PaymentLinks\Shared\WordPress\RecurringActions;
use MultiSafepay\PaymentLinks\Shared\WordPress\Roles;
use MultiSafepay\PaymentLinks\Sharing\ShareConfig;
use MultiSafepay\PaymentLinks\Sharing\SharingErrors;
use MultiSafepay\PaymentLinks\Sharing\SharingModule;
use MultiSafepay\PaymentLinks\Sites\SiteMessages;
use MultiSafepay\PaymentLinks\Sites\SitesModule;
use WP_Error;
use WP_REST_Request;
use WP_REST_Server;
use wpdb;

/**
 * Starts the modules that a request needs.
 *
 * @phpstan-import-type Binding from Container
 */
final class Plugin {

	/**
	 * Autoloaded options with the versions of what is set up. They are compared here, so that a page of the admin does
	 * not load the classes that set it up.
	 */
	public const TABLES_OPTION  = 'multisafepay_payment_links_db_version';
	public const ACTIONS_OPTION = 'multisafepay_payment_links_recurring_actions';

	private const TABLES_VERSION  = 7;
	private const ACTIONS_VERSION = 1;

	/**
	 * The modules whose hooks may fire in every request. Scheduled actions belong to them: a site with
	 * ALTERNATE_WP_CRON runs them at the end of a page.
	 */
	private const EVERYWHERE = [
		SitesModule::class,
		LinksModule::class,
		PaymentsModule::class,
		SharingModule::class,
		AutomationModule::class,
		BatchesModule::class,
		PrivacyModule::class,
		AbilitiesModule::class,
	];

	private const ADMIN = [
		OrderPanelModule::class,
		LinksPageModule::class,
		OrdersListModule::class,
		SettingsModule::class,
	];

	private const CLI = [ CliModule::class ];

	/**
	 * The modules that have bindings or routes, but no hooks.
	 */
	private const ON_DEMAND = [
		SharedModule::class,
		OrdersModule::class,
		NewOrdersModule::class,
	];

	/**
	 * The REST server that has the plugin's routes. Tests replace the server.
	 */
	private ?WP_REST_Server $rest_server = null;

	private function __construct( private readonly Container $container ) {}

	public static function start(): void {
		if ( ( new Requirements() )->are_met() ) {
			( new self( self::container() ) )->add_hooks();
		}
	}

	public static function activate(): void {
		self::migrate( self::container() );
		ShareConfig::add_email_settings();
		self::schedule_actions();
		Lifecycle::register_uninstall();
	}

	/**
	 * @param array<class-string, Binding> $bindings Override the modules' bindings.
	 */
	public static function container( array $bindings = [] ): Container {
		return new Container(
			static fn (): array => $bindings + self::bindings() + array_merge(
				...array_map( static fn ( string $module ): array => $module::bindings(), self::modules() )
			)
		);
	}

	private function add_hooks(): void {
		$this->start_modules( self::EVERYWHERE );
		if ( is_admin() ) {
			$this->start_modules( self::ADMIN );
			add_action( 'admin_init', fn () => self::migrate( $this->container ) );
			add_action( 'admin_init', self::schedule_actions( ... ) );
		}
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			$this->start_modules( self::CLI );
		}

		add_action( 'action_scheduler_ensure_recurring_actions', [ RecurringActions::class, 'schedule' ] );
		// Runs before WordPress's own filter, which handles OPTIONS requests from the registered routes.
		add_filter( 'rest_pre_dispatch', $this->register_routes( ... ), 0, 3 );
		add_filter(
			'rest_request_after_callbacks',
			fn ( mixed $response, mixed $handler, WP_REST_Request $request ): mixed => $response instanceof WP_Error
				&& RestNamespace::contains( $request )
				? $this->container->get( RequestErrors::class )->normalise( $response )
				: $response,
			10,
			3
		);
	}

	/**
	 * @param list<class-string<Module>> $modules
	 */
	private function start_modules( array $modules ): void {
		foreach ( $modules as $module ) {
			( new $module( $this->container ) )->add_hooks();
		}
	}

	/**
	 * Registers the routes on the first request for one of them or for the index of routes. WordPress starts its REST
	 * server on many admin pages and for every request of the cart block.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function register_routes( mixed $result, mixed $server, WP_REST_Request $request ): mixed {
		$is_index = in_array( $request->get_route(), [ '/', '/' . RestNamespace::V1 ], true );
		if (
			! $server instanceof WP_REST_Server
			|| $this->rest_server === $server
			|| ! ( $is_index || RestNamespace::contains( $request ) )
		) {
			return $result;
		}

		$this->rest_server = $server;
		self::migrate( $this->container );
		foreach ( self::modules() as $module ) {
			Route::register( ( new $module( $this->container ) )->routes() );
		}

		return $result;
	}

	/**
	 * Creates the tables and grants the capability after an update. Runs no query if the schema is current.
	 */
	public static function migrate( Container $container ): void {
		if ( self::has_version( self::TABLES_OPTION, self::TABLES_VERSION ) ) {
			return;
		}

		// If a table cannot be created, the next request tries again.
		if ( $container->get( Schema::class )->create() ) {
			update_option( self::TABLES_OPTION, self::TABLES_VERSION, true );
		}
		$container->get( Roles::class )->grant();
	}

	/**
	 * Schedules the recurring actions once. Action Scheduler's daily hook restores deleted actions.
	 */
	public static function schedule_actions(): void {
		if (
			! self::has_version( self::ACTIONS_OPTION, self::ACTIONS_VERSION )
			&& RecurringActions::schedule_if_possible()
		) {
			update_option( self::ACTIONS_OPTION, self::ACTIONS_VERSION, true );
		}
	}

	private static function has_version( string $option, int $version ): bool {
		$stored = get_option( $option, 0 );

		return is_numeric( $stored ) && $version === (int) $stored;
	}

	/**
	 * Bindings that need classes of several features.
	 *
	 * @return array<class-string, Binding>
	 */
	private static function bindings(): array {
		return [
			ErrorResponse::class => static fn ( Container $container ): ErrorResponse => new ErrorResponse(
				static fn (): array => [
					$container->get( ProviderMessages::class ),
					$container->get( SiteMessages::class ),
					$container->get( OrderMessages::class ),
					$container->get( LinkErrors::class ),
					$container->get( PaymentMessages::class ),
					$container->get( SharingErrors::class ),
					$container->get( NewOrderMessages::class ),
					$container->get( BatchMessages::class ),
					$container->get( SettingsMessages::class ),
				]
			),
			Schema::class        => static fn ( Container $container ): Schema => new Schema(
				$container->get( wpdb::class ),
				[
					$container->get( LinkTableGroup::class ),
					$container->get( OrderClaimTables::class ),
					$container->get( BatchTables::class ),
				]
			),
		];
	}

	/**
	 * The modules with bindings or routes. The commands have neither.
	 *
	 * @return list<class-string<Module>>
	 */
	private static function modules(): array {
		return [ ...self::ON_DEMAND, ...self::EVERYWHERE, ...self::ADMIN ];
	}
}
