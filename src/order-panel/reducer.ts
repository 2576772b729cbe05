import type { Draft, Link } from '../api/schemas';

/** Where a form comes from. */
export type FormOrigin = {
	/** Id of the link that is duplicated or replaced; null for a new one. */
	readonly originalId: number | null;
	/** Whether it is filled in from the order, rather than from that link. */
	readonly isFromOrder: boolean;
};

/** What the upper part of the panel shows. */
export type Mode =
	| { readonly kind: 'idle' }
	| { readonly kind: 'unsaved_changes' }
	/** Asks what to do with the links that the customer can pay now. */
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
			/** What the form asked for last; an earlier attempt may have made the link with another amount. */
			readonly askedAmount: number;
			/** Whether the link that it is a duplicate of was to be retired. */
			readonly isRetiringOriginal: boolean;
	  };

export type RowState =
	| { readonly kind: 'refreshing' | 'renewing' }
	| { readonly kind: 'failed'; readonly message: string }
	| { readonly kind: 'checked'; readonly at: Date }
	/** Somebody else changed or made it while the panel was open. */
	| { readonly kind: 'news' };

export type DialogKind = 'retire' | 'history' | 'qr' | 'waiting' | 'send';

/** A window over the page about one link. */
export type Dialog = {
	readonly kind: DialogKind;
	readonly linkId: number;
};

export type PanelState = {
	/** Newest first. */
	readonly links: readonly Link[];
	readonly mode: Mode;
	/** Null once something happened that changes what the next form should hold. */
	readonly draft: Draft | null;
	/** By link id; a row that nobody refreshed has no entry. */
	readonly rows: ReadonlyMap< number, RowState >;
	readonly dialog: Dialog | null;
	/** How often something happened here that an answer which is still on its way cannot know. */
	readonly changes: number;
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
			readonly askedAmount: number;
			readonly isRetiringOriginal?: boolean;
	  }
	| {
			readonly type: 'renewed';
			readonly link: Link;
			/** The one in whose place it came. */
			readonly linkId: number;
	  }
	| { readonly type: 'creation_failed' }
	| { readonly type: 'links_loaded'; readonly links: readonly Link[] }
	| { readonly type: 'order_changed' }
	| {
			readonly type: 'order_read';
			readonly links: readonly Link[];
			/** Ids of those that somebody else changed or made. */
			readonly news: readonly number[];
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
			readonly isNews: boolean;
	  }
	| { readonly type: 'dialog_opened'; readonly dialog: Dialog }
	| { readonly type: 'dialog_closed' };

export function panelReducer(
	state: PanelState,
	action: PanelAction
): PanelState {
	const next = reduced( state, action );

	return next.links === state.links
		? next
		: { ...next, changes: state.changes + 1 };
}

function reduced( state: PanelState, action: PanelAction ): PanelState {
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
				// The draft of a duplicate is for this one form: the next new link begins with the order again.
				draft: action.origin.isFromOrder ? action.draft : state.draft,
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
					askedAmount: action.link.amount,
					isRetiringOriginal: true,
				} ),
				rows,
			};
		}
		case 'creation_failed':
			// The open form keeps its own draft and so everything that was typed.
			return { ...state, draft: null };
		case 'links_loaded':
			return { ...state, links: action.links };
		case 'order_changed':
			return { ...state, draft: null };
		case 'order_read':
			return {
				...state,
				links: action.links,
				draft: action.draft,
				rows: withNews( state.rows, action.news ),
			};
		case 'refresh_started':
			return withRow( state, action.linkId, { kind: 'refreshing' } );
		case 'renewal_started':
			return withRow( state, action.linkId, { kind: 'renewing' } );
		case 'refreshed':
			return withRow(
				withFreshLink( state, action.link ),
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
			const changed = withFreshLink( state, action.link );
			return action.isNews
				? withRow( changed, action.link.id, { kind: 'news' } )
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
		askedAmount,
		isRetiringOriginal = false,
	}: { link: Link; askedAmount: number; isRetiringOriginal?: boolean }
): PanelState {
	return {
		...state,
		links: withLink( state.links, link ),
		draft: null,
		mode: { kind: 'created', link, askedAmount, isRetiringOriginal },
	};
}

function withLink( links: readonly Link[], link: Link ): readonly Link[] {
	return links.some( ( { id } ) => id === link.id )
		? links.map( ( known ) => ( known.id === link.id ? link : known ) )
		: [ link, ...links ];
}

/** A payment, say, changes what the order owes and so what the next form holds. */
function isNews( links: readonly Link[], link: Link ): boolean {
	return links.some(
		( known ) => known.id === link.id && known.status !== link.status
	);
}

function withFreshLink( state: PanelState, link: Link ): PanelState {
	const { links, mode, draft } = state;

	return {
		...state,
		links: withLink( links, link ),
		mode:
			mode.kind === 'created' && mode.link.id === link.id
				? { ...mode, link }
				: mode,
		draft: isNews( links, link ) ? null : draft,
	};
}

function withNews(
	rows: PanelState[ 'rows' ],
	news: readonly number[]
): PanelState[ 'rows' ] {
	return new Map( [
		...rows,
		...news.map( ( id ) => [ id, { kind: 'news' } ] as const ),
	] );
}

function withRow(
	state: PanelState,
	linkId: number,
	row: RowState
): PanelState {
	return { ...state, rows: new Map( state.rows ).set( linkId, row ) };
}
