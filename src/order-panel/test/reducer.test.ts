import type { Link } from '../../shared/api/schemas';
import { aBalance, aDraft, aLink, anAlert } from '../../shared/test/wire';
import { panelReducer, type PanelState } from '../reducer';

const FIRST = aLink( { id: 1, order_id: 'PL-1001-1' } );
const SECOND = aLink( { id: 2, order_id: 'PL-1001-2' } );

const NOW = new Date( '2026-11-24T10:00:00Z' );

const START: PanelState = {
	links: [ FIRST ],
	mode: { kind: 'idle' },
	draft: aDraft(),
	balance: aBalance(),
	outdated: 0,
	rows: new Map(),
	dialog: null,
	revision: 0,
};

it( 'adds a new link first and drops the draft', () => {
	const state = panelReducer( START, {
		type: 'created',
		link: SECOND,
		requestedAmount: 8000,
	} );

	expect( state.links ).toEqual( [ SECOND, FIRST ] );
	expect( state.draft ).toBeNull();
	expect( state.mode ).toMatchObject( { kind: 'created', link: SECOND } );
} );

it( 'replaces a link that is already in the list', () => {
	const again = { ...FIRST, status: 'active' as const };

	expect(
		panelReducer( START, {
			type: 'created',
			link: again,
			requestedAmount: 8000,
		} ).links
	).toEqual( [ again ] );
} );

it( 'keeps the open form when creating a link failed', () => {
	const open = panelReducer( START, {
		type: 'form_opened',
		draft: aDraft(),
		idempotencyKey: 'key-of-the-form',
		origin: { originalId: null, isFromOrder: true },
	} );

	const state = panelReducer( open, {
		type: 'creation_failed',
		isOutdated: false,
	} );

	expect( state.mode ).toBe( open.mode );
	expect( state.draft ).toBeNull();
} );

it( 'keeps the draft of the order while a duplicate has its own', () => {
	const draft = aDraft( { description: 'Second half' } );
	const state = panelReducer( START, {
		type: 'form_opened',
		draft,
		idempotencyKey: 'key-of-the-form',
		origin: { originalId: 1, isFromOrder: false },
	} );

	expect( state.mode ).toMatchObject( {
		draft,
		origin: { originalId: 1 },
	} );
	expect( state.draft ).toBe( START.draft );
} );

describe( 'refreshing', () => {
	const refreshing = panelReducer( START, {
		type: 'refresh_started',
		linkId: 1,
	} );

	it( 'is shown in the row of the link', () => {
		expect( [ ...refreshing.rows ] ).toEqual( [
			[ 1, { kind: 'refreshing' } ],
		] );
	} );

	it( 'keeps the draft when nothing changed', () => {
		const state = panelReducer( refreshing, {
			type: 'refreshed',
			link: FIRST,
			at: NOW,
		} );

		expect( state.rows.get( 1 ) ).toEqual( { kind: 'checked', at: NOW } );
		expect( state.draft ).toBe( START.draft );
	} );

	it( 'drops the draft when the link was paid', () => {
		const paid = { ...FIRST, status: 'completed' as const };
		const state = panelReducer( refreshing, {
			type: 'refreshed',
			link: paid,
			at: NOW,
		} );

		expect( state.links ).toEqual( [ paid ] );
		expect( state.draft ).toBeNull();
	} );

	it( 'shows a failure in the row and keeps the list', () => {
		const state = panelReducer( refreshing, {
			type: 'command_failed',
			linkId: 1,
			message: 'No answer.',
		} );

		expect( state.rows.get( 1 ) ).toEqual( {
			kind: 'failed',
			message: 'No answer.',
		} );
		expect( state.links ).toEqual( [ FIRST ] );
	} );
} );

