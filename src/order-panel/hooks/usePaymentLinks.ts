import { useEffect, useReducer } from '@wordpress/element';

import type { LinkCommands } from '../../link-actions/commands';
import { ApiError } from '../../shared/api/errors';
import type { PaymentLinksClient } from '../../shared/api/payment-links';
import type { CreateBody, Link } from '../../shared/api/schemas';
import type { PanelConfig } from '../config';
import type { CreateFlow } from '../create-flow/create-flow';
import { useCreateFlow } from '../create-flow/useCreateFlow';
import { panelReducer, type PanelState } from '../reducer';
import { useLinkCommands } from './useLinkCommands';
import { useOpenForm } from './useOpenForm';
import { useOrderReload } from './useOrderReload';
import { usePageReturn } from './usePageReturn';

export type PaymentLinks = {
	readonly state: PanelState;
	/** Null until the components are loaded. */
	readonly createFlow: CreateFlow | null;
	readonly warnAboutUnsavedChanges: () => Promise< void >;
	/** Opens the form. If the order has open links, asks first what to do with them. */
	readonly generate: () => Promise< void >;
	/** Opens the form for an additional link. */
	readonly openForm: () => Promise< void >;
	/** Opens the form for a link that replaces this one. */
	readonly replace: ( link: Link ) => Promise< void >;
	readonly close: () => void;
	/**
	 * Creates the link of the open form. With an original, the new link is its duplicate, and the original can be
	 * cancelled. Rejects with an `ApiError`; the form stays open.
	 */
	readonly create: (
		body: CreateBody,
		cancelOriginal: boolean
	) => Promise< void >;
	readonly commands: LinkCommands;
	/** Updates a link in the list. `isRemoteChange` marks a change that somebody else made. */
	readonly showLink: (
		link: Link,
		remoteChanges?: { isRemoteChange: boolean }
	) => void;
	readonly closeDialog: () => void;
	/** Called when the order was saved, because the amount due may have changed. */
	readonly onOrderSaved: () => void;
};

/** State of the panel: the links of the order, the open form and the open dialog. */
export function usePaymentLinks(
	config: PanelConfig,
	client: PaymentLinksClient
): PaymentLinks {
	const wcOrderId = config.wc_order_id;
	const [ state, dispatch ] = useReducer( panelReducer, {
		links: config.links,
		mode: { kind: 'idle' },
		draft: config.draft,
		balance: config.draft?.balance ?? null,
		outdated: 0,
		rows: new Map(),
		dialog: null,
		revision: 0,
	} );
	const { reloadLinks, reloadOrder } = useOrderReload( {
		wcOrderId,
		client,
		state,
		dispatch,
	} );
	const { createFlow, load: loadForm } = useCreateFlow();
	const { duplicate, ...openForm } = useOpenForm( {
		wcOrderId,
		client,
		state,
		dispatch,
		loadForm,
	} );
	const commands = useLinkCommands( {
		client,
		dispatch,
		duplicate,
		loadNotice: loadForm,
		reloadLinks,
		reloadOrder,
	} );

	usePageReturn( () => void reloadOrder() );

	const { outdated } = state;
	useEffect( () => {
		if ( outdated > 0 ) {
			void reloadOrder();
		}
		// eslint-disable-next-line react-hooks/exhaustive-deps -- Once per change.
	}, [ outdated ] );

	async function create(
		body: CreateBody,
		cancelOriginal: boolean
	): Promise< void > {
		const originalId =
			state.mode.kind === 'form' ? state.mode.origin.originalId : null;
		try {
			if ( originalId === null ) {
				const link = await client.create( wcOrderId, body );
				dispatch( {
					type: 'created',
					link,
					requestedAmount: body.amount,
				} );
				return;
			}

			const link = await client.duplicateLink( originalId, {
				...body,
				cancel_original: cancelOriginal,
			} );
			// The notice shows the status of the original.
			await reloadLinks();
			dispatch( {
				type: 'created',
				link,
				requestedAmount: body.amount,
				isCancellingOriginal: cancelOriginal,
			} );
		} catch ( thrown ) {
			const isOutdated =
				thrown instanceof ApiError &&
				( thrown.code === 'order_already_paid' ||
					'amount' in thrown.params );
			dispatch( { type: 'creation_failed', isOutdated } );
			// A failed attempt is a link of its own, with the reason in its row.
			if ( ! isOutdated ) {
				void reloadLinks();
			}
			throw thrown;
		}
	}

	return {
		state,
		createFlow,
		...openForm,
		close: () => dispatch( { type: 'closed' } ),
		create,
		commands,
		showLink: ( link, { isRemoteChange } = { isRemoteChange: false } ) =>
			dispatch( { type: 'link_changed', link, isRemoteChange } ),
		closeDialog: () => dispatch( { type: 'dialog_closed' } ),
		onOrderSaved: () => {
			dispatch( { type: 'order_changed' } );
			void reloadOrder();
		},
	};
}
