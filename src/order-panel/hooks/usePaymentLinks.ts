import { useReducer } from '@wordpress/element';

import type { PanelConfig } from '../api/panel-config';
import type { PaymentLinksClient } from '../api/payment-links';
import type { CreateBody, Link } from '../api/schemas';
import type { Making } from '../components/making';
import { panelReducer, type PanelState } from './payment-links-reducer';
import { useFormOpening } from './useFormOpening';
import { useLinkCommands, type LinkCommands } from './useLinkCommands';
import { useMaking } from './useMaking';
import { useOrderReading } from './useOrderReading';
import { useReturn } from './useReturn';

export type PaymentLinks = {
	readonly state: PanelState;
	/** Form and notice; there since somebody needed them first. */
	readonly making: Making | null;
	readonly warnAboutUnsavedChanges: () => Promise< void >;
	/** Opens the form; while a link can be paid, asks first what to do with that one. */
	readonly generate: () => Promise< void >;
	/** Opens the form for a link beside those that there are. */
	readonly openForm: () => Promise< void >;
	/** Opens the form for a link that takes the place of this one. */
	readonly replace: ( link: Link ) => Promise< void >;
	readonly close: () => void;
	/**
	 * Makes the link of the open form: a new one, or one whose original may be retired after it. Rejects with an
	 * `ApiError`; the form stays open then.
	 */
	readonly create: (
		body: CreateBody,
		retireOriginal: boolean
	) => Promise< void >;
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
	const { making, load: loadForm } = useMaking();
	const { duplicate, ...opening } = useFormOpening( {
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
		readOrder,
	} );

	useReturn( () => void readOrder() );

	async function create(
		body: CreateBody,
		retireOriginal: boolean
	): Promise< void > {
		const originalId =
			state.mode.kind === 'form' ? state.mode.origin.originalId : null;
		try {
			if ( originalId === null ) {
				const link = await client.create( wcOrderId, body );
				dispatch( { type: 'created', link, askedAmount: body.amount } );
				return;
			}

			const link = await client.duplicateLink( originalId, {
				...body,
				retire_original: retireOriginal,
			} );
			// What became of the original stands in the notice.
			await reloadLinks();
			dispatch( {
				type: 'created',
				link,
				askedAmount: body.amount,
				isRetiringOriginal: retireOriginal,
			} );
		} catch ( thrown ) {
			dispatch( { type: 'creation_failed' } );
			// A failed or unconfirmed attempt has a row of its own that says why.
			void reloadLinks();
			throw thrown;
		}
	}

	return {
		state,
		making,
		...opening,
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
