<?php
/**
 * Names of scheduled actions.
 *
 * @package MultiSafepay\PaymentLinks
 */

declare( strict_types = 1 );

namespace MultiSafepay\PaymentLinks\WooCommerce;

/**
 * What Action Scheduler fires for us. Apart from the classes that schedule it: every request adds these hooks, and hardly
 * any needs more of them than the name.
 */
final class ActionHooks {

	public const GROUP = 'multisafepay-payment-links';

	/**
	 * About one link, by its id.
	 */
	public const SETTLE = 'multisafepay_payment_links_settle';
	public const RETIRE = 'multisafepay_payment_links_retire';
	public const FOLLOW = 'multisafepay_payment_links_follow';

	/**
	 * Retires the open links of an order that ended: its id, when it ended, which attempt this is.
	 */
	public const RETIRE_ORDER = 'multisafepay_payment_links_retire_order';

	/**
	 * Makes the link of an order by itself: its id, how often it was tried.
	 */
	public const AUTO_CREATE = 'multisafepay_payment_links_auto_create';

	/**
	 * Works on a batch, by its id.
	 */
	public const BATCH = 'multisafepay_payment_links_batch';

	/**
	 * The recurring ones: see Jobs.
	 */
	public const RECONCILE = 'multisafepay_payment_links_reconcile';
	public const SWEEP     = 'multisafepay_payment_links_sweep';
}