describe( 'the balance', () => {
	function changed( link: Link, before: Link ): PanelState {
		return panelReducer(
			{ ...START, links: [ before ] },
			{ type: 'link_changed', link, isRemoteChange: false }
		);
	}

	const paid = { ...FIRST, status: 'completed' as const };

	it.each( [
		[ 'is paid', { ...FIRST, status: 'completed' as const }, FIRST ],
		[ 'is refunded', { ...FIRST, status: 'refunded' as const }, paid ],
		[ 'has an alert', { ...paid, alert: anAlert() }, paid ],
		[ 'has no alert any more', paid, { ...paid, alert: anAlert() } ],
	] )( 'is read again when a link %s', ( _, link, before ) => {
		const state = changed( link, before );

		expect( state.outdated ).toBe( 1 );
		expect( state.draft ).toBeNull();
	} );

	it.each( [ 'cancelled', 'declined', 'active' ] as const )(
		'is not read again when a link is %s',
		( status ) => {
			expect( changed( { ...FIRST, status }, FIRST ).outdated ).toBe( 0 );
		}
	);

	it( 'is the one of the last draft', () => {
		const balance = aBalance( { received: 3000, due: 5000 } );
		const loaded = panelReducer( START, {
			type: 'order_loaded',
			links: [ FIRST ],
			remoteChanges: [],
			draft: { ...aDraft(), balance },
		} );
		expect( loaded.balance ).toEqual( balance );

		const failed = panelReducer( loaded, {
			type: 'order_loaded',
			links: [ FIRST ],
			remoteChanges: [],
			draft: null,
		} );
		expect( failed.balance ).toEqual( balance );
	} );
} );

describe( 'a dialog', () => {
	it( 'opens for a link and closes', () => {
		const dialog = { kind: 'history', linkId: 1 } as const;
		const open = panelReducer( START, { type: 'dialog_opened', dialog } );

		expect( open.dialog ).toEqual( dialog );
		expect( panelReducer( open, { type: 'dialog_closed' } ) ).toEqual(
			START
		);
	} );

	it( 'updates its link and drops the draft', () => {
		const cancelled = { ...FIRST, status: 'cancelled' as const };
		const state = panelReducer( START, {
			type: 'link_changed',
			link: cancelled,
			isRemoteChange: false,
		} );

		expect( state.links ).toEqual( [ cancelled ] );
		expect( state.draft ).toBeNull();
		expect( state.rows.size ).toBe( 0 );
	} );
} );

it( 'shows the renewed link and resets the row of the old one', () => {
	const renewing = panelReducer( START, {
		type: 'renewal_started',
		linkId: 1,
	} );
	expect( renewing.rows.get( 1 ) ).toEqual( { kind: 'renewing' } );

	const state = panelReducer( renewing, {
		type: 'renewed',
		link: SECOND,
		linkId: 1,
	} );
	expect( state.mode ).toMatchObject( { kind: 'created', link: SECOND } );
	expect( state.links ).toEqual( [ SECOND, FIRST ] );
	expect( state.rows.size ).toBe( 0 );
} );

describe( 'remote changes', () => {
	const paid = { ...FIRST, status: 'completed' as const };

	it( 'of a link are shown in its row', () => {
		const state = panelReducer( START, {
			type: 'link_changed',
			link: paid,
			isRemoteChange: true,
		} );

		expect( state.links ).toEqual( [ paid ] );
		expect( state.rows.get( 1 ) ).toEqual( { kind: 'remote_change' } );
	} );

	it( 'of an order replace its links and its draft', () => {
		const draft = aDraft( { amount: 9500 } );
		const checked = { kind: 'checked', at: NOW } as const;
		const state = panelReducer(
			{ ...START, rows: new Map( [ [ 1, checked ] ] ) },
			{
				type: 'order_loaded',
				links: [ SECOND, FIRST ],
				remoteChanges: [ 2 ],
				draft,
			}
		);

		expect( state.links ).toEqual( [ SECOND, FIRST ] );
		expect( state.draft ).toBe( draft );
		expect( [ ...state.rows ] ).toEqual( [
			[ 1, checked ],
			[ 2, { kind: 'remote_change' } ],
		] );
	} );

	it( 'increase the revision', () => {
		const busy = panelReducer( START, {
			type: 'refresh_started',
			linkId: 1,
		} );
		expect( busy.revision ).toBe( 0 );

		const changed = panelReducer( busy, {
			type: 'refreshed',
			link: paid,
			at: NOW,
		} );
		expect( changed.revision ).toBe( 1 );
	} );

	it( 'of the order drop the draft', () => {
		expect(
			panelReducer( START, { type: 'order_changed' } ).draft
		).toBeNull();
	} );
} );
