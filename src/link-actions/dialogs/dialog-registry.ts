import { __, sprintf } from '@wordpress/i18n';
import type { ComponentType } from 'react';

import type { Link } from '../../shared/api/schemas';
import type { LinkDialogProps } from '../../shared/components/link-dialog';

export type DialogKind =
	| 'qr'
	| 'waiting'
	| 'send'
	| 'duplicate'
	| 'accept'
	| 'acknowledge'
	| 'history'
	| 'cancel';

export type DialogDefinition = {
	readonly title: ( link: Link ) => string;
	readonly size: 'small' | 'medium' | 'large' | 'fill';
	/** Dialogs are separate chunks, because most visits open none. */
	readonly load: () => Promise< {
		default: ComponentType< LinkDialogProps >;
	} >;
};

/**
 * Only the dialogs in this registry are offered. The chunks are named, because the files with their translations have
 * the same names.
 */
export const DIALOGS: Partial< Record< DialogKind, DialogDefinition > > = {
	qr: {
		title: ( link ) => qrCodeOf( link.order_id ),
		size: 'medium',
		load: () =>
			import( /* webpackChunkName: "qr" */ '../../sharing/qr/QrDialog' ),
	},
	waiting: {
		title: ( link ) => waitForPaymentOf( link.order_id ),
		size: 'medium',
		// In the chunk of the QR code, which it shows as well.
		load: () =>
			import(
				/* webpackChunkName: "qr" */ '../../payments/WaitForPaymentDialog'
			),
	},
	send: {
		title: ( { order_id: orderId } ) =>
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Send %s', 'multisafepay-payment-links' ),
				orderId
			),
		size: 'medium',
		load: () =>
			import(
				/* webpackChunkName: "send" */ '../../sharing/send/SendDialog'
			),
	},
	duplicate: {
		title: ( { order_id: orderId } ) =>
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Duplicate %s?', 'multisafepay-payment-links' ),
				orderId
			),
		size: 'small',
		load: () =>
			import(
				/* webpackChunkName: "duplicate-link" */ './DuplicateLinkDialog'
			),
	},
	accept: {
		title: ( { order_id: orderId } ) =>
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Accept payment of %s?', 'multisafepay-payment-links' ),
				orderId
			),
		size: 'small',
		load: () =>
			import(
				/* webpackChunkName: "acknowledge" */ './AcceptPaymentDialog'
			),
	},
	acknowledge: {
		title: ( { order_id: orderId } ) =>
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Acknowledge alert of %s', 'multisafepay-payment-links' ),
				orderId
			),
		size: 'small',
		load: () =>
			import(
				/* webpackChunkName: "acknowledge" */ './AcknowledgeDialog'
			),
	},
	history: {
		title: ( link ) => historyOf( link.order_id ),
		size: 'medium',
		load: () =>
			import( /* webpackChunkName: "history" */ './HistoryDialog' ),
	},
	cancel: {
		title: ( { order_id: orderId } ) =>
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Cancel %s?', 'multisafepay-payment-links' ),
				orderId
			),
		size: 'small',
		load: () =>
			import(
				/* webpackChunkName: "cancel-link" */ './CancelLinkDialog'
			),
	},
};

/*
 * Titles that are also the labels of the buttons that open the dialogs.
 */

export function qrCodeOf( orderId: string ): string {
	return sprintf(
		/* translators: %s: order ID of the link. */
		__( 'QR code of %s', 'multisafepay-payment-links' ),
		orderId
	);
}

export function waitForPaymentOf( orderId: string ): string {
	return sprintf(
		/* translators: %s: order ID of the link. */
		__( 'Wait for payment of %s', 'multisafepay-payment-links' ),
		orderId
	);
}

export function historyOf( orderId: string ): string {
	return sprintf(
		/* translators: %s: order ID of the link. */
		__( 'History of %s', 'multisafepay-payment-links' ),
		orderId
	);
}
