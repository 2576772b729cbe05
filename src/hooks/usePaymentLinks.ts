import { speak } from '@wordpress/a11y';
import { useReducer } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { toApiError } from '../api/errors';
import type { PanelConfig } from '../api/panel-config';
import type { PaymentLinksClient } from '../api/payment-links';
import type { CreateBody, Link } from '../api/schemas';
import { createIdempotencyKey } from '../utils/idempotency-key';
import { shownStatus, statusLabel } from '../utils/status';
import {
	panelReducer,
	type DialogKind,
	type PanelState,
} from './payment-links-reducer';

export type PaymentLinks = {
	readonly state: PanelState;
	readonly warnAboutUnsavedChanges: () => void;
	/** Opens the form, with a new draft when the one at hand is out of date. */
	readonly openForm: ( isDraftOutdated: boolean ) => Promise< void >;
	readonly close: () => void;
	/** Rejects with an `ApiError`; the form stays open then. */
	readonly create: ( body: CreateBody ) => Promise< void >;
	readonly commands: LinkCommands;
	/** Shows a link as the shop has just answered. */
	readonly showLink: ( link: Link ) => void;
	readonly closeDialog: () => void;
};

/** What the buttons of a row do. */
export type LinkCommands = {
	readonly refresh: ( link: Link ) => Promise< void >;
	readonly openDialog: ( kind: DialogKind, link: Link ) => void;
	/** Opens the form with the details of the link. */
	readonly duplicate?: ( link: Link ) => Promise< void >;
	/** Makes a link for what the order owes now, then retires this one. */
	readonly renew?: ( link: Link ) => Promise< void >;
};

/** Holds the links of one order and what the panel is doing with them. */
export function usePaymentLinks(
	config: PanelConfig,
	client: PaymentLinksClient
): PaymentLinks {
	const [ state, dispatch ] = useReducer( panelReducer, {
		links: config.links,
		mode: { kind: 'idle' },
		draft: config.draft,
		rows: new Map(),
		dialog: null,
	} );

	async function openForm( isDraftOutdated: boolean ): Promise< void > {
		const idempotencyKey = createIdempotencyKey();
		if ( state.draft !== null && ! isDraftOutdated ) {
			dispatch( {
				type: 'form_opened',
				draft: state.draft,
				idempotencyKey,
			} );
			return;
		}

		dispatch( { type: 'draft_requested' } );
		try {
			const draft = await client.draft( config.wc_order_id );
			dispatch( { type: 'form_opened', draft, idempotencyKey } );
		} catch ( thrown ) {
			dispatch( {
				type: 'draft_failed',
				message: toApiError( thrown ).message,
			} );
		}
	}

	async function create( body: CreateBody ): Promise< void > {
		try {
			const link = await client.create( config.wc_order_id, body );
			dispatch( { type: 'created', link, askedAmount: body.amount } );
		} catch ( thrown ) {
			dispatch( { type: 'creation_failed' } );
			void reloadLinks();
			throw thrown;
		}
	}

	// A failed or unconfirmed attempt has a row of its own that says why.
	async function reloadLinks(): Promise< void > {
		try {
			const links = await client.list( config.wc_order_id );
			dispatch( { type: 'links_loaded', links } );
		} catch {
			// The error that led here is already on the screen and says more than a second one.
		}
	}

	async function refresh( { id, order_id: orderId }: Link ): Promise< void > {
		dispatch( { type: 'refresh_started', linkId: id } );
		try {
			const link = await client.refresh( id );
			const now = new Date();
			dispatch( { type: 'refreshed', link, at: now } );
			speak(
				sprintf(
					/* translators: 1: order ID of the link. 2: its status. */
					__( '%1$s: %2$s', 'multisafepay-payment-links' ),
					orderId,
					statusLabel( shownStatus( link, now ) )
				)
			);
		} catch ( thrown ) {
			const { message } = toApiError( thrown );
			dispatch( { type: 'refresh_failed', linkId: id, message } );
			speak( message, 'assertive' );
		}
	}

	return {
		state,
		warnAboutUnsavedChanges: () =>
			dispatch( { type: 'unsaved_changes_found' } ),
		openForm,
		close: () => dispatch( { type: 'closed' } ),
		create,
		commands: {
			refresh,
			openDialog: ( kind, { id } ) =>
				dispatch( {
					type: 'dialog_opened',
					dialog: { kind, linkId: id },
				} ),
		},
		showLink: ( link ) => dispatch( { type: 'link_changed', link } ),
		closeDialog: () => dispatch( { type: 'dialog_closed' } ),
	};
}
