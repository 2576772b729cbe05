<?php

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\Links;

use MultiSafepay\PaymentLinks\Container;
use MultiSafepay\PaymentLinks\Links\Application\Cancel\CancelInBackground;
use MultiSafepay\PaymentLinks\Links\Application\Cancel\ResolveUnconfirmed;
use MultiSafepay\PaymentLinks\Links\Application\Draft\NotificationUrlCheck;
use MultiSafepay\PaymentLinks\Links\Application\EventLog;
use MultiSafepay\PaymentLinks\Links\Application\LinkApi;
use MultiSafepay\PaymentLinks\Links\Application\LinkNotes;
use MultiSafepay\PaymentLinks\Links\Application\LinkScheduler;
use MultiSafepay\PaymentLinks\Links\Application\LinkStore;
use MultiSafepay\PaymentLinks\Links\Application\LinkWorkQueue;
use MultiSafepay\PaymentLinks\Links\Presentation\CreateSchema;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkPermissions;
use MultiSafepay\PaymentLinks\Links\Presentation\LinkSchema;
use MultiSafepay\PaymentLinks\Links\Rest\DraftController;
use MultiSafepay\PaymentLinks\Links\Rest\DuplicateLinkController;
use MultiSafepay\PaymentLinks\Links\Rest\LinksController;
use MultiSafepay\PaymentLinks\Links\Rest\OrderLinksController;
use MultiSafepay\PaymentLinks\Links\Storage\EventLogTable;
use MultiSafepay\PaymentLinks\Links\Storage\LinkTable;
use MultiSafepay\PaymentLinks\Links\Storage\LinkWorkTable;
use MultiSafepay\PaymentLinks\Links\WooCommerce\ActionSchedulerLinkScheduler;
use MultiSafepay\PaymentLinks\Links\WooCommerce\MultiSafepayLinkApi;
use MultiSafepay\PaymentLinks\Links\WooCommerce\WooCommerceLinkNotes;
use MultiSafepay\PaymentLinks\Links\WooCommerce\WordPressNotificationUrlCheck;
use MultiSafepay\PaymentLinks\Module;
use MultiSafepay\PaymentLinks\Route;
use MultiSafepay\PaymentLinks\Shared\Domain\Actor;
use MultiSafepay\PaymentLinks\Sites\Application\KeyUsage;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

final class LinksModule implements Module {

	/**
	 * Scheduled actions about one link, with its ID.
	 */
	public const RESOLVE_UNCONFIRMED = 'multisafepay_payment_links_resolve_unconfirmed';
	public const CANCEL_LINK         = 'multisafepay_payment_links_cancel_link';

	public function __construct( private readonly Container $container ) {}

	public static function bindings(): array {
		return [
			EventLog::class             => EventLogTable::class,
			KeyUsage::class             => LinkWorkTable::class,
			LinkApi::class              => MultiSafepayLinkApi::class,
			LinkNotes::class            => WooCommerceLinkNotes::class,
			LinkScheduler::class        => ActionSchedulerLinkScheduler::class,
			LinkStore::class            => LinkTable::class,
			LinkWorkQueue::class        => LinkWorkTable::class,
			NotificationUrlCheck::class => WordPressNotificationUrlCheck::class,
		];
	}

	public function add_hooks(): void {
		add_action(
			self::RESOLVE_UNCONFIRMED,
			fn ( mixed $link_id ) => is_numeric( $link_id )
				? $this->container->get( ResolveUnconfirmed::class )->resolve( (int) $link_id, Actor::system() )
				: null
		);
		add_action(
			self::CANCEL_LINK,
			fn ( mixed $link_id ) => is_numeric( $link_id )
				? $this->container->get( CancelInBackground::class )->run( (int) $link_id )
				: null
		);
	}

	public function routes(): array {
		return [
			new Route(
				'/orders/(?P<wc_order_id>\d+)/links',
				'GET',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					OrderLinksController::class
				)->get_items( $request ),
				fn ( WP_REST_Request $request ): bool|WP_Error =>
					$this->container->get( LinkPermissions::class )->check_order( $request ),
				schema: static fn (): array => LinkSchema::link(),
			),
			new Route(
				'/orders/(?P<wc_order_id>\d+)/links',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					OrderLinksController::class
				)->create_item( $request ),
				fn ( WP_REST_Request $request ): bool|WP_Error =>
					$this->container->get( LinkPermissions::class )->check_order( $request ),
				CreateSchema::arguments(),
				static fn (): array => LinkSchema::link(),
			),
			new Route(
				'/orders/(?P<wc_order_id>\d+)/draft',
				'GET',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error =>
					$this->container->get( DraftController::class )->of_order( $request ),
				fn ( WP_REST_Request $request ): bool|WP_Error =>
					$this->container->get( LinkPermissions::class )->check_order( $request ),
				CreateSchema::draft_arguments(),
				static fn (): array => CreateSchema::draft(),
			),
			new Route(
				'/links/(?P<id>\d+)',
				'GET',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error =>
					$this->container->get( LinksController::class )->get_item( $request ),
				fn ( WP_REST_Request $request ): bool|WP_Error =>
					$this->container->get( LinkPermissions::class )->check_link_of_any_order( $request ),
				schema: static fn (): array => LinkSchema::link_with_events(),
			),
			new Route(
				'/links/(?P<id>\d+)/draft',
				'GET',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error =>
					$this->container->get( DraftController::class )->of_link( $request ),
				fn ( WP_REST_Request $request ): bool|WP_Error =>
					$this->container->get( LinkPermissions::class )->check_link( $request ),
				CreateSchema::draft_arguments(),
				static fn (): array => CreateSchema::draft(),
			),
			new Route(
				'/links/(?P<id>\d+)/duplicate',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error => $this->container->get(
					DuplicateLinkController::class
				)->create( $request ),
				fn ( WP_REST_Request $request ): bool|WP_Error =>
					$this->container->get( LinkPermissions::class )->check_link( $request ),
				CreateSchema::duplicate_arguments(),
				static fn (): array => LinkSchema::link(),
			),
			new Route(
				'/links/(?P<id>\d+)/cancel',
				'POST',
				fn ( WP_REST_Request $request ): WP_REST_Response|WP_Error =>
					$this->container->get( LinksController::class )->cancel( $request ),
				fn ( WP_REST_Request $request ): bool|WP_Error =>
					$this->container->get( LinkPermissions::class )->check_link_of_any_order( $request ),
				schema: static fn (): array => LinkSchema::link(),
			),
		];
	}
}
