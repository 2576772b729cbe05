import { __ } from '@wordpress/i18n';

import type { Link } from '../shared/api/schemas';
import {
	displayStatus,
	isPayable,
	isRefreshable,
} from '../shared/utils/status';
import type { LinkCommands } from './commands';
import {
	DIALOGS,
	historyOf,
	qrCodeOf,
	waitForPaymentOf,
	type DialogKind,
} from './dialogs/dialog-registry';
import { isRenewable } from './due';

type Effect =
	/** Copies a text. */
	| { readonly copies: ( link: Link ) => string }
	/** Opens a page in a new tab. */
	| { readonly href: ( link: Link ) => string }
	| { readonly dialog: DialogKind }
	| {
			readonly callback: (
				link: Link,
				commands: LinkCommands
			) => Promise< void >;
	  }
	/** Only for several links at once. */
	| { readonly isBulkOnly: true };

type Bulk =
	| {
			/** Also the action of the batch. */
			readonly id: 'email' | 'create' | 'renew' | 'refresh' | 'cancel';
			readonly supportsBulk: true;
			/** Label for several links, if it differs. */
			readonly bulkLabel?: () => string;
	  }
	| { readonly id: string; readonly supportsBulk: false };

/** An action of a link. The names follow the actions of WordPress DataViews. */
export type LinkAction = Bulk &
	Effect & {
		readonly label: () => string;
		/** The label of the button, if it is not the label followed by the order ID. */
		readonly labelWithOrderId?: ( orderId: string ) => string;
		/** Whether the link offers the action. Bulk actions check each link on the server. */
		readonly isEligible: ( link: Link, now: Date ) => boolean;
	};

/** An action that is shown as a plain button or menu item. */
export type LabelledAction = Extract<
	LinkAction,
	{ readonly dialog: DialogKind } | { readonly callback: unknown }
>;

export const WAIT_FOR_PAYMENT = {
	id: 'waiting',
	label: () => __( 'Wait for payment', 'multisafepay-payment-links' ),
	labelWithOrderId: waitForPaymentOf,
	isEligible: canBePaid,
	supportsBulk: false,
	dialog: 'waiting',
} as const satisfies LinkAction;

export const SEND = {
	id: 'email',
	label: () => __( 'Send', 'multisafepay-payment-links' ),
	isEligible: canBePaid,
	supportsBulk: true,
	dialog: 'send',
} as const satisfies LinkAction;

/** The actions that resolve an alert. The notice with the alert has their buttons, the recommended one first. */
export const ALERT_ACTIONS: readonly LabelledAction[] = [
	{
		id: 'accept',
		label: () => __( 'Accept payment', 'multisafepay-payment-links' ),
		isEligible: ( { alert } ) => alert?.can_be_accepted === true,
		supportsBulk: false,
		dialog: 'accept',
	},
	{
		id: 'acknowledge',
		label: () => __( 'Acknowledge', 'multisafepay-payment-links' ),
		isEligible: ( { alert } ) => alert !== null,
		supportsBulk: false,
		dialog: 'acknowledge',
	},
];

/** All actions of a link, in the order in which they are shown. */
export const LINK_ACTIONS: readonly LinkAction[] = [
	...ALERT_ACTIONS,
	{
		id: 'copy',
		label: () => __( 'Copy link', 'multisafepay-payment-links' ),
		isEligible: canBePaid,
		supportsBulk: false,
		copies: ( link ) => link.payment_url ?? '',
	},
	{
		id: 'open',
		label: () => __( 'Open link', 'multisafepay-payment-links' ),
		isEligible: canBePaid,
		supportsBulk: false,
		href: ( link ) => link.payment_url ?? '',
	},
	{
		id: 'qr',
		label: () => __( 'QR code', 'multisafepay-payment-links' ),
		labelWithOrderId: qrCodeOf,
		isEligible: canBePaid,
		supportsBulk: false,
		dialog: 'qr',
	},
	WAIT_FOR_PAYMENT,
	SEND,
	{
		id: 'create',
		label: () => __( 'Create', 'multisafepay-payment-links' ),
		// A single link is duplicated.
		isEligible: () => false,
		supportsBulk: true,
		isBulkOnly: true,
	},
	{
		id: 'renew',
		label: () => __( 'Renew', 'multisafepay-payment-links' ),
		isEligible: isRenewable,
		supportsBulk: true,
		callback: ( link, commands ) => commands.renew( link ),
	},
	{
		id: 'refresh',
		label: () => __( 'Refresh', 'multisafepay-payment-links' ),
		isEligible: ( link, now ) =>
			isRefreshable( displayStatus( link, now ) ),
		supportsBulk: true,
		callback: ( link, commands ) => commands.refresh( link ),
	},
	{
		id: 'duplicate',
		label: () => __( 'Duplicate', 'multisafepay-payment-links' ),
		isEligible: ( link ) => link.status !== 'creating',
		supportsBulk: false,
		callback: ( link, commands ) => commands.duplicate( link ),
	},
	{
		id: 'history',
		label: () => __( 'History', 'multisafepay-payment-links' ),
		labelWithOrderId: historyOf,
		isEligible: () => true,
		supportsBulk: false,
		dialog: 'history',
	},
	{
		id: 'cancel',
		label: () => __( 'Cancel link', 'multisafepay-payment-links' ),
		isEligible: ( link, now ) => isPayable( displayStatus( link, now ) ),
		supportsBulk: true,
		bulkLabel: () => __( 'Cancel links', 'multisafepay-payment-links' ),
		dialog: 'cancel',
	},
];

/** The actions that a link offers now. */
export function eligibleActions( link: Link, now: Date ): LinkAction[] {
	return LINK_ACTIONS.filter(
		( action ) =>
			action.isEligible( link, now ) &&
			( ! ( 'dialog' in action ) ||
				DIALOGS[ action.dialog ] !== undefined )
	);
}

/** Performs an action that is a dialog or a command of the screen. */
export function performAction(
	action: LabelledAction,
	link: Link,
	commands: LinkCommands
): void {
	if ( 'dialog' in action ) {
		commands.openDialog( action.dialog, link );
	} else {
		void action.callback( link, commands );
	}
}

function canBePaid( link: Link, now: Date ): boolean {
	return link.payment_url !== null && isPayable( displayStatus( link, now ) );
}
