import type { Dialog } from '../link-actions/commands';
import type { Balance, Draft, Link } from '../shared/api/schemas';
import { PAID_STATUSES } from '../shared/utils/link-statuses';

export type FormOrigin = {
	/** Id of the link to duplicate or replace; null for a new link. */
	readonly originalId: number | null;
	/** The form has the values of the order, not of that link. */
	readonly isFromOrder: boolean;
};

/** Content of the upper part of the panel. */
type Mode =
	| { readonly kind: 'idle' }
	| { readonly kind: 'unsaved_changes' }
	/** Asks what to do with open links. */
	| { readonly kind: 'open_links' }
	| { readonly kind: 'loading_draft' }
	| { readonly kind: 'draft_failed'; readonly message: string }
	| {
			readonly kind: 'form';
			readonly draft: Draft;
			readonly idempotencyKey: string;
			readonly origin: FormOrigin;
	  }
	| {
			readonly kind: 'created';
			readonly link: Link;
			/**
			 * Amount of the last request. An earlier request with the same key may have created the link with another
			 * amount.
			 */
			readonly requestedAmount: number;
			/** Whether the original link was to be cancelled. */
			readonly isCancellingOriginal: boolean;
	  };

export type RowState =
	| { readonly kind: 'refreshing' | 'renewing' }
	| { readonly kind: 'failed'; readonly message: string }
	| { readonly kind: 'checked'; readonly at: Date }
	/** Somebody else created the link or changed its status. */
	| { readonly kind: 'remote_change' };

export type PanelState = {
	/** Newest first. */
	readonly links: readonly Link[];
	readonly mode: Mode;
	/** Null if the next form needs a new draft. */
	readonly draft: Draft | null;
	/** The latest known balance of the order. */
	readonly balance: Balance | null;
	/** Increased when the order must be read again, because its balance may have changed. */
	readonly outdated: number;
	/** By link id. */
	readonly rows: ReadonlyMap< number, RowState >;
	readonly dialog: Dialog | null;
	/** Increased with each change of the links, to detect outdated responses. */
	readonly revision: number;
};

export type PanelAction =
	| { readonly type: 'unsaved_changes_found' }
	| { readonly type: 'open_links_found' }
	| { readonly type: 'draft_requested' }
	| { readonly type: 'draft_failed'; readonly message: string }
	| {
			readonly type: 'form_opened';
			readonly draft: Draft;
			readonly idempotencyKey: string;
			readonly origin: FormOrigin;
	  }
	| { readonly type: 'closed' }
	| {
			readonly type: 'created';
			readonly link: Link;
			readonly requestedAmount: number;
			readonly isCancellingOriginal?: boolean;
	  }
	| {
			readonly type: 'renewed';
			readonly link: Link;
			/** The renewed link. */
			readonly linkId: number;
	  }
	| {
			readonly type: 'creation_failed';
			/** Whether the amount no longer fits the order. */
			readonly isOutdated: boolean;
	  }
	| { readonly type: 'links_loaded'; readonly links: readonly Link[] }
	| { readonly type: 'order_changed' }
	| {
			readonly type: 'order_loaded';
			readonly links: readonly Link[];
			/** Ids of links that somebody else created or changed. */
			readonly remoteChanges: readonly number[];
			readonly draft: Draft | null;
	  }
	| { readonly type: 'refresh_started'; readonly linkId: number }
	| { readonly type: 'renewal_started'; readonly linkId: number }
	| {
			readonly type: 'refreshed';
			readonly link: Link;
			readonly at: Date;
	  }
	| {
			readonly type: 'command_failed';
			readonly linkId: number;
			readonly message: string;
	  }
	| {
			readonly type: 'link_changed';
			readonly link: Link;
			readonly isRemoteChange: boolean;
	  }
	| { readonly type: 'dialog_opened'; readonly dialog: Dialog }
	| { readonly type: 'dialog_closed' };

export function panelReducer(
	state: PanelState,
	action: PanelAction
): PanelState {
	const next = reduce( state, action );

	return next.links === state.links
		? next
		: { ...next, revision: state.revision + 1 };
}

