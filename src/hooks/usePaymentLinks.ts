import { useReducer } from '@wordpress/element';

import { toApiError } from '../api/errors';
import type { PanelConfig } from '../api/panel-config';
import type { PaymentLinksClient } from '../api/payment-links';
import type { CreateBody, Link } from '../api/schemas';
import { createIdempotencyKey } from '../utils/idempotency-key';
import { panelReducer, type PanelState } from './payment-links-reducer';
import { useLinkCommands, type LinkCommands } from './useLinkCommands';
import { useOrderReading } from './useOrderReading';
import { useReturn } from './useReturn';

export type PaymentLinks = {
	readonly state: PanelState;
	readonly warnAboutUnsavedChanges: () => void;
	/** Opens the form, with a new draft when the one at hand is out of date. */
	readonly openForm: () => Promise< void >;
	readonly close: () => void;
	/** Rejects with an `ApiError`; the form stays open then. */
	readonly create: ( body: CreateBody ) => Promise< void >;
	readonly commands: LinkCommands;
	/** Shows a link as the shop has just answered; news are what somebody else did. */
	readonly showLink: ( link: Link, news?: { isNews: boolean } ) => void;
	readonly closeDialog: () => void;
	/** What the order owes may be another amount now. */
	readonly onOrderSaved: () => void;
};

/** Holds the links of one order and what the panel is doing with them. */
export function usePaymentLinks(
	config: PanelConfig,
	client: PaymentLinksClient
): PaymentLinks {
	const wcOrderId = config.wc_order_id;
	const [ state, dispatch ] = useReducer( panelReducer, {
		links: config.links,
		mode: { kind: 'idle' },
		draft: config.draft,
		rows: new Map(),
		dialog: null,
		changes: 0,
	} );
	const { reloadLinks, readOrder } = useOrderReading( {
		wcOrderId,
		client,
		state,
		dispatch,
	} );
	const commands = useLinkCommands( {
		client,
		dispatch,
		reloadLinks,
		readOrder,
	} );

	useReturn( () => void readOrder() );

	async function openForm(): Promise< void > {
		const idempotencyKey = createIdempotencyKey();
		if ( state.draft !== null ) {
			dispatch( {
				type: 'form_opened',
				draft: state.draft,
				idempotencyKey,
			} );
			return;
		}

		dispatch( { type: 'draft_requested' } );
		try {
			const draft = await client.draft( wcOrderId );
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
			const link = await client.create( wcOrderId, body );
			dispatch( { type: 'created', link, askedAmount: body.amount } );
		} catch ( thrown ) {
			dispatch( { type: 'creation_failed' } );
			// A failed or unconfirmed attempt has a row of its own that says why.
			void reloadLinks();
			throw thrown;
		}
	}

	return {
		state,
		warnAboutUnsavedChanges: () =>
			dispatch( { type: 'unsaved_changes_found' } ),
		openForm,
		close: () => dispatch( { type: 'closed' } ),
		create,
		commands,
		showLink: ( link, { isNews } = { isNews: false } ) =>
			dispatch( { type: 'link_changed', link, isNews } ),
		closeDialog: () => dispatch( { type: 'dialog_closed' } ),
		onOrderSaved: () => {
			dispatch( { type: 'order_changed' } );
			void readOrder();
		},
	};
}
