import { __, sprintf } from '@wordpress/i18n';
import type { ComponentType } from 'react';

import type { PanelConfig } from '../api/panel-config';
import type { PaymentLinksClient } from '../api/payment-links';
import type { Link } from '../api/schemas';
import type { DialogKind } from '../hooks/payment-links-reducer';

/** What every dialog gets. It is the inside of a window that is there already, with title and close button. */
export type LinkDialogProps = {
	/** As the panel knows it now. */
	readonly link: Link;
	readonly config: PanelConfig;
	readonly client: PaymentLinksClient;
	/** Shows a link in its row as the shop has just answered; news are what somebody else did. */
	readonly showLink: ( link: Link, news?: { isNews: boolean } ) => void;
	readonly close: () => void;
};

export type LinkDialogEntry = {
	readonly title: ( link: Link ) => string;
	readonly size: 'small' | 'medium' | 'large' | 'fill';
	/** In a chunk of its own: most visits to an order open none. */
	readonly load: () => Promise< {
		default: ComponentType< LinkDialogProps >;
	} >;
};

/** A row offers what stands here. Each chunk has a name, since its translations are filed under it. */
export const DIALOGS: Partial< Record< DialogKind, LinkDialogEntry > > = {
	qr: {
		title: ( { order_id: orderId } ) =>
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'QR code of %s', 'multisafepay-payment-links' ),
				orderId
			),
		size: 'medium',
		load: () => import( /* webpackChunkName: "qr" */ '../share/QrDialog' ),
	},
	waiting: {
		title: ( { order_id: orderId } ) =>
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Wait for payment of %s', 'multisafepay-payment-links' ),
				orderId
			),
		size: 'medium',
		// With the QR code, which it shows as well.
		load: () =>
			import( /* webpackChunkName: "qr" */ '../share/WaitingDialog' ),
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
			import( /* webpackChunkName: "send" */ '../share/SendDialog' ),
	},
	retire: {
		title: ( { order_id: orderId } ) =>
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'Retire %s?', 'multisafepay-payment-links' ),
				orderId
			),
		size: 'small',
		load: () =>
			import(
				/* webpackChunkName: "retire" */ '../dialogs/RetireDialog'
			),
	},
	history: {
		title: ( { order_id: orderId } ) =>
			sprintf(
				/* translators: %s: order ID of the link. */
				__( 'History of %s', 'multisafepay-payment-links' ),
				orderId
			),
		size: 'medium',
		load: () =>
			import(
				/* webpackChunkName: "history" */ '../dialogs/HistoryDialog'
			),
	},
};