function reduce( state: PanelState, action: PanelAction ): PanelState {
	switch ( action.type ) {
		case 'unsaved_changes_found':
			return { ...state, mode: { kind: 'unsaved_changes' } };
		case 'open_links_found':
			return { ...state, mode: { kind: 'open_links' } };
		case 'draft_requested':
			return { ...state, mode: { kind: 'loading_draft' } };
		case 'draft_failed':
			return {
				...state,
				mode: { kind: 'draft_failed', message: action.message },
			};
		case 'form_opened':
			return {
				...state,
				// A duplicate has its own draft. The next new link uses the values of the order again.
				draft: action.origin.isFromOrder ? action.draft : state.draft,
				balance: action.draft.balance,
				mode: {
					kind: 'form',
					draft: action.draft,
					idempotencyKey: action.idempotencyKey,
					origin: action.origin,
				},
			};
		case 'closed':
			return { ...state, mode: { kind: 'idle' } };
		case 'created':
			return withCreated( state, action );
		case 'renewed': {
			const rows = new Map( state.rows );
			rows.delete( action.linkId );

			return {
				...withCreated( state, {
					link: action.link,
					requestedAmount: action.link.amount,
					isCancellingOriginal: true,
				} ),
				rows,
			};
		}
		case 'creation_failed':
			// The open form keeps its draft and its values.
			return {
				...state,
				draft: null,
				outdated: state.outdated + ( action.isOutdated ? 1 : 0 ),
			};
		case 'links_loaded':
			return { ...state, links: action.links };
		case 'order_changed':
			return { ...state, draft: null };
		case 'order_loaded':
			return {
				...state,
				links: action.links,
				draft: action.draft,
				balance: action.draft?.balance ?? state.balance,
				rows: withRemoteChanges( state.rows, action.remoteChanges ),
			};
		case 'refresh_started':
			return withRow( state, action.linkId, { kind: 'refreshing' } );
		case 'renewal_started':
			return withRow( state, action.linkId, { kind: 'renewing' } );
		case 'refreshed':
			return withRow(
				withUpdatedLink( state, action.link ),
				action.link.id,
				{
					kind: 'checked',
					at: action.at,
				}
			);
		case 'command_failed':
			return withRow( state, action.linkId, {
				kind: 'failed',
				message: action.message,
			} );
		case 'link_changed': {
			const changed = withUpdatedLink( state, action.link );
			return action.isRemoteChange
				? withRow( changed, action.link.id, { kind: 'remote_change' } )
				: changed;
		}
		case 'dialog_opened':
			return { ...state, dialog: action.dialog };
		case 'dialog_closed':
			return { ...state, dialog: null };
	}
}

function withCreated(
	state: PanelState,
	{
		link,
		requestedAmount,
		isCancellingOriginal = false,
	}: { link: Link; requestedAmount: number; isCancellingOriginal?: boolean }
): PanelState {
	return {
		...state,
		links: upsertLink( state.links, link ),
		draft: null,
		mode: { kind: 'created', link, requestedAmount, isCancellingOriginal },
	};
}

function upsertLink( links: readonly Link[], link: Link ): readonly Link[] {
	return links.some( ( { id } ) => id === link.id )
		? links.map( ( other ) => ( other.id === link.id ? link : other ) )
		: [ link, ...links ];
}

/** Whether money was received or returned, or the order was marked as paid. */
function changesBalance( before: Link, after: Link ): boolean {
	return (
		before.alert?.code !== after.alert?.code ||
		( before.status !== after.status &&
			[ before, after ].some( ( { status } ) =>
				PAID_STATUSES.includes( status )
			) )
	);
}

function withUpdatedLink( state: PanelState, link: Link ): PanelState {
	const { links, mode, draft, outdated } = state;
	const before = links.find( ( { id } ) => id === link.id ) ?? link;
	const isOutdated = changesBalance( before, link );

	return {
		...state,
		links: upsertLink( links, link ),
		mode:
			mode.kind === 'created' && mode.link.id === link.id
				? { ...mode, link }
				: mode,
		draft: isOutdated || before.status !== link.status ? null : draft,
		outdated: outdated + ( isOutdated ? 1 : 0 ),
	};
}

function withRemoteChanges(
	rows: PanelState[ 'rows' ],
	remoteChanges: readonly number[]
): PanelState[ 'rows' ] {
	return new Map( [
		...rows,
		...remoteChanges.map(
			( id ) => [ id, { kind: 'remote_change' } ] as const
		),
	] );
}

function withRow(
	state: PanelState,
	linkId: number,
	row: RowState
): PanelState {
	return { ...state, rows: new Map( state.rows ).set( linkId, row ) };
}
